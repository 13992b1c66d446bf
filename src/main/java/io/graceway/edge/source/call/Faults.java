package io.graceway.edge.source.call;

import io.graceway.edge.source.call.Trouble.What;
import io.graceway.edge.source.soap.FaultCode;
import io.graceway.edge.source.soap.ReceivablesRefusal;
import io.graceway.soap.Unbelieved;
import jakarta.xml.bind.MarshalException;
import jakarta.xml.bind.UnmarshalException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.transport.http.HTTPException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What a call over SOAP ends as when it fails.
 *
 * @param means code of a fault to what it means; codes that are not named mean what the contract says
 */
public record Faults(Map<String, Means> means) {

    /** What the service's owner says that a fault means; in all of them nothing was done. */
    public enum Means {
        /** Passes: asked again later, and other accounts go on. */
        RETRY,
        /** Passes: nothing more is asked in this round. */
        PAUSE,
        /** Does not pass: it becomes work for people. */
        PEOPLE
    }

    public Faults {
        means = Map.copyOf(means);
    }

    Trouble trouble(Exception seen) {
        if (caused(seen, Troubled.class) instanceof Troubled ours) {
            return ours.trouble();
        }
        if (seen instanceof ReceivablesRefusal refusal) {
            FaultCode code = refusal.getFaultInfo() == null ? FaultCode.BUSY : refusal.getFaultInfo().getCode();
            return configured(List.of(code.value()), code == FaultCode.BUSY ? Trouble.busy() : new Trouble(
                    What.REFUSED, "GW-SRC-073", "the service refuses it: " + code + "; its own log says more"));
        }
        if (caused(seen, MarshalException.class) != null && caused(seen, UnmarshalException.class) == null) {
            return new Trouble(What.REFUSED, "GW-SRC-074", "it does not fit the contract's schema and was not sent");
        }
        if (caused(seen, HTTPException.class) instanceof HTTPException http) {
            return Trouble.status(http.getResponseCode());
        }
        Optional<Unbelieved> unbelieved = Unbelieved.in(seen);
        if (unbelieved.isPresent()) {
            return distrust(unbelieved.get());
        }
        if (caused(seen, IOException.class) instanceof IOException io) {
            return Trouble.of(io);
        }
        return unreadable();
    }

    /** Of a fault that the service has sent, and that the contract does not name. */
    Trouble heard(SoapFault fault) {
        String code = fault.getFaultCode() == null ? "" : fault.getFaultCode().getLocalPart();
        if (Unbelieved.isOfSecurity(code)) {
            return new Trouble(What.CUT, "GW-SRC-072", "the service refuses our user, its password or our signature ("
                    + code + ")");
        }
        return configured(codes(fault.getDetail(), code), code.equals("Client") || code.equals("Sender")
                ? new Trouble(What.REFUSED, "GW-SRC-073", "the service calls the message wrong; see its own log")
                : unreadable());
    }

    /** The most exact first: a code in the detail, how the detail is called, and the fault's own code. */
    private static List<String> codes(Element detail, String code) {
        List<String> codes = new ArrayList<>();
        if (detail != null) {
            NodeList told = detail.getElementsByTagNameNS("*", "code");
            for (int i = 0; i < told.getLength(); i++) {
                codes.add(told.item(i).getTextContent().strip());
            }
            for (Node one = detail.getFirstChild(); one != null; one = one.getNextSibling()) {
                if (one instanceof Element element) {
                    codes.add(element.getLocalName());
                }
            }
        }
        codes.add(code);
        return codes;
    }

    private Trouble configured(List<String> codes, Trouble usual) {
        for (String code : codes) {
            Means named = means.get(code);
            if (named != null) {
                return switch (named) {
                    case RETRY -> new Trouble(What.LATER, "GW-SRC-136", "the service says " + code
                            + ", which passes; it is asked again later");
                    case PAUSE -> new Trouble(What.CUT, "GW-SRC-136", "the service says " + code
                            + ", which passes; nothing more is asked now");
                    case PEOPLE -> new Trouble(What.REFUSED, "GW-SRC-137", "the service says " + code
                            + ", which is for people to settle; its own log says more");
                };
            }
        }
        return usual;
    }

    private static Trouble distrust(Unbelieved seen) {
        return switch (seen.why()) {
            case UNSIGNED -> new Trouble(What.CUT, "GW-SRC-130", "the answer, or its time, is not signed, and was not"
                    + " believed; have the service sign body and timestamp");
            case FOREIGN -> new Trouble(What.CUT, "GW-SRC-131", "the answer is signed by another certificate than the"
                    + " pinned one, and was not believed; ask the service's owner whether it changed");
            case UNTIMELY -> new Trouble(What.CUT, "GW-SRC-133", "the answer's time is over or still to come, and it"
                    + " was not believed; see that both clocks are right");
            case BROKEN -> new Trouble(What.CUT, "GW-SRC-132", "the answer's signature does not hold, and it was not"
                    + " believed; something changed it on its way, or the service signs wrongly");
            case OVER -> new Trouble(What.CUT, "GW-SRC-134", seen.getMessage() + " is not valid today; nothing was"
                    + " sent; enter the one that follows it");
        };
    }

    private static Trouble unreadable() {
        return Trouble.unreadable("does not fit the contract");
    }

    private static Throwable caused(Throwable seen, Class<? extends Throwable> by) {
        return Trouble.caused(seen, by);
    }
}
