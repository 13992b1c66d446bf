package io.graceway.edge.agency.soap;

import io.graceway.edge.agency.OwnFile;
import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.Watchdog;
import io.graceway.edge.agency.soap.wire.DeliveryStatus;
import io.graceway.edge.agency.soap.wire.FetchAnswer;
import io.graceway.edge.agency.soap.wire.FileTray;
import io.graceway.edge.agency.soap.wire.ListAnswers;
import io.graceway.edge.agency.soap.wire.RemoveAnswer;
import io.graceway.edge.agency.soap.wire.SubmitFile;
import io.graceway.edge.agency.window.Listed;
import io.graceway.edge.agency.window.Window;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.SealedFile;
import io.graceway.soap.Place;
import io.graceway.soap.Ports;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.message.Message;

/** The calls that an agency's file tray understands. Contents pass by; the XML beside them is held in memory. */
final class SoapWindow implements Window {

    private static final Ports.Contract<FileTray> CONTRACT = new Ports.Contract<>(FileTray.class,
            "wsdl/file-tray.wsdl", "urn:graceway:file-tray:1", "FileTrayPoint", "FileTrayPort");
    private static final long BYTES_PER_SECOND = 32L << 10;
    /** A signature covers the content, so that both sides hold it whole and several times over. */
    private static final long MOST_SIGNED = 16L << 20;

    private final SoapTerms terms;
    private final Place place;
    private final Watchdog watchdog;
    private final FileTray port;

    /** One call. */
    @FunctionalInterface
    private interface Call<A> {
        A on(FileTray port) throws Exception;
    }

    SoapWindow(SoapTerms terms, Watchdog watchdog) {
        this.terms = terms;
        this.place = terms.place();
        this.watchdog = watchdog;
        this.port = Ports.open(CONTRACT, place, terms.signing(), terms.shown());
        ((SOAPBinding) ((BindingProvider) port).getBinding()).setMTOMEnabled(true);
        Client client = ClientProxy.getClient(port);
        client.setThreadLocalRequestContext(true);
        client.getInInterceptors().add(new Gate());
        client.getInInterceptors().add(Gate.cap());
        // A content inside the XML would have to be held whole.
        client.getBus().setProperty("org.apache.cxf.stax.maxTextLength", Gate.MOST_XML);
    }

    @Override
    public Address address() {
        return new Address(place.endpoint().getHost(), place.port(), place.connect());
    }

    @Override
    public String login() {
        return String.join(", ", Stream.of(place.user().isEmpty() ? "" : "user", terms.signing().isEmpty() ? ""
                : "signature", terms.shown().isEmpty() ? "" : "certificate").filter(one -> !one.isEmpty()).toList());
    }

    @Override
    public List<Listed> delivered(String delivery) throws MailboxFailure {
        DeliveryStatus question = new DeliveryStatus();
        question.setDelivery(delivery);
        return sound(asked("status of a delivery", 0, tray -> tray.deliveryStatus(question).getFile()).stream()
                .map(one -> new Listed(one.getName(), one.getSize(), one.getSha256(), one.isPickedUp())).toList());
    }

    @Override
    public List<Listed> answers() throws MailboxFailure {
        return sound(asked("list of answers", 0, tray -> tray.listAnswers(new ListAnswers()).getFile()).stream()
                .map(one -> new Listed(one.getName(), one.getSize(), one.getSha256(), null)).toList());
    }

    private static List<Listed> sound(List<Listed> listed) throws MailboxFailure {
        if (!listed.stream().allMatch(Listed::isSound)) {
            throw Trouble.UNEXPECTED.at("list of files");
        }
        return listed;
    }

    @Override
    public String hand(String delivery, SealedFile file) throws MailboxFailure {
        SubmitFile submitted = new SubmitFile();
        submitted.setDelivery(delivery);
        submitted.setName(file.name());
        submitted.setSize(file.size());
        submitted.setSha256(file.sha256());
        submitted.setContent(new DataHandler(new Content(file.path())));
        return asked("submit " + file.name(), file.size(), tray -> "answered "
                + tray.submitFile(submitted).getResult().value());
    }

    @Override
    public Tally give(Listed answer, OutputStream to, long most) throws MailboxFailure {
        FetchAnswer question = new FetchAnswer();
        question.setName(answer.name());
        return asked("fetch " + answer.name(), answer.size(), tray -> {
            try (InputStream content = tray.fetchAnswer(question).getContent().getInputStream()) {
                return Tally.copy(content, to, most, () -> { });
            }
        });
    }

    @Override
    public void remove(String answer) throws MailboxFailure {
        RemoveAnswer question = new RemoveAnswer();
        question.setName(answer);
        asked("remove " + answer, 0, tray -> tray.removeAnswer(question));
    }

    /** @param bytes that go or come beside the XML; they lengthen the time limit */
    private <A> A asked(String doing, long bytes, Call<A> call) throws MailboxFailure {
        if (terms.signing().isPresent() && bytes > MOST_SIGNED) {
            throw Trouble.TOO_BIG.at(doing + " (in a signed message at most " + MOST_SIGNED + " bytes)");
        }
        Duration patience = place.receive().plus(Duration.ofSeconds(bytes / BYTES_PER_SECOND));
        Map<String, Object> context = ((BindingProvider) port).getRequestContext();
        context.put(Message.RECEIVE_TIMEOUT, patience.toMillis());
        context.put(Gate.MOST, bytes + Gate.MOST_XML);
        Deadline deadline = new Deadline(watchdog, patience);
        context.put(Gate.DEADLINE, deadline);
        try (deadline) {
            terms.mustBeValid();
            return call.on(port);
        } catch (Exception e) {
            throw deadline.hasFired() ? Trouble.SILENT.at(doing + " at " + address(), e)
                    : SoapTrouble.of(e, doing + " at " + address());
        }
    }

    /** A file of ours as it is sent; nothing about it but its bytes goes over. */
    private record Content(Path path) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            return OwnFile.read(path);
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("it is only read");
        }

        @Override
        public String getContentType() {
            return "application/octet-stream";
        }

        @Override
        public String getName() {
            return null;
        }
    }
}
