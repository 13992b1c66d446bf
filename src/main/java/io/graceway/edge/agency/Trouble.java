package io.graceway.edge.agency;

import io.graceway.journey.placement.MailboxFailure;
import java.io.IOException;

/** Everything that goes wrong at a mailbox: its stable code, what it means, what to do, whether it may pass. */
public enum Trouble {

    SETTINGS("001", false, "the settings of this mailbox cannot be used", "correct the partner file"),
    OWN_FILE("002", false, "our own sealed file is not what was sealed", "seal it again; nothing was delivered"),
    OWN_KEY("003", false, "our own key for this agency cannot be used", "check the key file and its passphrase"),
    NAME_UNKNOWN("010", true, "the host name is not known", "check the host in the partner file, then the name server"),
    REFUSED("011", true, "nobody accepts the connection", "check host and port, then firewalls on both sides"),
    SILENT("012", true, "no answer in time", "look before putting again; ask the agency when it lasts"),
    LOST("013", true, "the connection broke", "look before putting again"),
    ALL_LEASED("014", true, "every session this agency allows is in use", "wait, or raise the number of sessions"),
    BUSY("015", true, "the agency asks us to come later", "nothing; it is tried again"),
    SERVER_FAILED("016", true, "the agency's server failed at it",
            "look before putting again; a full disk looks like this too"),
    HOST_KEY_CHANGED("020", false, "the host shows another key than the pinned one",
            "deliver nothing; ask the agency by another way, then pin the new key"),
    HOST_KEY_UNKNOWN("021", false, "no key of this kind is pinned for the host",
            "get the key's fingerprint from the agency by another way and pin it"),
    NO_COMMON_WAY("022", false, "no protection that both sides accept", "ask the agency to renew its server"),
    LOGIN_REFUSED("023", false, "the agency does not let us in", "check user, key or token with the agency"),
    NO_SERVICE("024", false, "what answers there is not the expected kind of server", "check host, port and address"),
    CERTIFICATE("025", false, "the server's certificate is not accepted", "ask the agency for a valid certificate"),
    FOLDER_MISSING("030", false, "the folder is not there", "correct the folder or ask the agency to create it"),
    NO_PERMISSION("031", false, "the agency's server forbids it", "ask the agency for the right on this folder"),
    NO_SPACE("032", true, "there is no space left at the agency", "tell the agency; it is tried again"),
    TARGET_EXISTS("033", false, "another content stands under the final name", "nothing was replaced; ask a person"),
    NOT_AS_SENT("034", true, "what arrived is not what was sent", "it is put again; when it lasts, ask the agency"),
    RENAME("035", false, "the agency's server did not rename", "ask the agency for the right to rename"),
    READ_BACK("036", false, "what was sent may not be read back", "ask the agency for the right to read the folder"),
    ALREADY_TAKEN("037", false, "the agency has taken this parcel already", "nothing was put again; ask a person"),
    NAME_REFUSED("040", false, "a name from outside is not taken", "ask the agency for letters, digits, dot, dash"),
    GONE("041", false, "the file is no longer there", "nothing, unless it was never fetched"),
    TOO_BIG("042", false, "the file is bigger than allowed", "ask the agency; raise the limit only on purpose"),
    CHANGED("043", true, "the file changed while or after it was read", "it is fetched again when it rests"),
    TOO_MANY("044", false, "more files lie there than are listed", "take the first ones away"),
    UNEXPECTED("050", false, "the server answered what its contract does not foresee", "show the code to the agency");

    private static final int LONGEST_QUOTE = 200;

    private final String code;
    private final boolean passing;
    private final String meaning;
    private final String advice;

    Trouble(String number, boolean passing, String meaning, String advice) {
        this.code = "GW-MAIL-" + number;
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
