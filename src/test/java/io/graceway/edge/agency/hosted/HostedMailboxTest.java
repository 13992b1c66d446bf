package io.graceway.edge.agency.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.agency.AgencyMailboxContract;
import io.graceway.edge.agency.Partner;
import io.graceway.edge.agency.sftp.SshKey;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.SealedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HostedMailboxTest extends AgencyMailboxContract {

    private Tray tray;

    @Override
    protected Partner partner(Path at) throws Exception {
        tray = new Tray("northgate", at.resolve("mailboxes/northgate"), 1 << 20, 10).open();
        Path keys = Files.writeString(at.resolve("northgate.pub"), SshKey.make(at.resolve("id"), null).publicLine());
        return new OurOwn(tray, keys);
    }

    /** The agency's side of it is a folder on our disk. */
    private record OurOwn(Tray tray, Path keys) implements Partner {

        @Override
        public AgencyMailbox mailbox() {
            return HostedMailbox.bySftp(tray, keys, one -> { });
        }

        @Override
        public AgencyMailbox mailboxThrough(int port) {
            throw new UnsupportedOperationException("there is no line to it");
        }

        @Override
        public int port() {
            throw new UnsupportedOperationException("there is no line to it");
        }

        @Override
        public Path inTray(Consignment consignment) {
            return tray.toAgency();
        }

        @Override
        public Path outTray() {
            return tray.fromAgency();
        }

        @Override
        public void takeAway(Consignment consignment, SealedFile file) throws IOException {
            Files.delete(inTray(consignment).resolve(file.name()));
        }

        @Override
        public void close() {
            // Nothing runs.
        }
    }

    @Test
    void what_the_agency_has_not_finished_is_no_arrival() throws Exception {
        Files.writeString(tray.fromAgency().resolve("ack.pgp"), "half");
        tray.begins("ack.pgp");
        assertThat(mailbox.arrivals()).isEmpty();
        tray.finishes("ack.pgp");
        assertThat(mailbox.arrivals()).containsExactly(new Arrival("ack.pgp", 4));
    }

    @Test
    void what_was_read_to_its_end_is_picked_up_although_it_still_lies_there() throws Exception {
        put();
        assertThat(mailbox.isPickedUp(load)).isFalse();
        tray.wasRead(load.parcel().name());
        assertThat(mailbox.isPickedUp(load)).isTrue();
    }

    @Test
    void a_key_file_that_cannot_be_read_is_told_by_the_check() throws Exception {
        Files.writeString(folder.resolve("northgate.pub"), "no key at all\n");
        assertThat(mailbox.check()).last().matches(step -> !step.passed() && step.code().equals("GW-MAIL-062"));
    }
}
