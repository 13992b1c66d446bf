package io.graceway.simulator;

import io.graceway.edge.source.soap.Account;
import io.graceway.edge.source.soap.FaultCode;
import io.graceway.edge.source.soap.FetchDocument;
import io.graceway.edge.source.soap.FetchDocumentResponse;
import io.graceway.edge.source.soap.Kind;
import io.graceway.edge.source.soap.ListEntryKinds;
import io.graceway.edge.source.soap.ListEntryKindsResponse;
import io.graceway.edge.source.soap.ListReceivables;
import io.graceway.edge.source.soap.ListReceivablesResponse;
import io.graceway.edge.source.soap.PostEntry;
import io.graceway.edge.source.soap.PostEntryResponse;
import io.graceway.edge.source.soap.Receivables;
import io.graceway.edge.source.soap.ReceivablesFault;
import io.graceway.edge.source.soap.ReceivablesRefusal;
import io.graceway.edge.source.soap.Result;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.jws.WebService;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/** An ERP that speaks the receivables contract, keeps what is posted, and can be told to misbehave. */
@WebService(endpointInterface = "io.graceway.edge.source.soap.Receivables",
        targetNamespace = "urn:graceway:receivables:1", serviceName = "ReceivablesPoint", portName = "ReceivablesPort",
        wsdlLocation = "classpath:wsdl/receivables.wsdl")
public final class SoapErp implements Receivables, AutoCloseable {

    public final TreeMap<String, Account> accounts = new TreeMap<>();
    public final Map<String, PostEntry> posted = Collections.synchronizedMap(new LinkedHashMap<>());
    public volatile List<Kind> permits = List.of(Kind.PAYMENT, Kind.NOTE);
    /** May change an answer before it goes out. */
    public Consumer<ListReceivablesResponse> meddle = answer -> { };
    /** While set, an answer to a posting waits for it after the entry is kept. */
    public volatile CountDownLatch silence;
    public volatile int calls;
    /** While set, thrown instead of posting anything. */
    public volatile RuntimeException stumbles;
    /** Of every account. */
    public volatile DataSource paper;
    /** What it says of its length. */
    public volatile long length;
    private final URI address;
    private final EndpointImpl endpoint;

    public SoapErp(String user, String password, boolean strict) {
        this(strict, endpoint -> endpoint.getInInterceptors().add(new WSS4JInInterceptor(Map.of("action",
                "UsernameToken Timestamp", "passwordType", "PasswordDigest", "passwordCallbackRef",
                secret(user, password)))));
    }

    /** @param security what it demands and how it signs */
    public SoapErp(boolean strict, Consumer<EndpointImpl> security) {
        address = URI.create("http://127.0.0.1:" + freePort() + "/receivables");
        endpoint = new EndpointImpl(new ExtensionManagerBus(), this);
        endpoint.setProperties(new LinkedHashMap<>(Map.of(Message.SCHEMA_VALIDATION_ENABLED,
                strict ? "BOTH" : "NONE")));
        security.accept(endpoint);
        endpoint.publish(address.toString());
    }

    /** Knows the password of one user. */
    public static CallbackHandler secret(String user, String password) {
        return callbacks -> {
            for (Callback one : callbacks) {
                if (((WSPasswordCallback) one).getIdentifier().equals(user)) {
                    ((WSPasswordCallback) one).setPassword(password);
                }
            }
        };
    }

    public URI address() {
        return address;
    }

    @Override
    public ListReceivablesResponse listReceivables(ListReceivables question) {
        calls++;
        ListReceivablesResponse answer = new ListReceivablesResponse();
        List<Account> all = new ArrayList<>(accounts.tailMap(question.getAfter(), false).values());
        answer.getAccount().addAll(all.subList(0, Math.min(question.getLimit(), all.size())));
        if (all.size() > question.getLimit()) {
            answer.setNext(all.get(question.getLimit() - 1).getNumber());
        }
        meddle.accept(answer);
        return answer;
    }

    @Override
    public PostEntryResponse postEntry(PostEntry entry) throws ReceivablesRefusal {
        Result result = keep(entry);
        if (silence != null) {
            try {
                silence.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        PostEntryResponse answer = new PostEntryResponse();
        answer.setResult(result);
        answer.setEvidence("E-" + entry.getKey());
        return answer;
    }

    @Override
    public ListEntryKindsResponse listEntryKinds(ListEntryKinds question) {
        ListEntryKindsResponse answer = new ListEntryKindsResponse();
        answer.getKind().addAll(permits);
        return answer;
    }

    @Override
    public FetchDocumentResponse fetchDocument(FetchDocument question) throws ReceivablesRefusal {
        if (!accounts.containsKey(question.getAccount()) || paper == null) {
            throw refusal(FaultCode.UNKNOWN_ACCOUNT);
        }
        FetchDocumentResponse answer = new FetchDocumentResponse();
        answer.setMediaType("application/pdf");
        answer.setLength(length);
        answer.setContent(new DataHandler(paper));
        return answer;
    }

    @Override
    public void close() {
        endpoint.stop();
        endpoint.getBus().shutdown(true);
    }

    private synchronized Result keep(PostEntry entry) throws ReceivablesRefusal {
        calls++;
        if (stumbles != null) {
            throw stumbles;
        }
        if (!accounts.containsKey(entry.getAccount())) {
            throw refusal(entry.getAccount().startsWith("busy") ? FaultCode.BUSY : FaultCode.UNKNOWN_ACCOUNT);
        }
        return posted.putIfAbsent(entry.getKey(), entry) == null ? Result.POSTED : Result.ALREADY;
    }

    private static ReceivablesRefusal refusal(FaultCode code) {
        ReceivablesFault fault = new ReceivablesFault();
        fault.setCode(code);
        fault.setReason("Jane Roe is not known here");
        return new ReceivablesRefusal("refused", fault);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
