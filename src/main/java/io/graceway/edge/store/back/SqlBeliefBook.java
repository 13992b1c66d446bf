package io.graceway.edge.store.back;

import io.graceway.edge.store.Documents;
import io.graceway.edge.store.Rows;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.OpenItem;
import io.graceway.journey.writeback.BeliefBook;
import io.graceway.journey.writeback.Posting.Kind;
import io.graceway.journey.writeback.PostingBook.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the store knows of a source's accounts; it only reads. */
public final class SqlBeliefBook implements BeliefBook {

    private static final String ACCOUNTS = "select a.source, a.number, a.currency, a.judged_on, d.document, "
            + "p.placement, p.agency, p.balance, p.seen, p.unadopted, p.placed_on, k.document as placed from account a "
            + "left join account_document d on d.source = a.source and d.number = a.number and d.currency = a.currency "
            + "left join placement p on p.placement = a.placement and p.state in "
            + "('DECIDED', 'SENT', 'ACKNOWLEDGED', 'RECALL_PENDING') "
            + "left join placement_document k on k.placement = p.placement where a.source = ? and a.number";
    private static final String POSTINGS = "select id, seq, source, number, currency, kind, amount, state, reference, "
            + "at from posting where kind in ('PAYMENT', 'REVERSAL') and source = ? and number";

    private final JdbcTemplate jdbc;
    private final Documents documents = new Documents();

    /** A posting and what decides whether it matters. */
    private record Found(Moved moved, long seq, String placement, OffsetDateTime at) {
    }

    public SqlBeliefBook(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    @Override
    public Map<AccountKey, Belief> of(String source, Collection<AccountKey> keys) {
        Set<String> numbers = keys.stream().map(one -> one.number().value()).collect(Collectors.toSet());
        Map<AccountKey, List<Found>> postings = new HashMap<>();
        Rows.in(jdbc, POSTINGS, numbers, (row, i) -> postings.computeIfAbsent(Rows.key(row),
                any -> new ArrayList<>()).add(new Found(new Moved(row.getString("id"),
                Kind.valueOf(row.getString("kind")), Rows.money(row, "amount"), State.valueOf(row.getString("state"))),
                row.getLong("seq"), row.getString("reference"), row.getObject("at", OffsetDateTime.class))), source);
        postings.values().forEach(all -> all.sort(Comparator.comparing(Found::seq)));
        Set<AccountKey> wanted = new HashSet<>(keys);
        Map<AccountKey, Belief> beliefs = new HashMap<>();
        Rows.in(jdbc, ACCOUNTS, numbers, (row, i) -> wanted.contains(Rows.key(row))
                ? beliefs.put(Rows.key(row), belief(row, postings.getOrDefault(Rows.key(row), List.of()))) : null,
                source);
        return beliefs;
    }

    private Belief belief(ResultSet row, List<Found> postings) throws SQLException {
        return row.getString("placement") == null ? atHome(row, postings) : placed(row, postings);
    }

    private Belief placed(ResultSet row, List<Found> postings) throws SQLException {
        String placement = row.getString("placement");
        DelinquentAccount account = documents.read(row.getString("placed"));
        Set<String> items = ids(account.pastDue(Rows.date(row, "placed_on").orElseThrow()));
        List<Moved> moved = postings.stream().filter(one -> one.placement().equals(placement)
                || !one.moved().state().equals(State.POSTED)).map(Found::moved).toList();
        Money seen = Rows.money(row, "seen");
        return new Belief(Rows.key(row), Optional.of(new Placed(placement, row.getString("agency"),
                Rows.money(row, "balance"))), items, Optional.of(seen), open(row, items, seen),
                Rows.money(row, "unadopted"), moved);
    }

    /** Of what was posted on the day of the last reading or later nobody knows here whether that reading had it. */
    private Belief atHome(ResultSet row, List<Found> postings) throws SQLException {
        LocalDate read = Rows.date(row, "judged_on").orElseThrow();
        List<Moved> moved = postings.stream().filter(one -> one.moved().state() != State.POSTED
                || !one.at().atZoneSameInstant(ZoneOffset.UTC).toLocalDate().isBefore(read)).map(Found::moved).toList();
        Money unshown = moved.stream().filter(one -> one.state() == State.POSTED)
                .map(one -> one.kind() == Kind.PAYMENT ? one.amount() : one.amount().negated())
                .reduce(Money.zero(row.getString("currency")), Money::plus);
        String document = row.getString("document");
        List<OpenItem> items = document == null || document.isEmpty() ? List.of() : documents.read(document).items();
        Optional<Money> seen = document == null || document.isEmpty() ? Optional.empty() : Optional.of(items.stream()
                .map(OpenItem::open).reduce(Money.zero(row.getString("currency")), Money::plus));
        return new Belief(Rows.key(row), Optional.empty(), ids(items), seen,
                seen.isEmpty() ? Map.of() : open(row, ids(items), seen.get()), unshown, moved);
    }

    /** What each item had open when the account was last read, where that is what was seen of it. */
    private Map<String, Money> open(ResultSet row, Set<String> ids, Money seen) throws SQLException {
        String document = row.getString("document");
        Map<String, Money> open = new HashMap<>();
        if (document != null && !document.isEmpty()) {
            boolean isPlaced = row.getString("placement") != null;
            documents.read(document).items().stream()
                    .filter(one -> ids.contains(one.id()) || isPlaced && one.open().isNegative())
                    .forEach(one -> open.merge(one.id(), one.open(), Money::plus));
        }
        return open.values().stream().reduce(Money.zero(seen.currency()), Money::plus).equals(seen) ? open : Map.of();
    }

    private static Set<String> ids(List<OpenItem> items) {
        return items.stream().map(OpenItem::id).collect(Collectors.toSet());
    }
}
