package io.graceway.edge.store.hand;

import io.graceway.edge.store.SqlDeliveryBook;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.Ids;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.ControlTotals;
import io.graceway.journey.placement.Deliveries;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.PreparedParcel;
import io.graceway.journey.placement.Rung;
import io.graceway.journey.placement.SealedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A house whose deliveries go into a mailbox of glass, in which every file that ever came is counted. */
final class Deeds extends Clock {

    final House house;
    final SqlDeliveryBook book;
    final SqlDeliveryDesk desk;
    final SqlAgencyLife life;
    final SqlFourEyes approvals;
    final Glass glass = new Glass();
    final Deliveries deliveries;
    private Instant now = House.NOON;

    Deeds(House house) {
        this.house = house;
        book = new SqlDeliveryBook(house.store, house.transaction, house.log, Path.of("parcels"), this);
        desk = new SqlDeliveryDesk(house.store, house.transaction, house.log, book, this);
        life = new SqlAgencyLife(house.store, house.transaction, house.log, house.agencies.keySet(), this);
        approvals = new SqlFourEyes(house.store, house.transaction, house.log, desk, life, this);
        deliveries = new Deliveries(Map.of("northgate", glass), book, this);
    }

    /** What a mailbox shows, and what it does next. */
    static final class Glass implements AgencyMailbox {

        final List<String> came = new ArrayList<>();
        Whereabouts found = Whereabouts.ABSENT;
        Rung breaksAfter;
        boolean pickedUp;

        @Override
        public void put(Consignment load, Climb climb) throws MailboxFailure {
            for (Rung rung : List.of(Rung.CONNECTED, Rung.SENT, Rung.VERIFIED, Rung.RENAMED, Rung.MANIFEST_SENT)) {
                climb.reached(rung, "seen");
                if (rung == breaksAfter) {
                    throw new MailboxFailure("GW-TST-001", "the line broke", true, null);
                }
            }
            came.add(load.delivery() + " " + load.parcel().name() + " " + load.parcel().sha256() + " "
                    + load.parcel().path());
        }

        @Override
        public Whereabouts look(Consignment load) {
            return found;
        }

        @Override
        public boolean isPickedUp(Consignment load) {
            return pickedUp;
        }

        @Override
        public List<Arrival> arrivals() {
            return List.of();
        }

        @Override
        public void fetch(Arrival arrival, Path into, long mostBytes) {
            throw new IllegalStateException("nothing lies here");
        }

        @Override
        public void taken(Arrival arrival) {
            throw new IllegalStateException("nothing lies here");
        }

        @Override
        public List<CheckStep> check() {
            return List.of();
        }
    }

    /** A sealed parcel that is written down and not tried yet. */
    String prepared(String id) {
        SealedFile parcel = new SealedFile(id + ".pgp", Path.of("parcels", id, id + ".pgp"), 3, Ids.hex(id));
        SealedFile manifest = new SealedFile(id + ".manifest.pgp", Path.of("parcels", id, id + ".manifest.pgp"), 3,
                Ids.hex(id + "m"));
        book.prepare(new PreparedParcel(new Outgoing(id, "northgate", "placement", List.of(), into -> { }),
                new Consignment(id, parcel, manifest), ControlTotals.none()));
        return id;
    }

    /** One whose attempt broke off after that rung, so that the next look finds nothing. */
    String unknown(String id) {
        prepared(id);
        glass.breaksAfter = Rung.VERIFIED;
        round();
        glass.breaksAfter = null;
        glass.found = AgencyMailbox.Whereabouts.ABSENT;
        later();
        round();
        return id;
    }

    void round() {
        deliveries.deliver();
        deliveries.watch();
    }

    void later() {
        now = now.plusSeconds(7200);
    }

    String state(String id) {
        return house.row("select state, rung from delivery where id = ?", id);
    }

    /** What the routing log says of a subject from an entry on: entries' names. */
    List<String> log(String subject) {
        return house.jdbc.query("select leaf from routing_entry where subject = ? order by idx", (row, i) ->
                new String(row.getBytes(1), StandardCharsets.UTF_8), subject);
    }

    List<String> names(String subject) {
        return log(subject).stream().map(one -> one.replaceAll(".*\"what\":\"([^\"]+)\".*", "$1")).toList();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
