package io.graceway.edge.agency.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.agency.Partner;
import io.graceway.edge.agency.PassedOver;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.AgencyMailbox.Whereabouts;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.SealedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agency whose dialect tells files by their folders finds these folders in the mailbox that lies with us. */
class HostedFoldersTest extends TwoMailboxes {

    private final List<PassedOver> passedOver = new ArrayList<>();
    private HostedMailbox mailbox;

    @BeforeEach
    void a_mailbox() {
        mailbox = HostedMailbox.bySftp(other, folder.resolve("meadow.pub"), passedOver::add);
    }

    private Said meadow(String... commands) throws Exception {
        return sftp("meadow", folder.resolve("meadow.id"), commands);
    }

    @Test
    void what_it_leaves_in_a_folder_is_known_by_folder_and_name() throws Exception {
        Files.writeString(folder.resolve("one"), "paid");
        Files.writeString(folder.resolve("two"), "paid out");
        assertThat(meadow("put one from-agency/PaymentReports/2026-05-04.csv", "put two from-agency/2026-05-04.csv"))
                .satisfies(said -> assertThat(said.code()).as(said.text()).isZero());
        assertThat(mailbox.arrivals()).containsExactlyInAnyOrder(new Arrival("2026-05-04.csv", 8),
                new Arrival("PaymentReports/2026-05-04.csv", 4));
        Arrival paid = new Arrival("PaymentReports/2026-05-04.csv", 4);
        Path into = folder.resolve("fetched");
        mailbox.fetch(paid, into, 100);
        assertThat(into).hasContent("paid");
        mailbox.taken(paid);
        assertThat(mailbox.arrivals()).containsExactly(new Arrival("2026-05-04.csv", 8));
        assertThat(passedOver).isEmpty();
    }

    @Test
    void what_is_for_it_lies_in_the_folder_of_its_kind_and_is_picked_up_there() throws Exception {
        Consignment plain = Partner.consignment(folder, "D-1", 5000);
        Consignment load = new Consignment("D-1", in("AccountUpload", plain.parcel()),
                in("AccountUpload", plain.manifest()));
        mailbox.put(load, (rung, evidence) -> { });
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.COMPLETE);
        Files.copy(plain.parcel().path(), other.toAgency().resolve("D-1.pgp"));
        assertThat(meadow("get to-agency/D-1.pgp other").code()).isZero();
        assertThat(mailbox.isPickedUp(load)).as("a file of that name elsewhere").isFalse();
        assertThat(meadow("get to-agency/AccountUpload/D-1.pgp got").code()).isZero();
        assertThat(Files.mismatch(folder.resolve("got"), plain.parcel().path())).isEqualTo(-1);
        assertThat(mailbox.isPickedUp(load)).isTrue();
        assertThat(seen).contains("meadow read file AccountUpload/D-1.pgp size 5000");
    }

    private static SealedFile in(String folder, SealedFile file) {
        return new SealedFile(folder + "/" + file.name(), file.path(), file.size(), file.sha256());
    }

    @Test
    void there_are_no_other_folders_and_the_quota_counts_them_all() throws Exception {
        Files.writeString(folder.resolve("one"), "1");
        for (String command : List.of("put one to-agency/AccountUpload/x", "mkdir from-agency/Other",
                "put one from-agency/AccountUpload/x", "rmdir from-agency/PaymentReports",
                "put one from-agency/PaymentReports/.x")) {
            assertThat(meadow(command).code()).as(command).isNotZero();
        }
        assertThat(meadow("put one from-agency/PaymentReports/1", "put one from-agency/PaymentReports/2",
                "put one from-agency/1").code()).isZero();
        assertThat(meadow("put one from-agency/PaymentReports/3").code()).isNotZero();
        assertThat(meadow("put one from-agency/PaymentReports/1").code()).as("the same file again").isZero();
    }

    @Test
    void what_is_unfinished_in_a_folder_is_not_seen() throws Exception {
        other.begins("PaymentReports/half.csv");
        Files.writeString(other.fromAgency().resolve("PaymentReports/half.csv"), "half");
        Files.writeString(other.fromAgency().resolve("half.csv"), "whole");
        assertThat(mailbox.arrivals()).containsExactly(new Arrival("half.csv", 5));
    }
}
