package io.graceway.edge.store;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.Delivery;
import io.graceway.journey.placement.DeliveryBook;
import io.graceway.journey.placement.PreparedParcel;
import io.graceway.journey.placement.Rung;
import io.graceway.journey.placement.SealedFile;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Deliveries in SQL: every rung and its evidence are one transaction with their log entry. */
public final class SqlDeliveryBook implements DeliveryBook {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final Path folder;
    private final Clock clock;

    /** @param folder where sealed files lie until they are delivered */
    public SqlDeliveryBook(DataSource source, TransactionTemplate transaction, RoutingLog log, Path folder,
            Clock clock) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Writes a prepared parcel down together with what travels in it: from here on it is delivered, whatever happens.
     */
    public void prepare(PreparedParcel parcel) {
        Instant at = clock.instant();
        String id = parcel.outgoing().delivery();
        SealedFile file = parcel.consignment().parcel();
        SealedFile manifest = parcel.consignment().manifest();
        String totals = parcel.totals().toString();
        transaction.executeWithoutResult(status -> {
            jdbc.update("insert into delivery (id, agency, kind, state, rung, file, size, sha256, manifest_file, "
                    + "manifest_size, manifest_sha256, records, totals, attempts, next_try, trouble, prepared_at) "
                    + "values (?, ?, ?, 'UNDERWAY', 'PREPARED', ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, '', ?)", id,
                    parcel.outgoing().agency(), parcel.outgoing().document(), file.name(), file.size(), file.sha256(),
                    manifest.name(), manifest.size(), manifest.sha256(), parcel.totals().records(), totals, utc(at),
                    utc(at));
            jdbc.update("update placement set state = 'SENT' where delivery = ? and state = 'DECIDED'", id);
            step(id, Rung.PREPARED, "sealed " + file.size() + " bytes " + file.sha256(), at);
            log.append(List.of(RoutingEntry.of(at, "delivery.prepared", id, "agency", parcel.outgoing().agency(),
                    "document", parcel.outgoing().document(), "file", file.name(), "sha256", file.sha256(),
                    "manifest-sha256", manifest.sha256(), "totals", totals, "tones", parcel.outgoing().tones().stream()
                            .map(tone -> tone + " " + tone.sha256()).sorted().toList().toString())));
        });
    }

    @Override
    public List<Delivery> due(Instant now) {
        return jdbc.query("select * from delivery where state in ('UNDERWAY', 'STOPPED') and next_try <= ? "
                + "and not exists (select 1 from four_eyes a where a.subject = delivery.id and a.state = 'ASKED') "
                + "order by next_try, prepared_at, id limit 100", this::read, utc(now));
    }

    @Override
    public void reached(Delivery delivery, Rung rung, String evidence, Instant at) {
        transaction.executeWithoutResult(status -> {
            Rung before = Rung.valueOf(jdbc.queryForObject("select rung from delivery where id = ? for update",
                    String.class, delivery.id()));
            if (rung.compareTo(before) > 0) {
                jdbc.update("update delivery set rung = ? where id = ?", rung.name(), delivery.id());
            }
            step(delivery.id(), rung, evidence, at);
            log.append(List.of(RoutingEntry.of(at, "delivery." + rung.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    delivery.id(), "agency", delivery.agency(), "document", delivery.document(), "evidence",
                    evidence)));
        });
    }

    @Override
    public void ended(Delivery delivery, Delivery.State state, String trouble, Instant nextTry, Instant at) {
        transaction.executeWithoutResult(status -> {
            locked(delivery.id());
            // People may have settled it while an attempt was under way: what is delivered stays delivered.
            if (jdbc.update("update delivery set state = ?, trouble = ?, next_try = ?, attempts = attempts + 1 where "
                    + "id = ? and state <> 'DELIVERED'", state.name(), trouble, utc(nextTry), delivery.id()) == 0) {
                return;
            }
            log.append(List.of(RoutingEntry.of(at, "delivery." + state.name().toLowerCase(Locale.ROOT), delivery.id(),
                    "agency", delivery.agency(), "attempt", String.valueOf(delivery.attempts() + 1), "trouble",
                    trouble)));
            if (state == Delivery.State.DELIVERED) {
                settle(delivery, at);
            }
        });
    }

    /** What nobody could tell of the first delivery is known when its files arrived by another one. */
    private void settle(Delivery delivery, Instant at) {
        String first = delivery.consignment().delivery();
        if (first.equals(delivery.id())) {
            return;
        }
        locked(first).filter(one -> one.state() == Delivery.State.UNKNOWN).ifPresent(one -> {
            reached(one, Rung.MANIFEST_SENT, "sent again as " + delivery.id(), at);
            ended(one, Delivery.State.DELIVERED, "", at, at);
        });
    }

    @Override
    public List<Delivery> standing() {
        return jdbc.query("select * from delivery where state = 'DELIVERED' and rung = 'MANIFEST_SENT' "
                + "order by prepared_at, id limit 500", this::read);
    }

    /**
     * The delivery as it stands, kept from changing until the running transaction ends. The one whose files it sends
     * again is kept before it, because what becomes of this one settles that one.
     */
    public Optional<Delivery> locked(String id) {
        return jdbc.query("select * from delivery where id = ? or id = (select parent from delivery where id = ?) "
                + "order by case when parent is null then 0 else 1 end for update", this::read, id, id).stream()
                .filter(one -> one.id().equals(id)).findFirst();
    }

    private void step(String delivery, Rung rung, String evidence, Instant at) {
        long next = jdbc.queryForObject("select count(*) from delivery_step where delivery = ?", Long.class, delivery);
        jdbc.update("insert into delivery_step (delivery, step, rung, at, evidence) values (?, ?, ?, ?, ?)", delivery,
                next, rung.name(), utc(at), evidence);
    }

    private Delivery read(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        // What is sent again are the very same files under the same number, so that the agency knows them again.
        String load = row.getString("parent") == null ? id : row.getString("parent");
        SealedFile file = new SealedFile(row.getString("file"), SealedFile.under(folder, load, row.getString("file")),
                row.getLong("size"), row.getString("sha256"));
        SealedFile manifest = new SealedFile(row.getString("manifest_file"),
                SealedFile.under(folder, load, row.getString("manifest_file")), row.getLong("manifest_size"),
                row.getString("manifest_sha256"));
        return new Delivery(id, row.getString("agency"), row.getString("kind"),
                new Consignment(load, file, manifest), Rung.valueOf(row.getString("rung")),
                Delivery.State.valueOf(row.getString("state")), row.getInt("attempts"));
    }

    public static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
