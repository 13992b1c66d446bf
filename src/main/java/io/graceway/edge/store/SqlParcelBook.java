package io.graceway.edge.store;

import io.graceway.edge.store.hand.Leaving;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.OutgoingBook;
import io.graceway.journey.placement.Placement;
import io.graceway.journey.placement.PlacementLines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Gathers an agency's decided placements into what leaves with its next parcel. */
public final class SqlParcelBook implements OutgoingBook {

    private static final int MOST_IN_A_PARCEL = 100_000;

    private static final String UNSENT = "select delivery from placement p where agency = ? and state = 'DECIDED' "
            + "and delivery is not null and not exists (select 1 from delivery d where d.id = p.delivery)";

    /** In no parcel yet, and nobody holds it back. */
    private static final String FREE = Leaving.PLACEMENTS + " and delivery is null";

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final TransactionTemplate transaction;
    private final PlacementLines lines;
    private final Collection<BrandTone> tones;
    private final Documents documents = new Documents();

    public SqlParcelBook(DataSource source, TransactionTemplate transaction, PlacementLines lines,
            Collection<BrandTone> tones) {
        this.jdbc = new JdbcTemplate(source);
        this.jdbc.setFetchSize(500);
        this.bulk = new Bulk(source);
        this.transaction = transaction;
        this.lines = lines;
        this.tones = List.copyOf(tones);
    }

    @Override
    public Optional<Outgoing> next(String agency, Collection<String> given) {
        return transaction.execute(status -> jdbc.queryForList(UNSENT + Rows.except("delivery", given)
                + " order by delivery limit 1", String.class, Rows.and(agency, given)).stream().findFirst()
                .or(() -> claim(agency))).map(delivery -> new Outgoing(delivery, agency, "placement", tones(delivery),
                into -> transaction.executeWithoutResult(status -> walk(delivery, into))));
    }

    /** Locks them first: what somebody holds back meanwhile is seen by the second look, and stays. */
    private Optional<String> claim(String agency) {
        List<String> all = jdbc.queryForList("select placement from placement where " + FREE + " and agency = ? order "
                + "by placement limit " + MOST_IN_A_PARCEL + " for update", String.class, agency);
        List<String> free = Rows.in(jdbc, "select placement from placement where " + FREE + " and placement", all,
                (row, i) -> row.getString("placement"));
        return free.stream().min(Comparator.naturalOrder()).map(first -> {
            String delivery = Ids.of("D", agency, first);
            bulk.update("placement p", "p.placement = g.placement", "delivery = g.delivery",
                    "placement varchar, delivery varchar", free.stream().map(one -> new Object[] {one, delivery})
                    .toList());
            return delivery;
        });
    }

    /** The versions that the placements were decided under; a tone that changed since may not travel with them. */
    private List<BrandTone> tones(String delivery) {
        return jdbc.queryForList("select distinct tone_sha256 from placement where delivery = ?", String.class,
                delivery).stream()
                .map(sha256 -> tones.stream().filter(tone -> tone.sha256().equals(sha256)).findFirst().orElseThrow(() ->
                        new IllegalStateException("GW-STO-201: delivery " + delivery
                        + " was decided under a tone that the brand "
                                + "files do not hold any more; restore that version or withdraw its placements")))
                                .toList();
    }

    private void walk(String delivery, Consumer<DocumentLine> into) {
        jdbc.query("select p.*, d.document from placement p join placement_document d on d.placement = p.placement "
                + "where p.delivery = ? and p.state = 'DECIDED' order by p.placement", row -> {
            lines.write(read(row, 0), documents.read(row.getString("document")), row.getBoolean("email_kept")
                    , row.getString("tone_sha256"), into);
        }, delivery);
    }

    static Placement read(ResultSet row, int number) throws SQLException {
        return new Placement(new PlacementNumber(row.getString("placement")), Rows.key(row), row.getString("agency"),
                row.getInt("tier"), Rows.date(row, "placed_on").orElseThrow(), Rows.money(row, "placed"),
                Rows.money(row, "balance"), row.getInt("fee_basis_points"), row.getString("tone"),
                Placement.State.valueOf(row.getString("state")));
    }
}
