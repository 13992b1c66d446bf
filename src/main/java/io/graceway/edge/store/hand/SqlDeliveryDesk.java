package io.graceway.edge.store.hand;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.SqlDeliveryBook;
import io.graceway.journey.account.Ids;
import io.graceway.journey.placement.Delivery;
import io.graceway.journey.placement.Rung;
import io.graceway.journey.placement.hand.FourEyes;
import io.graceway.journey.placement.hand.DeliveryDesk;
import io.graceway.journey.placement.hand.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do about deliveries, in SQL. */
public final class SqlDeliveryDesk implements DeliveryDesk {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final SqlDeliveryBook book;
    private final Clock clock;

    public SqlDeliveryDesk(DataSource source, TransactionTemplate transaction, RoutingLog log, SqlDeliveryBook book,
                           Clock clock) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Outcome tryAgain(String id, String by) {
        return transaction.execute(status -> {
            Optional<Delivery> delivery = book.locked(id);
            if (delivery.isEmpty()) {
                return Outcome.NONE;
            }
            if (delivery.get().state() == Delivery.State.DELIVERED || isAskedAbout(id) || runs(id)) {
                return Outcome.NOT_NOW;
            }
            Instant now = clock.instant();
            // One that is due already may be under way at this moment.
            if (jdbc.update("update delivery set state = 'UNDERWAY', next_try = ? where id = ? and (state = 'UNKNOWN' "
                    + "or next_try > ?)", SqlDeliveryBook.utc(now), id, SqlDeliveryBook.utc(now)) == 0) {
                return Outcome.ALREADY;
            }
            log.append(List.of(RoutingEntry.of(now, "delivery.tried-again", id, "agency", delivery.get().agency(), "by",
                    by)));
            return Outcome.DONE;
        });
    }

    @Override
    public Outcome resend(String asked, int earlier, String reason, String by) {
        return transaction.execute(status -> {
            // Whichever of them somebody looked at, all hang on the first.
            String id = jdbc.queryForList("select coalesce(parent, id) from delivery where id = ?", String.class, asked)
                    .stream().findFirst().orElse("");
            Optional<Delivery> delivery = book.locked(id);
            if (delivery.isEmpty()) {
                return Outcome.NONE;
            }
            int sent = jdbc.queryForObject("select count(*) from delivery where parent = ?", Integer.class, id);
            if (sent > earlier) {
                return Outcome.ALREADY;
            }
            if (sent < earlier || !mayBeSentAgain(delivery.get())) {
                return Outcome.NOT_NOW;
            }
            Instant now = clock.instant();
            String again = Ids.of("R", id, sent);
            jdbc.update("insert into delivery (id, agency, kind, state, rung, file, size, sha256, manifest_file, "
                    + "manifest_size, manifest_sha256, records, totals, attempts, next_try, trouble, prepared_at, "
                    + "parent) select ?, agency, kind, 'UNDERWAY', 'PREPARED', file, size, sha256, manifest_file, "
                    + "manifest_size, manifest_sha256, records, totals, 0, ?, '', ?, id from delivery where id = ?",
                    again, SqlDeliveryBook.utc(now), SqlDeliveryBook.utc(now), id);
            book.reached(book.locked(again).orElseThrow(), Rung.PREPARED, "the sealed files of delivery " + id, now);
            log.append(List.of(RoutingEntry.of(now, "delivery.sent-again", id, "agency", delivery.get().agency(), "as",
                    again, "reason", reason, "sha256", delivery.get().consignment().parcel().sha256(), "by", by)));
            return Outcome.DONE;
        });
    }

    private boolean mayBeSentAgain(Delivery first) {
        boolean over = first.state() == Delivery.State.DELIVERED || first.state() == Delivery.State.UNKNOWN;
        return over && first.rung().compareTo(Rung.ACKNOWLEDGED) < 0 && !isAskedAbout(first.id()) && !runs(first.id())
                && jdbc.queryForObject("select count(*) from delivery where id = ? and removed_on is not null",
                Integer.class, first.id()) == 0;
    }

    private boolean runs(String first) {
        return jdbc.queryForObject("select count(*) from delivery where parent = ? and state <> 'DELIVERED'",
                Integer.class, first) > 0;
    }

    private boolean isAskedAbout(String id) {
        return jdbc.queryForObject("select count(*) from four_eyes where subject = ? and state = 'ASKED'",
                Integer.class,
                id) > 0;
    }

    /** Whether somebody may ask to have it counted as delivered by other means. */
    boolean isInDoubt(String id) {
        return book.locked(id).filter(one -> one.state() == Delivery.State.UNKNOWN
                || one.state() == Delivery.State.STOPPED).isPresent() && !runs(id);
    }

    /** It is with the agency, as nobody could tell before: whatever follows a delivery follows this one too. */
    void delivered(FourEyes.Request request, String by) {
        Delivery delivery = book.locked(request.subject()).orElseThrow();
        Instant now = clock.instant();
        String evidence = "by other means, SHA-256 of the evidence " + request.evidenceSha256() + ", asked by "
                + request.askedBy() + ", agreed by " + by;
        book.reached(delivery, Rung.MANIFEST_SENT, evidence, now);
        book.ended(delivery, Delivery.State.DELIVERED, "", now, now);
        // Nobody has to look into the mailbox for it.
        book.reached(delivery, Rung.PICKED_UP, evidence, now);
    }
}
