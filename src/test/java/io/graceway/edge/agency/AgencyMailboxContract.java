package io.graceway.edge.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.AgencyMailbox.Whereabouts;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Rung;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every agency mailbox has to do, whatever the transport; run against each real server. */
public abstract class AgencyMailboxContract {

    private static final int SIZE = 70_001;

    @TempDir
    protected Path folder;
    protected Partner partner;
    protected AgencyMailbox mailbox;
    protected Consignment load;
    private final List<Rung> rungs = new ArrayList<>();

    protected abstract Partner partner(Path at) throws Exception;

    @BeforeEach
    void begins() throws Exception {
        partner = partner(folder);
        mailbox = partner.mailbox();
        load = Partner.consignment(folder, "D-1001", SIZE);
    }

    @AfterEach
    void ends() throws IOException {
        partner.close();
    }

    protected void put() throws MailboxFailure {
        rungs.clear();
        mailbox.put(load, (rung, evidence) -> {
            assertThat(evidence).isNotBlank();
            rungs.add(rung);
        });
    }

    protected MailboxFailure refusedPut() {
        return catchThrowableOfType(MailboxFailure.class, this::put);
    }

    private Map<String, String> both() {
        return Map.of(load.parcel().name(), load.parcel().sha256(), load.manifest().name(), load.manifest().sha256());
    }

    @Test
    void climbs_every_rung_and_leaves_exactly_one_parcel_and_one_manifest() throws Exception {
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.ABSENT);
        put();
        assertThat(rungs).containsExactly(Rung.CONNECTED, Rung.SENT, Rung.VERIFIED, Rung.RENAMED, Rung.MANIFEST_SENT);
        assertThat(partner.standing(load)).containsExactlyInAnyOrderEntriesOf(both());
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.COMPLETE);
        assertThat(mailbox.isPickedUp(load)).isFalse();
    }

    @Test
    void putting_the_same_again_changes_nothing_and_climbs_on_what_was_found() throws Exception {
        put();
        put();
        assertThat(rungs).endsWith(Rung.RENAMED, Rung.MANIFEST_SENT);
        assertThat(partner.standing(load)).containsExactlyInAnyOrderEntriesOf(both());
    }

    @Test
    void goes_on_with_the_manifest_when_only_the_parcel_stands() throws Exception {
        Files.copy(load.parcel().path(), partner.inTray(load).resolve(load.parcel().name()));
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.PARCEL_ONLY);
        put();
        assertThat(partner.standing(load)).containsExactlyInAnyOrderEntriesOf(both());
    }

    @Test
    void replaces_nothing_that_stands_under_the_parcels_name() throws Exception {
        byte[] theirs = new byte[SIZE];
        Files.write(partner.inTray(load).resolve(load.parcel().name()), theirs);
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.UNCLEAR);
        MailboxFailure refused = refusedPut();
        assertThat(refused.code()).isEqualTo("GW-MAIL-033");
        assertThat(refused.isPassing()).isFalse();
        assertThat(partner.standing(load)).containsOnly(Map.entry(load.parcel().name(), Tally.of(theirs).sha256()));
    }

    @Test
    void replaces_nothing_that_stands_under_the_manifests_name() throws Exception {
        Files.writeString(partner.inTray(load).resolve(load.manifest().name()), "theirs");
        assertThat(refusedPut().code()).isEqualTo("GW-MAIL-033");
        assertThat(partner.standing(load)).containsOnlyKeys(load.manifest().name());
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.UNCLEAR);
    }

    @Test
    void sees_that_the_parcel_was_taken_away() throws Exception {
        put();
        partner.takeAway(load, load.parcel());
        assertThat(mailbox.isPickedUp(load)).isTrue();
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.TAKEN);
    }

    @Test
    void refuses_to_send_a_file_of_ours_that_is_not_what_was_sealed() throws Exception {
        byte[] bytes = Files.readAllBytes(load.parcel().path());
        bytes[SIZE / 2] ^= 1;
        Files.write(load.parcel().path(), bytes);
        assertThat(refusedPut().code()).isEqualTo("GW-MAIL-002");
        assertThat(rungs).doesNotContain(Rung.SENT);
        assertThat(partner.standing(load)).doesNotContainKeys(load.parcel().name(), load.manifest().name());
    }

    @Test
    void lists_fetches_and_takes_away_an_answer() throws Exception {
        byte[] content = "answer of the agency\n".repeat(1000).getBytes();
        Files.write(partner.outTray().resolve("ack-2026-03-18.pgp"), content);
        List<Arrival> arrivals = mailbox.arrivals();
        assertThat(arrivals).containsExactly(new Arrival("ack-2026-03-18.pgp", content.length));
        Path into = folder.resolve("quarantine-1");
        mailbox.fetch(arrivals.get(0), into, content.length);
        assertThat(Files.readAllBytes(into)).isEqualTo(content);
        assertThat(partner.outTray().resolve("ack-2026-03-18.pgp")).exists();
        mailbox.taken(arrivals.get(0));
        assertThat(partner.outTray().resolve("ack-2026-03-18.pgp")).doesNotExist();
        mailbox.taken(arrivals.get(0));
    }

    @Test
    void refuses_an_answer_one_byte_above_the_cap_and_leaves_nothing_of_it() throws Exception {
        Files.write(partner.outTray().resolve("big.pgp"), new byte[1001]);
        Path into = folder.resolve("quarantine-2");
        var refused = catchThrowableOfType(MailboxFailure.class,
                () -> mailbox.fetch(new Arrival("big.pgp", 1001), into, 1000));
        assertThat(refused.code()).isEqualTo("GW-MAIL-042");
        assertThat(into).doesNotExist();
    }

    @Test
    void refuses_to_fetch_or_take_a_file_that_is_not_the_one_listed() throws Exception {
        Files.write(partner.outTray().resolve("grows.pgp"), new byte[20]);
        Path into = folder.resolve("quarantine-3");
        Arrival listed = new Arrival("grows.pgp", 10);
        for (var attempt : List.<ThrowingCallable>of(
                () -> mailbox.fetch(listed, into, 1000), () -> mailbox.taken(listed))) {
            assertThat(catchThrowableOfType(MailboxFailure.class, attempt).code()).isEqualTo("GW-MAIL-043");
        }
        assertThat(into).doesNotExist();
        assertThat(partner.outTray().resolve("grows.pgp")).exists();
    }

    @Test
    void says_that_an_answer_is_gone() {
        var gone = catchThrowableOfType(MailboxFailure.class,
                () -> mailbox.fetch(new Arrival("never-there.pgp", 5), folder.resolve("quarantine-4"), 1000));
        assertThat(gone.code()).isEqualTo("GW-MAIL-041");
    }

    @Test
    void passes_every_step_of_its_own_check_and_leaves_nothing_in_the_tray() throws Exception {
        assertThat(mailbox.check()).isNotEmpty().allMatch(step -> step.passed() && step.code().isEmpty());
        assertThat(partner.standing(load)).isEmpty();
    }
}
