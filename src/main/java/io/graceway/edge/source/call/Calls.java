package io.graceway.edge.source.call;

import io.graceway.edge.source.soap.Receivables;
import io.graceway.soap.CappedAnswer;
import io.graceway.soap.Ports;
import jakarta.xml.ws.BindingProvider;
import java.util.Map;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.message.Message;

/** A caller of the receivables service: digest login, signatures, every message held against the schema. */
public final class Calls {

    private static final Ports.Contract<Receivables> CONTRACT = new Ports.Contract<>(Receivables.class,
            "wsdl/receivables.wsdl", "urn:graceway:receivables:1", "ReceivablesPoint", "ReceivablesPort");

    /** A page of a thousand accounts takes some hundred kilobytes; more than this is no page. */
    private static final long MOST_BYTES = 64L << 20;

    private Calls() {
    }

    public static Receivables on(Line line) {
        Map<String, Object> security = Ports.login(line.place(), line.signing().map(Signing::passphrase));
        line.signing().ifPresent(signing -> security.putAll(signing.outgoing(!line.user().isEmpty())));
        Receivables port = Ports.open(CONTRACT, line.place(), security);
        ((BindingProvider) port).getRequestContext().put(Message.SCHEMA_VALIDATION_ENABLED, "BOTH");
        Client client = ClientProxy.getClient(port);
        client.getInInterceptors().add(new CappedAnswer(message -> MOST_BYTES, most -> new Troubled(new Trouble(
                Trouble.What.CUT, "GW-SRC-083", "the answer is longer than " + most
                + " bytes; ask for smaller pages"))));
        client.getInFaultInterceptors().add(new HeardFault(line.faults()));
        line.signing().ifPresent(signing -> signing.check(client));
        return port;
    }
}
