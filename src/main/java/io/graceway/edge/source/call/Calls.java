package io.graceway.edge.source.call;

import io.graceway.edge.source.soap.Receivables;
import jakarta.xml.ws.BindingProvider;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.namespace.QName;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.logging.NoOpFaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/** A caller of the receivables service: HTTP/1.1, time limits, digest login, every message held against the schema. */
public final class Calls {

    private static final String NAMESPACE = "urn:graceway:receivables:1";

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
        Bus bus = BusFactory.newInstance().createBus();
        // By itself CXF logs what a message broke off at with the text of it, and that may speak of a person.
        bus.setProperty(FaultListener.class.getName(), new NoOpFaultListener());
        JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
        factory.setBus(bus);
        factory.setServiceClass(Receivables.class);
        // Without the contract the messages could not be held against its schema.
        factory.setWsdlLocation("classpath:wsdl/receivables.wsdl");
        factory.setServiceName(new QName(NAMESPACE, "ReceivablesPoint"));
        factory.setEndpointName(new QName(NAMESPACE, "ReceivablesPort"));
        factory.setAddress(line.endpoint().toString());
        Receivables port = factory.create(Receivables.class);
        Client client = ClientProxy.getClient(port);
        client.getOutInterceptors().add(security(line));
        client.getInInterceptors().add(new CappedAnswer(most));
        client.getInFaultInterceptors().add(new HeardFault(line.faults()));
        line.signing().ifPresent(signing -> signing.check(client));
        ((HTTPConduit) client.getConduit()).setClient(policy(line));
        return port;
    }

    private static HTTPClientPolicy policy(Line line) {
        HTTPClientPolicy policy = new HTTPClientPolicy();
        // The attempt to upgrade to HTTP/2 costs half the speed, and some servers answer it with an error.
        policy.setVersion("1.1");
        policy.setConnectionTimeout(line.connect().toMillis());
        policy.setReceiveTimeout(line.receive().toMillis());
        policy.setAutoRedirect(false);
        policy.setMaxRetransmits(0);
        return policy;
    }

    /** A digest of the password for a user, and a signature where there is a key. */
    private static WSS4JOutInterceptor security(Line line) {
        CallbackHandler password = callbacks -> {
            for (Callback one : callbacks) {
                WSPasswordCallback asked = (WSPasswordCallback) one;
                asked.setPassword(asked.getUsage() == WSPasswordCallback.SIGNATURE
                        ? line.signing().orElseThrow().passphrase() : line.password());
            }
        };
        boolean hasUser = !line.user().isEmpty();
        Map<String, Object> settings = new HashMap<>(Map.of("passwordCallbackRef", password, "action",
                (hasUser ? "UsernameToken " : "") + "Timestamp" + (line.signing().isPresent() ? " Signature" : "")));
        if (hasUser) {
            settings.putAll(Map.of("passwordType", "PasswordDigest", "user", line.user()));
        }
        line.signing().ifPresent(signing -> settings.putAll(signing.outgoing(hasUser)));
        return new WSS4JOutInterceptor(settings);
    }
}
