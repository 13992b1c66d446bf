package io.graceway.edge.agency;

import io.graceway.journey.placement.MailboxFailure;
import java.io.IOException;

/** Everything that goes wrong at a mailbox: its stable code, what it means, what to do, whether it may pass. */
public enum Trouble {

    SETTINGS("GW-MAIL-001", false, "the settings of this mailbox cannot be used", "correct the partner file"),
    OWN_FILE("GW-MAIL-002", false, "our own sealed file is not what was sealed",
            "seal it again; nothing was delivered"),
    OWN_KEY("GW-MAIL-003", false, "our own key for this agency cannot be used",
            "check the key file and its passphrase"),
    NAME_UNKNOWN("GW-MAIL-010", true, "the host name is not known",
            "check the host in the partner file, then the name server"),
    REFUSED("GW-MAIL-011", true, "nobody accepts the connection", "check host and port, then firewalls on both sides"),
    SILENT("GW-MAIL-012", true, "no answer in time", "look before putting again; ask the agency when it lasts"),
    LOST("GW-MAIL-013", true, "the connection broke", "look before putting again"),
    ALL_LEASED("GW-MAIL-014", true, "every session this agency allows is in use",
            "wait, or raise the number of sessions"),
    BUSY("GW-MAIL-015", true, "the agency asks us to come later", "nothing; it is tried again"),
    SERVER_FAILED("GW-MAIL-016", true, "the agency's server failed at it",
            "look before putting again; a full disk looks like this too"),
    HOST_KEY_CHANGED("GW-MAIL-020", false, "the host shows another key than the pinned one",
            "deliver nothing; ask the agency by another way, then pin the new key"),
    HOST_KEY_UNKNOWN("GW-MAIL-021", false, "no key of this kind is pinned for the host",
            "get the key's fingerprint from the agency by another way and pin it"),
    NO_COMMON_WAY("GW-MAIL-022", false, "no protection that both sides accept", "ask the agency to renew its server"),
    LOGIN_REFUSED("GW-MAIL-023", false, "the agency does not let us in", "check user, key or token with the agency"),
    NO_SERVICE("GW-MAIL-024", false, "what answers there is not the expected kind of server",
            "check host, port and address"),
    CERTIFICATE("GW-MAIL-025", false, "the server's certificate is not accepted",
            "ask the agency for a valid certificate"),
    FOLDER_MISSING("GW-MAIL-030", false, "the folder is not there",
            "correct the folder or ask the agency to create it"),
    NO_PERMISSION("GW-MAIL-031", false, "the agency's server forbids it",
            "ask the agency for the right on this folder"),
    NO_SPACE("GW-MAIL-032", true, "there is no space left at the agency", "tell the agency; it is tried again"),
    TARGET_EXISTS("GW-MAIL-033", false, "another content stands under the final name",
            "nothing was replaced; ask a person"),
    NOT_AS_SENT("GW-MAIL-034", true, "what arrived is not what was sent",
            "it is put again; when it lasts, ask the agency"),
    RENAME("GW-MAIL-035", false, "the agency's server did not rename", "ask the agency for the right to rename"),
    READ_BACK("GW-MAIL-036", false, "what was sent may not be read back",
            "ask the agency for the right to read the folder"),
    ALREADY_TAKEN("GW-MAIL-037", false, "the agency has taken this parcel already",
            "nothing was put again; ask a person"),
    NAME_REFUSED("GW-MAIL-040", false, "a name from outside is not taken",
            "ask the agency for letters, digits, dot, dash"),
    GONE("GW-MAIL-041", false, "the file is no longer there", "nothing, unless it was never fetched"),
    TOO_BIG("GW-MAIL-042", false, "the file is bigger than allowed", "ask the agency; raise the limit only on purpose"),
    CHANGED("GW-MAIL-043", true, "the file changed while or after it was read", "it is fetched again when it rests"),
    TOO_MANY("GW-MAIL-044", false, "more files lie there than are listed", "take the first ones away"),
    LOGIN_KEYS("GW-MAIL-062", false, "the agency's login keys cannot be read",
            "put one key a line there, as in authorized_keys"),
    SECRETS_OVER("GW-MAIL-064", false, "none of the agency's secrets counts any more",
            "make one with \"graceway agency secret\""),
    CERTIFICATES_OVER("GW-MAIL-065", false, "none of the agency's certificates counts any more",
            "ask the agency for its new certificate's fingerprint"),
    NO_CALL("GW-MAIL-067", false, "the agency's interface has no call for this",
            "tell the agency by hand, then say so where deliveries wait for people"),
    NO_CASE("GW-MAIL-068", false, "the agency has nothing under our number",
            "ask the agency whether it has the account, and tell it by hand"),
    HOUSE_REFUSED("GW-MAIL-069", false, "the agency takes nothing before something is settled between it and the house",
            "settle it with the agency, then send again"),
    OWN_TRAY("GW-MAIL-063", true, "the mailbox on our own disk cannot be used",
            "look at space and permissions of the state folder"),
    UNSIGNED("GW-MAIL-170", false, "the answer, or its time, is not signed, and was not believed",
            "ask the agency to sign body and timestamp"),
    FOREIGN("GW-MAIL-171", false, "the answer is signed by another certificate than the pinned one",
            "ask the agency by another way whether it changed, then pin the new one"),
    BROKEN("GW-MAIL-172", false, "the answer's signature does not hold, and it was not believed",
            "show the code to the agency; something changed the answer on its way, or it signs wrongly"),
    UNTIMELY("GW-MAIL-173", true, "the answer's time is over or still to come, and it was not believed",
            "see that both clocks are right"),
    OVER("GW-MAIL-174", false, "the certificate is not valid today; nothing was sent",
            "enter the one that follows it"),
    OWN_CERTIFICATE("GW-MAIL-175", false, "the agency's server does not take our certificate",
            "ask the agency whether it knows the certificate that the partner file names"),
    UNEXPECTED("GW-MAIL-050", false, "the server answered what its contract does not foresee",
            "show the code to the agency");

    private static final int LONGEST_QUOTE = 200;

    private final String code;
    private final boolean passing;
    private final String meaning;
    private final String advice;

    Trouble(String code, boolean passing, String meaning, String advice) {
        this.code = code;
        this.passing = passing;
        this.meaning = meaning;
        this.advice = advice;
    }

    public String code() {
        return code;
    }

    /**
     * @param where host, folder or step, without any secret
     * @param cause what was seen; may be null. Only its first 200 printable ASCII characters are kept, because a peer
     *              chooses what stands in it
     */
    public MailboxFailure at(String where, Throwable cause) {
        return new MailboxFailure(code, where + ": " + meaning + "; " + advice, passing, quoted(cause));
    }

    public MailboxFailure at(String where) {
        return at(where, null);
    }

    /** Text of a peer, made harmless for a log line. */
    public static String quote(String text) {
        String plain = String.valueOf(text).replaceAll("[^ -~]", "?");
        return plain.length() > LONGEST_QUOTE ? plain.substring(0, LONGEST_QUOTE) + "..." : plain;
    }

    private static Throwable quoted(Throwable cause) {
        if (cause == null) {
            return null;
        }
        var quoted = new IOException(quote(cause.toString()));
        quoted.setStackTrace(cause.getStackTrace());
        return quoted;
    }
}
