package io.graceway.journey.remittance.inventory;

/**
 * One difference between an agency's inventory and our book.
 *
 * @param ours   what our book says; empty where it says nothing
 * @param theirs what the inventory says; empty where it says nothing
 */
public record Break(String placement, Kind kind, String ours, String theirs) {

    /** What kinds of difference there are. */
    public enum Kind {
        UNKNOWN_HERE("placement", "GW-REM-110", "you hold no such placement of ours"),
        UNKNOWN_THERE("placement", "GW-REM-111", "a placement that was sent and never answered is not in your list"),
        CLOSED_HERE("placement", "GW-REM-112", "the placement has ended; give it back"),
        CLOSED_THERE("placement", "GW-REM-113", "a placement that you took on is not in your list; close it if it is "
                + "over"),
        BALANCE("balance", "GW-REM-114", "another balance is left; the one in our book counts"),
        PAYMENT_NEWER_THERE("last-payment-on", "GW-REM-115", "you know a later payment than we do; remit it"),
        PAYMENT_OLDER_THERE("last-payment-on", "GW-REM-116", "we know a later payment than you do; look for direct "
                + "payments that you were told of");

        private final String field;
        private final String code;
        private final String why;

        Kind(String field, String code, String why) {
            this.field = field;
            this.code = code;
            this.why = why;
        }

        /** The field of the inventory that shows it. */
        public String field() {
            return field;
        }

        /** Stable code from the error catalogue. */
        public String code() {
            return code;
        }

        public String why() {
            return why;
        }
    }
}
