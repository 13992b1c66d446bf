package io.graceway.edge.document.edifact;

import io.graceway.edge.document.edifact.Address.Place;
import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.journey.account.Reject;
import io.xlate.edi.stream.EDIStreamValidationError;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** What stands around messages, and whether it is as agreed. */
final class Envelope {

    private final Agreed agreed;
    private final Set<String> references = new HashSet<>();
    private boolean begun;
    private boolean open;

    Envelope(Agreed agreed) {
        this.agreed = agreed;
    }

    boolean isOpen() {
        return open;
    }

    void begin(long segments) throws BrokenFile {
        if (begun) {
            throw new BrokenFile(segments + 1, "UNB", "GW-DOC-110", "a second interchange follows in the same file;"
                    + " send each in a file of its own");
        }
        begun = true;
        open = true;
    }

    void over() {
        open = false;
    }

    void end(long segments) throws BrokenFile {
        if (!begun) {
            throw new BrokenFile(0, "", "GW-DOC-110", "the file is empty; send an interchange");
        }
        if (open) {
            throw cutOff(segments);
        }
    }

    static BrokenFile cutOff(long segments) {
        return new BrokenFile(segments, "UNZ", "GW-DOC-113", "the file ends before its interchange does; it was cut"
                + " off; send it again");
    }

    /** What is wrong with the message that this segment begins; null where nothing is. */
    Reject saw(Segment segment) throws BrokenFile {
        if (segment.tag().equals("UNB")) {
            header(segment);
        }
        return segment.tag().equals("UNH") ? message(segment) : null;
    }

    private void header(Segment unb) throws BrokenFile {
        String declared = at(unb, 1, 1);
        if (!agreed.syntax().reads(declared)) {
            throw new BrokenFile(unb.number(), "UNB.1.1", "GW-DOC-034", "the interchange declares other characters"
                    + " than " + agreed.syntax() + ", which is agreed");
        }
        party(unb, 2, agreed.sender(), "sender");
        party(unb, 3, agreed.recipient(), "recipient");
        if (at(unb, 11, 1).equals("1") != agreed.test()) {
            throw new BrokenFile(unb.number(), "UNB.11", "GW-DOC-112", agreed.test()
                    ? "only tests are agreed, and this interchange does not say that it is one"
                    : "the interchange says that it is a test; send what counts without the mark");
        }
    }

    private static void party(Segment unb, int element, String wanted, String what) throws BrokenFile {
        String[] parts = wanted.split(":", 2);
        if (!wanted.isEmpty() && (!parts[0].equals(at(unb, element, 1))
                || parts.length == 2 && !parts[1].equals(at(unb, element, 2)))) {
            throw new BrokenFile(unb.number(), "UNB." + element, "GW-DOC-111", "the interchange names another " + what
                    + " than is agreed; correct the header, or the settings of the agency");
        }
    }

    private Reject message(Segment unh) throws BrokenFile {
        if (!references.add(at(unh, 1, 1))) {
            throw new BrokenFile(unh.number(), "UNH.1", "GW-DOC-117", "two messages have the same reference; one of"
                    + " them may stand here twice; give each its own");
        }
        boolean same = at(unh, 2, 1).equals(agreed.message()) && at(unh, 2, 2).equals("D")
                && at(unh, 2, 3).equals(agreed.release()) && at(unh, 2, 4).equals("UN");
        return same ? null : new Reject(unh.number(), "UNH.2", "GW-DOC-118", "the message is no " + agreed.message()
                + " D." + agreed.release() + ", which is agreed; send that");
    }

    private static String at(Segment segment, int element, int component) {
        return Objects.toString(segment.values().get(new Place(element, component)), "");
    }

    /** Throws where counts or references of the envelope disagree. */
    void wrong(EDIStreamValidationError error, String tag, long segments) throws BrokenFile {
        boolean message = tag.equals("UNT");
        if (error == EDIStreamValidationError.CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT) {
            throw new BrokenFile(segments, tag + ".1", message ? "GW-DOC-114" : "GW-DOC-115", message
                    ? "the message has another number of segments than it says; send the interchange again"
                    : "the interchange has another number of messages than it says; send it again");
        }
        if (error == EDIStreamValidationError.CONTROL_REFERENCE_MISMATCH) {
            throw new BrokenFile(segments, tag + ".2", "GW-DOC-116", "the reference at the end is not the one at the "
                    + "beginning; two files may have been joined; send the interchange again");
        }
        if (tag.startsWith("UN") || tag.isEmpty()) {
            throw new BrokenFile(segments, tag, "GW-DOC-030", "what stands around the messages is not as EDIFACT"
                    + " has it: " + Faults.why(error) + "; what comes after cannot be believed");
        }
    }
}
