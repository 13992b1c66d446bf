package io.graceway.journey.placement.hand;

/** What people may do about a delivery that does not end by itself. Whatever it is, nothing arrives twice by it. */
public interface DeliveryDesk {

    /** Tries a delivery at once that waits, was stopped or is unknown; every attempt looks before it puts. */
    Outcome tryAgain(String delivery, String by);

    /**
     * Sends the very same files under the same name and number again, as a delivery of its own that is linked to this
     * one. Refused once the agency has answered, and while it, or an earlier one of them, is still on its way.
     *
     * @param earlier how often it was sent again when the person looked: what is asked for twice happens once
     */
    Outcome resend(String delivery, int earlier, String reason, String by);
}
