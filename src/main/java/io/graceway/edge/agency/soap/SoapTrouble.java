package io.graceway.edge.agency.soap;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.soap.wire.FaultCode;
import io.graceway.edge.agency.soap.wire.FileTrayRefusal;
import io.graceway.edge.agency.window.HttpTrouble;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.soap.Unbelieved;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.transport.http.HTTPException;

/** The words of SOAP, translated into our codes; never a fault's own text, in which anything may stand. */
final class SoapTrouble {

    private SoapTrouble() {
    }

    /** @param doing what was asked, and where */
    static MailboxFailure of(Exception seen, String doing) {
        if (seen instanceof MailboxFailure known) {
            return known;
        }
        if (seen instanceof FileTrayRefusal refusal) {
            return refused(refusal.getFaultInfo() == null ? null : refusal.getFaultInfo().getCode()).at(doing);
        }
        if (caused(seen, OwnFile.Failure.class) != null) {
            return Trouble.OWN_FILE.at(doing, seen);
        }
        if (caused(seen, Gate.TooLong.class) != null || caused(seen, Tally.TooMuch.class) != null) {
            return Trouble.TOO_BIG.at(doing);
        }
        if (caused(seen, Gate.Status.class) instanceof Gate.Status answered) {
            return HttpTrouble.status(answered.status(), null, doing);
        }
        if (caused(seen, HTTPException.class) instanceof HTTPException answered) {
            return HttpTrouble.status(answered.getResponseCode(), null, doing);
        }
        Optional<Unbelieved> unbelieved = Unbelieved.in(seen);
        if (unbelieved.isPresent()) {
            return distrust(unbelieved.get()).at(unbelieved.get().why() == Unbelieved.Why.OVER
                    ? unbelieved.get().getMessage() : doing);
        }
        if (caused(seen, IOException.class) != null) {
            return HttpTrouble.line(seen, doing);
        }
        boolean isUnread = caused(seen, XMLStreamException.class) != null || caused(seen, JAXBException.class) != null;
        return caused(seen, SoapFault.class) instanceof SoapFault fault && !isUnread ? heard(fault, doing)
                : Trouble.UNEXPECTED.at(doing);
    }

    private static Trouble distrust(Unbelieved seen) {
        return switch (seen.why()) {
            case UNSIGNED -> Trouble.UNSIGNED;
            case FOREIGN -> Trouble.FOREIGN;
            case BROKEN -> Trouble.BROKEN;
            case UNTIMELY -> Trouble.UNTIMELY;
            case OVER -> Trouble.OVER;
        };
    }

    private static Trouble refused(FaultCode code) {
        if (code == null) {
            return Trouble.UNEXPECTED;
        }
        return switch (code) {
            case BUSY -> Trouble.BUSY;
            case NO_SPACE -> Trouble.NO_SPACE;
            case CONFLICT -> Trouble.TARGET_EXISTS;
            case NOT_AS_SAID -> Trouble.NOT_AS_SENT;
            case TOO_BIG -> Trouble.TOO_BIG;
            case NOT_ALLOWED -> Trouble.NO_PERMISSION;
            case UNKNOWN_FILE -> Trouble.GONE;
        };
    }

    /** A fault that the contract does not name. */
    private static MailboxFailure heard(SoapFault fault, String doing) {
        String code = fault.getFaultCode() == null ? "" : fault.getFaultCode().getLocalPart();
        if (Unbelieved.isOfSecurity(code)) {
            return Trouble.LOGIN_REFUSED.at(doing + " (" + code + ")");
        }
        return (code.equals("Server") || code.equals("Receiver") ? Trouble.SERVER_FAILED : Trouble.UNEXPECTED)
                .at(doing + " (fault)");
    }

    private static Throwable caused(Throwable seen, Class<? extends Throwable> by) {
        Throwable cause = seen;
        while (cause != null && !by.isInstance(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
