package io.graceway.simulator;

import io.graceway.edge.agency.soap.wire.DeliveryStatus;
import io.graceway.edge.agency.soap.wire.DeliveryStatusResponse;
import io.graceway.edge.agency.soap.wire.FaultCode;
import io.graceway.edge.agency.soap.wire.FetchAnswer;
import io.graceway.edge.agency.soap.wire.FetchAnswerResponse;
import io.graceway.edge.agency.soap.wire.FileTray;
import io.graceway.edge.agency.soap.wire.FileTrayFault;
import io.graceway.edge.agency.soap.wire.FileTrayRefusal;
import io.graceway.edge.agency.soap.wire.ListAnswers;
import io.graceway.edge.agency.soap.wire.ListAnswersResponse;
import io.graceway.edge.agency.soap.wire.RemoveAnswer;
import io.graceway.edge.agency.soap.wire.RemoveAnswerResponse;
import io.graceway.edge.agency.soap.wire.Result;
import io.graceway.edge.agency.soap.wire.SubmitFile;
import io.graceway.edge.agency.soap.wire.SubmitFileResponse;
import io.graceway.edge.agency.soap.wire.Submitted;
import io.graceway.edge.agency.soap.wire.Waiting;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.jws.WebService;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.logging.NoOpFaultListener;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;

/** An agency's file tray, as an agency would make it of the published contract. */
@WebService(endpointInterface = "io.graceway.edge.agency.soap.wire.FileTray",
        targetNamespace = "urn:graceway:file-tray:1", serviceName = "FileTrayPoint", portName = "FileTrayPort",
        wsdlLocation = "classpath:wsdl/file-tray.wsdl")
public final class SoapAgency implements FileTray, AutoCloseable {

    /** What was asked, by the names of the operations. */
    public final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    /** While set, what it answers to whatever is submitted. */
    public volatile FaultCode refuses;
    /** While set, what its own disk fails with. */
    public volatile Whim whim = Whim.NONE;
    private final URI address;
    private final EndpointImpl endpoint;
    private volatile Path home;

    public SoapAgency(String user, String password) {
        this(endpoint -> endpoint.getInInterceptors().add(new WSS4JInInterceptor(Map.of("action",
                "UsernameToken Timestamp", "passwordType", "PasswordDigest", "passwordCallbackRef",
                SoapErp.secret(user, password)))));
    }

    /** @param security what it demands and how it signs */
    public SoapAgency(Consumer<EndpointImpl> security) {
        address = URI.create("http://127.0.0.1:" + freePort() + "/file-tray");
        Bus bus = new ExtensionManagerBus();
        bus.setProperty(FaultListener.class.getName(), new NoOpFaultListener());
        endpoint = new EndpointImpl(bus, this);
        security.accept(endpoint);
        endpoint.publish(address.toString());
        ((SOAPBinding) endpoint.getBinding()).setMTOMEnabled(true);
    }

    /** Begins anew over that folder. */
    public SoapAgency at(Path newHome) throws IOException {
        home = newHome;
        refuses = null;
        whim = Whim.NONE;
        asked.clear();
        tray().prepare();
        return this;
    }

    private RestTray tray() {
        return new RestTray(home, whim);
    }

    public URI address() {
        return address;
    }

    public Path home() {
        return home;
    }

    @Override
    public SubmitFileResponse submitFile(SubmitFile file) throws FileTrayRefusal {
        asked.add("submit");
        if (refuses != null) {
            throw refusal(refuses);
        }
        try (InputStream content = file.getContent().getInputStream()) {
            int kept = tray().keep(content, file.getDelivery(), file.getName(),
                    sha256 -> HexFormat.of().formatHex(sha256).equals(file.getSha256()));
            if (kept >= 400) {
                throw refusal(kept == 409 ? FaultCode.CONFLICT : FaultCode.NOT_AS_SAID);
            }
            SubmitFileResponse answer = new SubmitFileResponse();
            answer.setResult(kept == 201 ? Result.STORED : Result.ALREADY);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public DeliveryStatusResponse deliveryStatus(DeliveryStatus question) {
        asked.add("status");
        try {
            DeliveryStatusResponse answer = new DeliveryStatusResponse();
            for (Map<String, Object> one : tray().delivered(question.getDelivery())) {
                Submitted file = new Submitted();
                file.setName((String) one.get("name"));
                file.setSize((Long) one.get("size"));
                file.setSha256((String) one.get("sha256"));
                file.setPickedUp((Boolean) one.get("pickedUp"));
                answer.getFile().add(file);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ListAnswersResponse listAnswers(ListAnswers question) {
        asked.add("list");
        try {
            ListAnswersResponse answer = new ListAnswersResponse();
            for (Map<String, Object> one : tray().waitingForUs()) {
                Waiting file = new Waiting();
                file.setName((String) one.get("name"));
                file.setSize((Long) one.get("size"));
                file.setSha256((String) one.get("sha256"));
                answer.getFile().add(file);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public FetchAnswerResponse fetchAnswer(FetchAnswer question) throws FileTrayRefusal {
        asked.add("fetch");
        Path file = waiting(question.getName());
        if (!Files.exists(file)) {
            throw refusal(FaultCode.UNKNOWN_FILE);
        }
        FetchAnswerResponse answer = new FetchAnswerResponse();
        answer.setContent(new DataHandler(new FileDataSource(file.toFile())));
        return answer;
    }

    @Override
    public RemoveAnswerResponse removeAnswer(RemoveAnswer question) {
        asked.add("remove");
        try {
            Files.deleteIfExists(waiting(question.getName()));
            return new RemoveAnswerResponse();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path waiting(String name) {
        return home.resolve(SftpHost.FROM_AGENCY).resolve(name);
    }

    private static FileTrayRefusal refusal(FaultCode code) {
        FileTrayFault fault = new FileTrayFault();
        fault.setCode(code);
        fault.setReason("the account of Jane Roe");
        return new FileTrayRefusal("refused for Jane Roe", fault);
    }

    @Override
    public void close() {
        endpoint.stop();
        endpoint.getBus().shutdown(true);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
