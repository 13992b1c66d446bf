package io.graceway.soap;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/** Makes callers of services: HTTP/1.1, time limits, no redirects, no second tries, nothing of a message in the log. */
public final class Ports {

    /**
     * What both sides keep to.
     *
     * @param wsdl      on the class path
     * @param namespace of the service and its port
     */
    public record Contract<P>(Class<P> type, String wsdl, String namespace, String service, String port) {
    }

    private Ports() {
    }

    /**
     * @param signing by which what we send is signed and answers are believed; empty for neither
     * @param shown   our certificate for the line; empty for none
     */
    public static <P> P open(Contract<P> contract, Place place, Optional<Signing> signing, Optional<ShownKey> shown) {
        Bus bus = BusFactory.newInstance().createBus();
        // By itself CXF logs what a message broke off at with the text of it, and that may speak of a person.
        bus.setProperty(FaultListener.class.getName(), new NoOpFaultListener());
        JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
        factory.setBus(bus);
        factory.setServiceClass(contract.type());
        // Without the contract the messages could not be held against its schema.
        factory.setWsdlLocation("classpath:" + contract.wsdl());
        factory.setServiceName(new QName(contract.namespace(), contract.service()));
        factory.setEndpointName(new QName(contract.namespace(), contract.port()));
        factory.setAddress(place.endpoint().toString());
        P port = factory.create(contract.type());
        Client client = ClientProxy.getClient(port);
        client.getOutInterceptors().add(new WSS4JOutInterceptor(login(place, signing)));
        HTTPConduit line = (HTTPConduit) client.getConduit();
        line.setClient(policy(place));
        shown.ifPresent(one -> line.setTlsClientParameters(one.parameters()));
        signing.ifPresent(one -> one.check(client));
        return port;
    }

    private static HTTPClientPolicy policy(Place place) {
        HTTPClientPolicy policy = new HTTPClientPolicy();
        // The attempt to upgrade to HTTP/2 costs half the speed, and some servers answer it with an error.
        policy.setVersion("1.1");
        policy.setConnectionTimeout(place.connect().toMillis());
        policy.setReceiveTimeout(place.receive().toMillis());
        policy.setAutoRedirect(false);
        policy.setMaxRetransmits(0);
        return policy;
    }

    /** The time, a digest of the password for a user, and a signature where there is a key. */
    private static Map<String, Object> login(Place place, Optional<Signing> signing) {
        CallbackHandler secrets = callbacks -> {
            for (Callback one : callbacks) {
                WSPasswordCallback asked = (WSPasswordCallback) one;
                asked.setPassword(asked.getUsage() == WSPasswordCallback.SIGNATURE ? signing.orElseThrow().passphrase()
                        : place.password());
            }
        };
        boolean hasUser = !place.user().isEmpty();
        Map<String, Object> settings = new HashMap<>(Map.of("passwordCallbackRef", secrets, "action",
                (hasUser ? "UsernameToken " : "") + "Timestamp" + (signing.isPresent() ? " Signature" : "")));
        if (hasUser) {
            settings.putAll(Map.of("passwordType", "PasswordDigest", "user", place.user()));
        }
        signing.ifPresent(one -> settings.putAll(one.outgoing(hasUser)));
        return settings;
    }
}
