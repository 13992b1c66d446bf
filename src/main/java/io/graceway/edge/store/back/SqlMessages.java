package io.graceway.edge.store.back;

import io.graceway.edge.store.Bulk;
import io.graceway.edge.store.Rows;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages for agencies, until a delivery has them. */
public final class SqlMessages {

    /** Most messages of one delivery that could also travel apart. */
    private static final int MOST = 10_000;

    /** Stands for the delivery of what was told at once and has not to travel. */
    public static final String TOLD = "";

    private static final String UNDELIVERED = "(m.delivery is null or m.delivery <> '" + TOLD + "' and not exists "
            + "(select 1 from delivery d where d.id = m.delivery))";

    private static final String URGENT = " and m.document in ('direct-payment', 'direct-payment-reversal', "
            + "'adjustment', 'dispute')";

    /** Messages that can leave together. */
    public record Group(String agency, String document, String bundle) {
    }

    /**
     * What one delivery brings.
     *
     * @param delivery its id, the same one again after a crash
     */
    public record Bundle(String delivery, String agency, String document, List<DocumentLine> lines) {
    }

    private record Row(String id, String document, String bundle) {
    }

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final TransactionTemplate transaction;

    public SqlMessages(DataSource source, TransactionTemplate transaction) {
        this.jdbc = new JdbcTemplate(source);
        this.bulk = new Bulk(source);
        this.transaction = transaction;
    }

    /** What waits, and for whom. */
    public List<Group> waiting() {
        return jdbc.query("select m.agency, m.document, m.bundle from agency_message m where " + UNDELIVERED
                + " group by m.agency, m.document, m.bundle order by min(m.seq)", (row, i) ->
                new Group(row.getString("agency"), row.getString("document"), row.getString("bundle")));
    }

    /** The agency's next bundle; what was claimed before and has no delivery yet comes first, just as it was. */
    public Optional<Bundle> next(String agency) {
        return next(agency, List.of());
    }

    /** @param given deliveries that were taken already and may not be written down yet */
    public Optional<Bundle> next(String agency, Collection<String> given) {
        return next(agency, given, "");
    }

    /** Only what an agency should know within the hour: money that reached the house, and disputes. */
    public Optional<Bundle> urgent(String agency, Collection<String> given) {
        return next(agency, given, URGENT);
    }

    private Optional<Bundle> next(String agency, Collection<String> given, String which) {
        return transaction.execute(status -> {
            List<String> claimed = jdbc.queryForList("select m.delivery from agency_message m where m.agency = ?"
                    + which + " and m.delivery is not null and m.delivery <> '" + TOLD + "' and not exists (select 1 "
                    + "from delivery d where d.id = m.delivery)"
                    + Rows.except("m.delivery", given) + " order by m.seq limit 1", String.class,
                    Rows.and(agency, given));
            Optional<String> delivery = claimed.isEmpty() ? claim(agency, which) : Optional.of(claimed.get(0));
            return delivery.map(id -> read(id, agency));
        });
    }

    private Optional<String> claim(String agency, String which) {
        // Locking the oldest waiting message makes other nodes wait here; afterwards they find it claimed.
        List<Row> oldest = rows("m.agency = ?" + which + " and m.delivery is null order by m.seq limit 1 for update",
                agency);
        if (oldest.isEmpty()) {
            return Optional.empty();
        }
        Row first = oldest.get(0);
        List<Row> all = first.bundle.isEmpty()
                ? rows("m.agency = ? and m.delivery is null and m.document = ? and m.bundle = '' order by m.seq "
                        + "limit " + MOST
                + " for update", agency, first.document)
                : rows("m.agency = ? and m.delivery is null and m.document = ? and m.bundle = ? order by m.seq for "
                        + "update",
                agency, first.document, first.bundle);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String delivery = Ids.of("B", agency, first.document, first.bundle, all.get(0).id, all.get(all.size() - 1).id,
                all.size());
        bulk.update("agency_message m", "m.id = g.id", "delivery = g.delivery", "id varchar, delivery varchar",
                all.stream().map(one -> new Object[] {one.id, delivery}).toList());
        return Optional.of(delivery);
    }

    private List<Row> rows(String where, Object... arguments) {
        return jdbc.query("select m.id, m.document, m.bundle from agency_message m where " + where, (row, i) ->
                new Row(row.getString("id"), row.getString("document"), row.getString("bundle")), arguments);
    }

    private Bundle read(String delivery, String agency) {
        String document = jdbc.queryForObject(
                "select min(document) from agency_message where delivery = ? and agency = ?",
                String.class, delivery, agency);
        return new Bundle(delivery, agency, document, jdbc.query("select fields from agency_message where delivery = ? "
                + "and agency = ? order by seq", (row, i) -> MessageFields.decode(row.getString("fields")), delivery,
                agency));
    }
}
