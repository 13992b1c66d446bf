package io.graceway.edge.source.call;

import io.graceway.edge.source.soap.Receivables;
import jakarta.xml.ws.BindingProvider;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.namespace.QName;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.logging.NoOpFaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/** A caller of the receivables service: HTTP/1.1, time limits, digest login, every message held against the schema. */
public final class Calls {

    private static final String NAMESPACE = "urn:graceway:receivables:1";

    private Calls() {
    }

    public static Receivables on(Line line) {
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
        ((BindingProvider) port).getRequestContext().put(Message.SCHEMA_VALIDATION_ENABLED, "BOTH");
        Client client = ClientProxy.getClient(port);
        client.getOutInterceptors().add(login(line));
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

    private static WSS4JOutInterceptor login(Line line) {
        CallbackHandler password = callbacks -> {
            for (Callback one : callbacks) {
                ((WSPasswordCallback) one).setPassword(line.password());
            }
        };
        return new WSS4JOutInterceptor(Map.of("action", "UsernameToken Timestamp", "passwordType", "PasswordDigest",
                "user", line.user(), "passwordCallbackRef", password));
    }
}
