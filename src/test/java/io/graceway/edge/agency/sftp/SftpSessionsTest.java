package io.graceway.edge.agency.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graceway.edge.agency.FaultyLine;
import io.graceway.edge.agency.Partner;
import io.graceway.journey.placement.AgencyMailbox.Whereabouts;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SftpSessionsTest {

    @TempDir
    Path folder;
    private MinaPartner agency;

    @BeforeEach
    void begins() throws IOException {
        agency = new MinaPartner(folder);
    }

    @AfterEach
    void ends() throws IOException {
        agency.close();
    }

    private SftpMailbox mailbox(Duration patience, Duration idle) throws IOException {
        var habits = new SftpHabits(3, idle, Duration.ofMillis(50), true, 0);
        return agency.mailbox(agency.terms(agency.port(), patience, habits));
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for ten seconds").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    @Test
    void uses_one_warm_session_for_work_that_comes_one_after_another() throws Exception {
        SftpMailbox mailbox = mailbox(Duration.ofSeconds(10), Duration.ofSeconds(30));
        for (int i = 0; i < 5; i++) {
            mailbox.arrivals();
        }
        assertThat(mailbox.warmSessions()).isEqualTo(1);
        assertThat(agency.host.sessions()).isEqualTo(1);
    }

    @Test
    void closes_a_session_that_nobody_needs() throws Exception {
        SftpMailbox mailbox = mailbox(Duration.ofSeconds(10), Duration.ofMillis(300));
        mailbox.arrivals();
        await(() -> mailbox.warmSessions() == 0 && agency.host.sessions() == 0);
    }

    @Test
    void opens_another_session_when_the_agency_has_hung_up_on_the_warm_one() throws Exception {
        SftpMailbox mailbox = mailbox(Duration.ofSeconds(10), Duration.ofSeconds(30));
        mailbox.arrivals();
        agency.host.hangUp();
        assertThat(mailbox.arrivals()).isEmpty();
        Consignment load = Partner.consignment(folder, "D-9", 1000);
        agency.host.hangUp();
        mailbox.put(load, (rung, evidence) -> { });
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.COMPLETE);
    }

    @Test
    void throws_a_session_away_after_a_failure_and_keeps_the_place_free() throws Exception {
        SftpMailbox mailbox = mailbox(Duration.ofSeconds(10), Duration.ofSeconds(30));
        agency.host.behave((step, file) -> {
            throw new IOException("no");
        });
        Consignment load = Partner.consignment(folder, "D-10", 1000);
        for (int i = 0; i < 6; i++) {
            assertThat(catchThrowableOfType(MailboxFailure.class, () -> mailbox.put(load, (rung, evidence) -> { })))
                    .isNotNull();
        }
        await(() -> agency.host.sessions() == 0);
        assertThat(mailbox.warmSessions()).isZero();
    }

    @Test
    @Timeout(120)
    void eight_threads_with_twenty_puts_each_share_three_sessions_without_a_deadlock() throws Exception {
        SftpMailbox mailbox = mailbox(Duration.ofSeconds(20), Duration.ofSeconds(30));
        var threads = Executors.newFixedThreadPool(8);
        try {
            var works = new ArrayList<Callable<Integer>>();
            for (int t = 0; t < 8; t++) {
                int thread = t;
                works.add(() -> twentyPuts(mailbox, thread));
            }
            for (Future<Integer> most : threads.invokeAll(works)) {
                assertThat(most.get()).isLessThanOrEqualTo(3);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(agency.standing(null)).hasSize(8 * 20 * 2);
    }

    private int twentyPuts(SftpMailbox mailbox, int thread) throws Exception {
        int mostSessions = 0;
        for (int i = 0; i < 20; i++) {
            Consignment load = Partner.consignment(folder, "D-" + thread + "-" + i, 3000 + i);
            mailbox.put(load, (rung, evidence) -> { });
            mostSessions = Math.max(mostSessions, agency.host.sessions());
        }
        return mostSessions;
    }

    @Test
    @Timeout(60)
    void gives_up_on_a_peer_that_reads_no_more_in_the_middle_of_a_big_file() throws Exception {
        Consignment load = Partner.consignment(folder, "D-11", 30_000_000);
        try (var line = new FaultyLine(agency.port())) {
            line.arm(FaultyLine.Break.STALL, true, 2_000_000);
            long begun = System.nanoTime();
            var failure = catchThrowableOfType(MailboxFailure.class,
                    () -> agency.mailboxThrough(line.port()).put(load, (rung, evidence) -> { }));
            assertThat(failure.code()).isEqualTo("GW-MAIL-012");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(agency.mailbox().look(load)).isEqualTo(Whereabouts.PART_ONLY);
    }

    @Test
    void says_when_every_allowed_session_is_in_use() throws Exception {
        var habits = new SftpHabits(1, Duration.ofSeconds(30), Duration.ofSeconds(8), false, 0);
        SftpMailbox mailbox = agency.mailbox(agency.terms(agency.port(), Duration.ofMillis(500), habits));
        Files.writeString(agency.outTray().resolve("resting.pgp"), "x");
        List<Throwable> seen = new ArrayList<>();
        var busy = new Thread(() -> seen.add(catchThrowableOfType(MailboxFailure.class, mailbox::arrivals)));
        busy.start();
        await(() -> agency.host.sessions() == 1);
        assertThat(catchThrowableOfType(MailboxFailure.class, mailbox::arrivals).code()).isEqualTo("GW-MAIL-014");
        busy.interrupt();
        busy.join();
        assertThat(seen).hasSize(1);
    }
}
