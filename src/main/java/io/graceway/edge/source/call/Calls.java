package io.graceway.edge.source.call;

import io.graceway.edge.source.soap.Receivables;
import io.graceway.soap.CappedAnswer;
import io.graceway.soap.Ports;
import jakarta.xml.ws.BindingProvider;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.message.Message;
import org.apache.cxf.staxutils.StaxUtils;

/** A caller of the receivables service: digest login, signatures, every message held against the schema. */
public final class Calls {

    private static final Ports.Contract<Receivables> CONTRACT = new Ports.Contract<>(Receivables.class,
            "wsdl/receivables.wsdl", "urn:graceway:receivables:1", "ReceivablesPoint", "ReceivablesPort");

    /** A page of a thousand accounts takes some hundred kilobytes; more than this is no page. */
    private static final long MOST_BYTES = 64L << 20;
    private static final long ENVELOPE_BYTES = 64L << 10;

    private Calls() {
    }

    public static Receivables on(Line line) {
        Receivables port = port(line, MOST_BYTES);
        ((BindingProvider) port).getRequestContext().put(Message.SCHEMA_VALIDATION_ENABLED, "BOTH");
        return port;
    }

    /**
     * For papers, which come as attachments. Their answers are not held against the schema, because for that a
     * paper would have to be in memory.
     *
     * @param folder where attachments lie while they come in
     */
    static Receivables forPapers(Line line, Path folder, long most) {
        Receivables port = port(line, most + ENVELOPE_BYTES);
        ((BindingProvider) port).getRequestContext().putAll(Map.of(Message.SCHEMA_VALIDATION_ENABLED, "OUT",
                AttachmentDeserializer.ATTACHMENT_DIRECTORY, folder.toString(),
                AttachmentDeserializer.ATTACHMENT_MEMORY_THRESHOLD, "65536",
                StaxUtils.MAX_TEXT_LENGTH, 64 << 10));
        return port;
    }

    private static Receivables port(Line line, long most) {
        Receivables port = Ports.open(CONTRACT, line.place(), line.signing(), Optional.empty());
        Client client = ClientProxy.getClient(port);
        client.getInInterceptors().add(new CappedAnswer(message -> most, bytes -> new Troubled(new Trouble(
                Trouble.What.CUT, "GW-SRC-083", "the answer is longer than " + bytes
                + " bytes; ask for smaller pages"))));
        client.getInFaultInterceptors().add(new HeardFault(line.faults()));
        return port;
    }
}
