package io.graceway.journey.placement;

/**
 * One delivery on its way up the ladder.
 *
 * @param rung     the highest one with stored evidence
 * @param attempts how often it was tried
 */
public record Delivery(String id, String agency, String document, Consignment consignment, Rung rung, State state,
                       int attempts) {

    /** Whether anything is still to be done for it. */
    public enum State {
        /** Being delivered, or to be tried again. */
        UNDERWAY,
        /** The manifest stands at the agency. */
        DELIVERED,
        /** Nobody can tell whether it arrived: a person has to ask. */
        UNKNOWN,
        /** It cannot be delivered as configured: a person has to mend something. */
        STOPPED
    }
}
