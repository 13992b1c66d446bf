package io.graceway.edge.document.edifact;

import java.time.Instant;

/**
 * What both sides agreed about interchanges.
 *
 * @param message   type of its messages, such as {@code DEBREC}
 * @param release   of the directory, such as {@code 21A}
 * @param sender    who sends, with a qualifier behind a colon where there is one; empty where it is not asked
 * @param recipient who receives, likewise
 * @param test      whether these are tests
 * @param madeAt    when an interchange is made that goes out; its reference too
 */
public record Agreed(String message, String release, Syntax syntax, String sender, String recipient, boolean test,
                     Instant madeAt, Structure structure) {
}
