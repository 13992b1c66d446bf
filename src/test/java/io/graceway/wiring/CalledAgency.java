package io.graceway.wiring;

import io.graceway.edge.agency.calls.CallPlan;
import io.graceway.edge.agency.calls.CallTerms;
import io.graceway.edge.agency.calls.CallsMailbox;
import io.graceway.edge.agency.rest.RestTerms;
import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.Speech;
import io.graceway.face.TestClock;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader.LineSink;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.ParcelSeal;
import io.graceway.journey.placement.ParcelSealing;
import io.graceway.journey.placement.Rung;
import io.graceway.journey.placement.SealedFile;
import io.graceway.simulator.CaseHost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A played agency network, and a mailbox that calls it as the shipped dialect says. */
final class CalledAgency {

    static final String KEY = "k3y-of-the-house";
    static final CallTerms.Tone TONE = new CallTerms.Tone("acme-home", 4, "ab".repeat(32));
    static final String ONE = """
            {"currencyCode":"EUR","creditorReference":"PL-1","amountToRecover":119.00,\
            "debtor":{"type":"Company","name":"Muster","countryAlpha2":"DE"}}""";
    static final String TWO = """
            {"currencyCode":"USD","creditorReference":"PL-2","amountToRecover":80.25,\
            "debtor":{"type":"Person","name":"Sample","stateAlpha2":"NV","countryAlpha2":"US"}}""";
    private static final Speech SPEECH = new Speech("debitura", Map.of("partner-recipient", "partner",
            "house-recipient", "house", "user-email", "desk@acme.example"));

    final CaseHost host = CaseHost.open(KEY);
    final TestClock clock = new TestClock("2026-03-04T12:00:00Z");
    final List<Duration> waits = new ArrayList<>();
    List<CallTerms.Tone> accepted = List.of();
    CallsMailbox mailbox;
    private final Path temp;
    private final CallPlan plan = CallsWiring.plan(Dialects.shipped(), SPEECH);

    CalledAgency(Path temp) throws IOException {
        this.temp = temp;
        restart();
    }

    /** As after a crash: nothing is known but what lies on the disk. */
    void restart() {
        mailbox = new CallsMailbox(new CallTerms("debitura", new RestTerms(host.base(), KEY::toCharArray,
                Duration.ofSeconds(5), Duration.ofSeconds(5)), plan, new Turned(), temp.resolve("calls"),
                Duration.ofMinutes(15), accepted, clock, waits::add));
    }

    List<Rung> put(Consignment load) throws MailboxFailure {
        List<Rung> rungs = new ArrayList<>();
        mailbox.put(load, (rung, evidence) -> rungs.add(rung));
        return rungs;
    }

    /** What waits when it is asked for again. */
    List<Arrival> arrivals() throws MailboxFailure {
        restart();
        return mailbox.arrivals();
    }

    Path fetched(Arrival one) throws Exception {
        Path file = temp.resolve("fetched-" + System.nanoTime());
        mailbox.fetch(one, file, 1 << 20);
        return file;
    }

    String read(Arrival one) throws Exception {
        Path plain = temp.resolve("read");
        new Turned().open("debitura", fetched(one), plain);
        return Files.readString(plain);
    }

    /** Why lines of a gathered file are not taken. */
    List<String> rejects(Arrival one) throws Exception {
        List<String> codes = new ArrayList<>();
        Dialects.shipped().reader(SPEECH, "cases").read(new ByteArrayInputStream(read(one).getBytes(
                StandardCharsets.UTF_8)), new LineSink() {
                    @Override
                    public void line(DocumentLine line) {
                        codes.add(line.record());
                    }

                    @Override
                    public void reject(String account, Reject reject) {
                        codes.add(reject.code());
                    }
                });
        return codes;
    }

    /** A delivery as it is rendered and sealed: with its tone where it brings accounts or nothing else. */
    Consignment load(String delivery, String document, String... lines) throws IOException {
        boolean tones = document.equals("placement") || document.equals("tone");
        Path parcel = temp.resolve("plain");
        String name = delivery + (tones ? ".zip" : ".json");
        try (OutputStream out = Files.newOutputStream(parcel)) {
            byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
            if (!tones) {
                out.write(text);
            } else {
                try (ZipOutputStream zip = new ZipOutputStream(out)) {
                    entry(zip, "tone-acme-home-4.json", "{}".getBytes(StandardCharsets.UTF_8));
                    entry(zip, "tone-acme-home-4.pdf", "%PDF-".getBytes(StandardCharsets.UTF_8));
                    if (lines.length > 0) {
                        entry(zip, "cases.json", text);
                    }
                }
            }
        }
        SealedFile sealed = sealed(parcel, name + ".pgp");
        Path manifest = Files.writeString(temp.resolve("manifest"), "{\"document\":\"" + document + "\",\"tones\":["
                + (tones ? "{\"profile\":\"acme-home\",\"version\":4,\"sha256\":\"" + TONE.sha256() + "\"}" : "")
                + "]}");
        return new Consignment(delivery, sealed, sealed(manifest, delivery + ".manifest.json.pgp"));
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private SealedFile sealed(Path plain, String name) throws IOException {
        Path sealed = temp.resolve(name);
        new Turned().seal("debitura", plain, sealed);
        return new SealedFile(name, sealed, Files.size(sealed), ParcelSealing.sha256(sealed));
    }

    /** Turns every bit, so that what was not opened cannot be read. */
    private static final class Turned implements ParcelSeal {

        @Override
        public void seal(String agency, Path plain, Path sealed) throws IOException {
            byte[] bytes = Files.readAllBytes(plain);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
            Files.write(sealed, bytes);
        }

        @Override
        public List<String> recipients(String agency) {
            return List.of();
        }

        @Override
        public void open(String agency, Path sealed, Path plain) throws IOException {
            seal(agency, sealed, plain);
        }
    }
}
