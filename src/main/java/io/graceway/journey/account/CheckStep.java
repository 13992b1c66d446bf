package io.graceway.journey.account;

/**
 * One step of asking whether a partner can be reached and used as configured.
 *
 * @param step   what was tried, such as {@code host key}
 * @param passed whether it worked; steps after a failed one are not tried
 * @param millis how long it took
 * @param code   stable code of the failure; empty when it passed
 * @param hint   what was seen and what to do; never a secret
 */
public record CheckStep(String step, boolean passed, long millis, String code, String hint) {
}
