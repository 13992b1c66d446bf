package io.graceway.edge.agency.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.graceway.edge.agency.AgencyMailboxContract;
import io.graceway.edge.agency.Partner;
import io.graceway.edge.agency.soap.wire.FaultCode;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.AgencyMailbox.Whereabouts;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.simulator.SoapAgency;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoapMailboxTest extends AgencyMailboxContract {

    private static final int BIG = 40 << 20;

    private static SoapAgency agency;

    @BeforeAll
    static void opens() {
        agency = new SoapAgency(SoapPartner.USER, SoapPartner.PASSWORD);
    }

    @AfterAll
    static void closes() {
        agency.close();
    }

    @Override
    protected Partner partner(Path at) throws Exception {
        return new SoapPartner(agency, at);
    }

    @ParameterizedTest
    @CsvSource({"BUSY,015,true", "NO_SPACE,032,true", "CONFLICT,033,false", "NOT_AS_SAID,034,true", "TOO_BIG,042,false",
        "NOT_ALLOWED,031,false", "UNKNOWN_FILE,041,false"})
    void tells_each_fault_of_the_contract_by_its_code_and_nothing_of_its_text(FaultCode fault, String code,
            boolean passing) {
        agency.refuses = fault;
        MailboxFailure failure = refusedPut();
        assertThat(failure.code()).isEqualTo("GW-MAIL-" + code);
        assertThat(failure.isPassing()).isEqualTo(passing);
        assertThat(failure.getMessage()).matches("[ -~]+").doesNotContain("Roe", SoapPartner.PASSWORD);
    }

    @Test
    void is_not_let_in_with_another_password_and_says_at_which_step() {
        var steps = ((SoapPartner) partner).mailbox(agency.address(), "guessed", Duration.ofSeconds(20)).check();
        assertThat(steps.get(steps.size() - 1)).satisfies(last -> {
            assertThat(last.step() + " " + last.code()).isEqualTo("user and answers GW-MAIL-023");
            assertThat(last.hint()).doesNotContain("guessed");
        });
    }

    @Test
    void asks_what_became_of_a_file_before_it_is_submitted_again() throws Exception {
        agency.whim = (step, file) -> {
            if (step.equals("written")) {
                Files.copy(file, partner.inTray(load).resolve(load.parcel().name()));
                throw new IOException("lost");
            }
        };
        MailboxFailure lost = refusedPut();
        assertThat(lost.code()).isEqualTo("GW-MAIL-016");
        assertThat(lost.isPassing()).isTrue();
        agency.whim = (step, file) -> { };
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.PARCEL_ONLY);
        agency.asked.clear();
        put();
        assertThat(agency.asked).containsExactly("status", "status", "submit", "status");
    }

    /** What the caller's thread uses tells whether it ever held the content; buffers and XML are some megabytes. */
    @Test
    void a_big_file_passes_by_in_both_directions() throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Consignment big = Partner.consignment(folder, "D-big", BIG);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        mailbox.put(big, (rung, evidence) -> { });
        Files.move(partner.inTray(big).resolve(big.parcel().name()), partner.outTray().resolve("big.pgp"));
        mailbox.fetch(new Arrival("big.pgp", BIG), folder.resolve("fetched"), BIG);
        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before).isLessThan(BIG / 2);
        assertThat(Files.mismatch(folder.resolve("fetched"), big.parcel().path())).isEqualTo(-1);
    }

    @Test
    void passes_over_a_strange_name_and_never_asks_for_it() throws Exception {
        Files.write(partner.outTray().resolve("con.pgp"), new byte[5]);
        Files.write(partner.outTray().resolve("plain.pgp"), new byte[5]);
        assertThat(mailbox.arrivals()).containsExactly(new Arrival("plain.pgp", 5));
        assertThat(((SoapPartner) partner).passedOver).hasSize(1);
        var failure = catchThrowableOfType(MailboxFailure.class,
                () -> mailbox.fetch(new Arrival("con.pgp", 5), folder.resolve("q"), 1000));
        assertThat(failure.code()).isEqualTo("GW-MAIL-040");
        assertThat(agency.asked).doesNotContain("fetch");
    }
}
