package io.graceway.edge.store.inbox;

import io.graceway.edge.store.Documents;
import io.graceway.edge.store.Rows;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.eligibility.EffectiveRules;
import io.graceway.journey.placement.report.AccountSide;
import io.graceway.journey.placement.report.AccountSide.Past;
import io.graceway.journey.placement.report.AgencyActivity;
import io.graceway.journey.placement.report.AgencyActivity.Outcome;
import io.graceway.journey.placement.report.Holding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is known of the accounts of a page beside its events, over whichever agencies. */
final class Contacts {

    private final Map<AccountKey, List<Past>> past = new HashMap<>();
    private final Map<AccountKey, LocalDate> first = new HashMap<>();
    private final Map<AccountKey, LocalDate> validated = new HashMap<>();
    private final Map<AccountKey, DelinquentAccount> accounts = new HashMap<>();
    private final Map<String, LocalDate> paidOn = new HashMap<>();
    private final BiFunction<DelinquentAccount, LocalDate, EffectiveRules> rules;

    /** A placement of one of the accounts, maybe of another agency. */
    private record Other(String placement, AccountKey account, ZoneId zone) {
    }

    /**
     * @param moments of the page's events
     * @param within  days that a tone or a law looks back and ahead
     */
    Contacts(JdbcTemplate jdbc, Collection<Holding> held, Collection<Instant> moments, int within,
             BiFunction<DelinquentAccount, LocalDate, EffectiveRules> rules) {
        this.rules = rules;
        if (held.isEmpty()) {
            return;
        }
        Set<AccountKey> keys = held.stream().map(one -> one.placement().account()).collect(Collectors.toSet());
        List<String> numbers = keys.stream().map(one -> one.number().value()).toList();
        Map<String, Other> others = Rows.in(jdbc, "select placement, source, number, currency, zone from placement "
                + "where number", numbers, (row, i) -> new Other(row.getString("placement"), Rows.key(row),
                ZoneId.of(row.getString("zone")))).stream().filter(one -> keys.contains(one.account()))
                .collect(Collectors.toMap(Other::placement, one -> one));
        Duration reach = Duration.ofDays(within + 1L);
        Rows.in(jdbc, "select placement, at, channel, outcome from activity where outbound = true and at >= ? and "
                + "at <= ? and placement", others.keySet(), (row, i) -> of(others.get(row.getString("placement"))
                .account()).add(past(row, others.get(row.getString("placement")).zone())),
                moments.stream().min(Comparator.naturalOrder()).orElseThrow().minus(reach).atOffset(ZoneOffset.UTC),
                moments.stream().max(Comparator.naturalOrder()).orElseThrow().plus(reach).atOffset(ZoneOffset.UTC));
        Rows.grouped(jdbc, "select placement, min(at) as first_at, min(case when outcome = 'VALIDATION_SENT' then at "
                + "end) as valid_at from activity where outbound = true and placement", "placement", others.keySet(),
                (row, i) -> firsts(row, others.get(row.getString("placement"))));
        read(jdbc, keys, numbers);
        paidOn.putAll(PaidDays.of(jdbc, held.stream().map(Holding::number).toList()));
    }

    private static Past past(ResultSet row, ZoneId zone) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new Past(at, at.atZone(zone).toLocalDate(), row.getString("channel").equals(Channel.PHONE.name()),
                Outcome.valueOf(row.getString("outcome")).isTalk());
    }

    private boolean firsts(ResultSet row, Other other) throws SQLException {
        for (String column : List.of("first_at", "valid_at")) {
            Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).ifPresent(at ->
                    (column.equals("first_at") ? first : validated).merge(other.account(),
                    at.atZoneSameInstant(other.zone()).toLocalDate(), (one, two) -> one.isBefore(two) ? one : two));
        }
        return true;
    }

    private void read(JdbcTemplate jdbc, Set<AccountKey> keys, List<String> numbers) {
        Documents documents = new Documents();
        Map<String, Map<String, HouseCase>> cases = new HashMap<>();
        Rows.in(jdbc, "select id, source, number, type, opened, closed from house_case where number", numbers,
                (row, i) -> cases.computeIfAbsent(row.getString("source") + " " + row.getString("number"), any ->
                new LinkedHashMap<>()).put(row.getString("id"), new HouseCase(row.getString("id"),
                HouseCase.Type.valueOf(row.getString("type")), Rows.date(row, "opened").orElseThrow(),
                Rows.date(row, "closed"))));
        Rows.in(jdbc, "select source, number, currency, document from account_document where document <> '' and "
                + "number", numbers,
                (row, i) -> keys.contains(Rows.key(row)) ? accounts.put(Rows.key(row),
                documents.read(row.getString("document"))) : null);
        accounts.replaceAll((key, account) -> {
            Map<String, HouseCase> all = cases.getOrDefault(key.source() + " " + key.number().value(),
                    new LinkedHashMap<>());
            // Where both know a case, the source's rules.
            account.cases().forEach(one -> all.put(one.id(), one));
            return account.withCases(List.copyOf(all.values()));
        });
    }

    private List<Past> of(AccountKey account) {
        return past.computeIfAbsent(account, key -> new ArrayList<>());
    }

    AccountSide side(Holding held, AgencyActivity event, Instant heardAt) {
        AccountKey key = held.placement().account();
        Optional<DelinquentAccount> account = Optional.ofNullable(accounts.get(key));
        LocalDate day = event.at().atZone(held.zone()).toLocalDate();
        return new AccountSide(account.map(one -> rules.apply(one, day)).orElseGet(EffectiveRules::none), of(key),
                Optional.ofNullable(first.get(key)), Optional.ofNullable(validated.get(key)),
                account.map(DelinquentAccount::cases).orElse(List.of()), Optional.of(held.left()),
                Optional.ofNullable(paidOn.get(held.number())), heardAt);
    }

    /** It counts for the next one. */
    void add(Holding held, AgencyActivity event) {
        AccountKey key = held.placement().account();
        LocalDate day = event.at().atZone(held.zone()).toLocalDate();
        of(key).add(new Past(event.at(), day, event.channel().filter(Channel.PHONE::equals).isPresent(),
                event.outcome().isTalk()));
        first.merge(key, day, (one, two) -> one.isBefore(two) ? one : two);
        if (event.outcome() == Outcome.VALIDATION_SENT) {
            validated.merge(key, day, (one, two) -> one.isBefore(two) ? one : two);
        }
    }
}
