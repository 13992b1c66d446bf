package io.graceway.journey.recall;

/**
 * A recall that people asked for and that is not begun.
 *
 * @param code stable code from the error catalogue
 */
public record RefusedRecall(String placement, String code, String why) {
}
