package io.graceway.face.agencyapi.wire;

import java.util.Arrays;
import java.util.Optional;

/** Everything that can be wrong with a request, with what whoever sent it can do. */
public enum Problem {

    TOKEN("GW-API-001", 401, "No valid token",
            "The request has no token, or one that is unknown or over. Get a token for your id and "
            + "secret, and send it as Authorization: Bearer; or, where the house knows you by "
            + "certificate, show that one and send no Authorization."),
    MISSING("GW-API-002", 404, "Not found",
            "There is no such thing of yours. Compare the address with the contract and the number with "
            + "what you were told."),
    METHOD("GW-API-003", 405, "Another method is asked for",
            "The header Allow names the methods that the address takes."),
    ANSWER_TYPE("GW-API-004", 406, "No such form of answer",
            "The header Accept leaves out the form in which the contract answers. Accept it, or leave the "
            + "header out."),
    CONTENT_TYPE("GW-API-005", 415, "Another content is asked for",
            "The header Content-Type has to be the one that the contract names for this address, and the "
            + "content must not be compressed."),
    TOO_LARGE("GW-API-006", 413, "Too large",
            "The body is larger than what is taken at once. Send fewer records, or send them as a sealed "
            + "file; for a sealed file ask the house for more room."),
    FORM("GW-API-007", 400, "The body does not fit the contract",
            "Nothing of it was looked at. The places are JSON Pointers into the body. Correct them and "
            + "send the whole body under a new key."),
    PARAMETER("GW-API-008", 400, "A parameter does not fit the contract",
            "The places name the parameters. A cursor is only ever what another page gave as next."),
    KEY_USED("GW-API-009", 422, "The key was used for another request",
            "An Idempotency-Key belongs to one request and its repetitions. Choose a new one for every "
            + "new request. Nothing was done."),
    UNDERWAY("GW-API-010", 409, "The same request is being done",
            "Ask again after the time that Retry-After gives, with the same key and body; you then get "
            + "the answer to the first."),
    TOO_OFTEN("GW-API-011", 429, "Too many requests",
            "Ask again after the time that Retry-After gives, in seconds."),
    SEALED_ONLY("GW-API-012", 403, "Documents have to come sealed",
            "The house takes no unsealed documents from you. Seal the file and send it under /files, or "
            + "agree with the house on documents as JSON."),
    NOTHING_TAKEN("GW-API-013", 422, "Nothing of it was taken",
            "The answer in this problem says why, line by line. Correct the lines and send them under a "
            + "new key."),
    NAME_TAKEN("GW-API-014", 409, "Another file of that name waits",
            "Nothing is replaced. Send the file under another name."),
    FULL("GW-API-015", 503, "The mailbox is full",
            "As much waits for the house as may wait. Send the file again after the time that Retry-After "
            + "gives."),
    GONE("GW-API-016", 410, "The content was taken away",
            "You removed it, or it is no longer kept. Ask the house if you need it again."),
    FAILED("GW-API-900", 500, "The house failed",
            "Nothing that was not answered counts. Send the same request again, with the same key; if it "
            + "goes on failing, tell the house the time of it.");

    private final String code;
    private final int status;
    private final String title;
    private final String advice;

    Problem(String code, int status, String title, String advice) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    public static Optional<Problem> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What to do, in sentences. */
    public String advice() {
        return advice;
    }
}
