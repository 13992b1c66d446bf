package io.graceway.journey.placement.hand;

/** What became of what somebody wanted to do. */
public enum Outcome {
    DONE,
    /** It was done before, or runs already; nothing changed. */
    ALREADY,
    /** As it stands now, it cannot be done. */
    NOT_NOW,
    /** Whoever asked for it may not agree to it too. */
    SAME_PERSON,
    /** There is no such thing. */
    NONE
}
