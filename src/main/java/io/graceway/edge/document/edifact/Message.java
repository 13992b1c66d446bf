package io.graceway.edge.document.edifact;

import io.graceway.journey.account.Reject;

/**
 * One message of an interchange.
 *
 * @param fault why it cannot be taken; null where nothing is wrong so far
 */
public record Message(long number, Group content, Reject fault) {
}
