package io.graceway.edge.store.hand;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.edge.store.retention.SqlParcelArchive;
import io.graceway.journey.account.Ids;
import io.graceway.journey.placement.AgencyMailbox.Whereabouts;
import io.graceway.journey.placement.Rung;
import io.graceway.journey.placement.hand.Outcome;
import io.graceway.journey.writeback.retention.ParcelArchive;
import io.graceway.journey.writeback.retention.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do about a delivery brings nothing to an agency twice. */
@ParameterizedClass
@EnumSource(Databases.class)
class SqlDeliveryDeskTest {

    @Parameter
    Databases databases;

    @TempDir
    private Path folder;
    private Deeds deeds;

    @BeforeEach
    void start() {
        deeds = new Deeds(new House(databases));
    }

    private String resent() {
        return deeds.house.row("select id from delivery where parent is not null order by id");
    }

    @Test
    void an_unknown_delivery_is_looked_for_again_and_put_only_where_it_surely_is_not() {
        String id = deeds.unknown("D-1");
        assertThat(deeds.state(id)).isEqualTo("UNKNOWN VERIFIED");
        assertThat(deeds.desk.tryAgain(id, "anna")).isEqualTo(Outcome.DONE);
        assertThat(deeds.desk.tryAgain(id, "anna")).isEqualTo(Outcome.ALREADY);
        deeds.round();
        assertThat(deeds.state(id)).isEqualTo("UNKNOWN VERIFIED");
        assertThat(deeds.glass.came).isEmpty();
        deeds.glass.found = Whereabouts.COMPLETE;
        assertThat(deeds.desk.tryAgain(id, "anna")).isEqualTo(Outcome.DONE);
        deeds.round();
        assertThat(deeds.state(id)).isEqualTo("DELIVERED MANIFEST_SENT");
        assertThat(deeds.glass.came).isEmpty();
        assertThat(deeds.desk.tryAgain(id, "anna")).isEqualTo(Outcome.NOT_NOW);
        assertThat(deeds.desk.tryAgain("none", "anna")).isEqualTo(Outcome.NONE);
        assertThat(deeds.names(id)).filteredOn("delivery.tried-again"::equals).hasSize(2);
    }

    @Test
    void what_is_sent_again_are_the_same_files_under_the_same_name_and_number_linked_to_the_first() {
        String id = deeds.unknown("D-1");
        assertThat(deeds.desk.resend(id, 0, "AGENCY_ASKED", "anna")).isEqualTo(Outcome.DONE);
        String again = resent();
        assertThat(deeds.house.row("select parent, state, file, sha256 from delivery where id = ?", again))
                .isEqualTo("D-1 UNDERWAY D-1.pgp " + Ids.hex("D-1"));
        deeds.round();
        assertThat(deeds.glass.came).containsExactly("D-1 D-1.pgp " + Ids.hex("D-1") + " parcels/D-1/D-1.pgp");
        assertThat(deeds.state(again)).isEqualTo("DELIVERED MANIFEST_SENT");
        assertThat(deeds.state(id)).isEqualTo("DELIVERED MANIFEST_SENT");
        assertThat(deeds.house.rows("select evidence from delivery_step where delivery = ? and rung = 'MANIFEST_SENT'",
                id)).containsExactly("sent again as " + again);
        assertThat(deeds.log(id)).filteredOn(one -> one.contains("delivery.sent-again")).singleElement().asString()
                .contains("\"by\":\"anna\"", "\"as\":\"" + again + "\"", "AGENCY_ASKED");
    }

    @Test
    void a_parcel_past_its_time_is_removed_when_it_was_delivered_and_cannot_be_sent_again_then() throws IOException {
        List<Path> files = List.of(lies("D-1"), lies("D-2"), lies("D-1", "manifest"));
        deeds.prepared("D-1");
        deeds.glass.found = Whereabouts.ABSENT;
        deeds.round();
        deeds.unknown("D-2");
        assertThat(deeds.state("D-1")).isEqualTo("DELIVERED MANIFEST_SENT");
        Retention retention = new Retention(Optional.empty(), null, null, new ParcelArchive(new SqlParcelArchive(
                deeds.house.store, deeds.house.transaction, deeds.house.log), folder, 30));
        retention.round(House.pass(House.NOON.plus(Duration.ofDays(30))));
        assertThat(files).allMatch(Files::exists);
        retention.round(House.pass(House.NOON.plus(Duration.ofDays(31))));
        retention.round(House.pass(House.NOON.plus(Duration.ofDays(32))));
        assertThat(files).extracting(Files::exists).containsExactly(false, true, true);
        assertThat(deeds.log("D-1")).filteredOn(one -> one.contains("retention.parcel-removed")).singleElement()
                .asString().contains(Ids.hex("D-1"), "\"agency\":\"northgate\"");
        assertThat(deeds.desk.resend("D-1", 0, "AGENCY_ASKED", "anna")).isEqualTo(Outcome.NOT_NOW);
        assertThat(deeds.desk.resend("D-2", 0, "AGENCY_ASKED", "anna")).isEqualTo(Outcome.DONE);
    }

    private Path lies(String id, String... kind) throws IOException {
        Path file = folder.resolve(id).resolve(id + (kind.length > 0 ? "." + kind[0] : "") + ".pgp");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "sealed");
    }

    @Test
    void asked_for_twice_it_is_sent_again_once_and_never_while_one_is_on_its_way() {
        String id = deeds.unknown("D-1");
        assertThat(deeds.desk.resend(id, 0, "AGENCY_ASKED", "anna")).isEqualTo(Outcome.DONE);
        assertThat(deeds.desk.resend(id, 0, "AGENCY_ASKED", "anna")).isEqualTo(Outcome.ALREADY);
        assertThat(deeds.desk.resend(id, 1, "AGENCY_ASKED", "anna")).isEqualTo(Outcome.NOT_NOW);
        assertThat(deeds.desk.resend(resent(), 1, "AGENCY_ASKED", "anna")).isEqualTo(Outcome.NOT_NOW);
        assertThat(deeds.desk.tryAgain(id, "anna")).isEqualTo(Outcome.NOT_NOW);
        deeds.round();
        deeds.round();
        assertThat(deeds.glass.came).hasSize(1);
        assertThat(deeds.desk.resend(resent(), 1, "AGENCY_ASKED", "anna")).isEqualTo(Outcome.DONE);
        assertThat(deeds.house.rows("select parent from delivery where parent is not null")).containsExactly("D-1",
                "D-1");
        assertThat(deeds.desk.resend("none", 0, "AGENCY_ASKED", "anna")).isEqualTo(Outcome.NONE);
    }

    @Test
    void what_is_not_over_or_was_answered_is_not_sent_again() {
        String id = deeds.prepared("D-1");
        assertThat(deeds.desk.resend(id, 0, "AGENCY_ASKED", "anna")).isEqualTo(Outcome.NOT_NOW);
        deeds.round();
        deeds.book.reached(deeds.house.transaction.execute(status -> deeds.book.locked(id).orElseThrow()),
                Rung.ACKNOWLEDGED, "answered", deeds.instant());
        assertThat(deeds.desk.resend(id, 0, "AGENCY_ASKED", "anna")).isEqualTo(Outcome.NOT_NOW);
        assertThat(deeds.glass.came).hasSize(1);
    }
}
