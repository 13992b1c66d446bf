package io.graceway.edge.store.inbox;

import static io.graceway.journey.remittance.Cases.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.edge.store.console.SqlExceptions;
import io.graceway.face.console.work.Exceptions.Chosen;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.Pass;
import io.graceway.journey.placement.AgencyFile;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.ParcelSeal;
import io.graceway.journey.remittance.AgencyMail;
import io.graceway.journey.remittance.AgencyMail.Incoming;
import io.graceway.journey.remittance.KeptFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a file that was not taken whole: kept as it came, read again when people ask, and gone afterwards. */
class KeptMailTest {

    @TempDir
    private Path folder;
    private final House house = new House(Databases.H2).place("P1", "northgate", "100.00");
    private final SqlExceptions exceptions = new SqlExceptions(house.store, house.transaction, house.log,
            Clock.fixed(House.NOON, ZoneOffset.UTC));
    private final Letterbox letterbox = new Letterbox();
    private boolean mended;

    private AgencyMail mail() {
        AgencyMail.Reader reader = new AgencyMail.Reader() {
            @Override
            public Optional<String> document(String agency, String name) {
                return Optional.of("remittance");
            }

            @Override
            public AgencyFile file(String agency, String name, String sha256, Instant at, Path plain, String document) {
                Sent sent = new Sent(agency, document, "f1", mended ? new io.graceway.journey.account.DocumentLine[] {
                    payment("1", "P1", "40.00", null, "USD"), payment("2", "P1", "10.00", null, "USD")}
                        : new io.graceway.journey.account.DocumentLine[] {payment("1", "P1", "40.00", null, "USD")})
                        .as(sha256).at(at.toString());
                return mended ? sent : sent.unreadable(3, "amount");
            }
        };
        return new AgencyMail(Map.of("northgate", letterbox), new Paper(), reader, new SqlInbox(house.store,
                house.transaction, house.log, house.agencies, List.of(House.TONE)), new KeptFiles(new Rereads(
                house.store, house.log), folder.resolve("kept")), folder, (agency, failure) -> { });
    }

    /** One round, as the route goes; gives the files that lie here after it. */
    private List<String> round(String at) throws IOException {
        AgencyMail mail = mail();
        Instant now = Instant.parse(at);
        for (Incoming one : mail.arrivals(new Pass(now, AsOf.moment(now), Pass.Until.ROUNDS, true))) {
            mail.clear(mail.take(mail.open(mail.fetch(one))));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(one -> folder.relativize(one).getParent() + "").toList();
        }
    }

    private String booked() {
        return house.row("select count(*), sum(amount) from agency_payment");
    }

    @Test
    void a_file_with_a_line_that_waits_is_kept_read_again_when_asked_and_deleted_when_nothing_waits() throws Exception {
        letterbox.waiting.add("f1");
        assertThat(round("2026-05-05T10:00:00Z")).containsExactly("kept");
        assertThat(letterbox.waiting).isEmpty();
        mended = true;
        assertThat(round("2026-05-05T11:00:00Z")).containsExactly("kept");
        assertThat(booked()).isEqualTo("1 40");
        assertThat(exceptions.readAgain(new Chosen("GW-DOC-004", List.of()), "anna")).isEqualTo(1);
        assertThat(round("2026-05-05T12:00:00Z")).isEmpty();
        assertThat(booked()).isEqualTo("2 50");
        assertThat(round("2026-05-05T13:00:00Z")).isEmpty();
        assertThat(booked()).isEqualTo("2 50");
    }

    @Test
    void what_is_waived_is_deleted_with_the_next_round() throws Exception {
        letterbox.waiting.add("f1");
        round("2026-05-05T10:00:00Z");
        exceptions.waive(new Chosen("GW-DOC-004", List.of()), "KNOWN", "anna");
        assertThat(round("2026-05-05T11:00:00Z")).isEmpty();
    }

    /** Committed, and crashed before the file was put away: the agency's copy comes again and is kept. */
    @Test
    void after_a_crash_the_file_is_kept_all_the_same() throws Exception {
        letterbox.waiting.add("f1");
        AgencyMail mail = mail();
        Instant now = Instant.parse("2026-05-05T10:00:00Z");
        for (Incoming one : mail.arrivals(new Pass(now, AsOf.moment(now), Pass.Until.ROUNDS, true))) {
            mail.take(mail.open(mail.fetch(one)));
        }
        mended = true;
        assertThat(round("2026-05-05T11:00:00Z")).containsExactly("kept");
        assertThat(booked()).isEqualTo("1 40");
        exceptions.readAgain(new Chosen("GW-DOC-004", List.of()), "anna");
        assertThat(round("2026-05-05T12:00:00Z")).isEmpty();
        assertThat(booked()).isEqualTo("2 50");
    }

    /** A seal that is none: what is sealed is plain. */
    private static final class Paper implements ParcelSeal {

        @Override
        public void seal(String agency, Path plain, Path sealed) {
            throw new IllegalStateException("nothing leaves here");
        }

        @Override
        public List<String> recipients(String agency) {
            return List.of();
        }

        @Override
        public void open(String agency, Path sealed, Path plain) throws IOException {
            Files.copy(sealed, plain);
        }
    }

    /** A mailbox in which an agency's files lie. */
    private static final class Letterbox implements AgencyMailbox {

        final List<String> waiting = new ArrayList<>();

        @Override
        public void put(Consignment consignment, Climb climb) {
            throw new IllegalStateException("nothing leaves here");
        }

        @Override
        public Whereabouts look(Consignment consignment) {
            return Whereabouts.ABSENT;
        }

        @Override
        public boolean isPickedUp(Consignment consignment) {
            return false;
        }

        @Override
        public List<Arrival> arrivals() {
            return waiting.stream().map(name -> new Arrival(name, name.length())).toList();
        }

        @Override
        public void fetch(Arrival arrival, Path into, long mostBytes) {
            try {
                Files.writeString(into, arrival.name());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void taken(Arrival arrival) {
            waiting.remove(arrival.name());
        }

        @Override
        public List<CheckStep> check() {
            return List.of();
        }
    }
}
