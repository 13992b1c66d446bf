package io.graceway.edge.store.inbox;

import io.graceway.edge.store.Rows;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.placement.report.Holding;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** When the accounts of a page were contacted before, by whichever agency. */
final class Contacts {

    private final Map<AccountKey, List<LocalDate>> days = new HashMap<>();

    /** A placement of one of the accounts, maybe of another agency. */
    private record Other(String placement, AccountKey account, ZoneId zone) {
    }

    /**
     * @param moments of the page's events
     * @param within  days that a tone looks back and ahead
     */
    Contacts(JdbcTemplate jdbc, Collection<Holding> held, Collection<Instant> moments, int within) {
        if (held.isEmpty()) {
            return;
        }
        Set<AccountKey> accounts = held.stream().map(one -> one.placement().account()).collect(Collectors.toSet());
        Map<String, Other> others = Rows.in(jdbc, "select placement, source, number, currency, zone from placement "
                + "where number", accounts.stream().map(one -> one.number().value()).toList(), (row, i) ->
                new Other(row.getString("placement"), Rows.key(row), ZoneId.of(row.getString("zone")))).stream()
                .filter(one -> accounts.contains(one.account())).collect(Collectors.toMap(Other::placement, one ->
                one));
        Duration reach = Duration.ofDays(within + 1L);
        Rows.in(jdbc, "select placement, at from activity where outbound = true and at >= ? and at <= ? and placement",
                others.keySet(), (row, i) -> {
                    Other other = others.get(row.getString("placement"));
                    return of(other.account()).add(row.getObject("at", OffsetDateTime.class)
                            .atZoneSameInstant(other.zone())
                            .toLocalDate());
                }, moments.stream().min(Comparator.naturalOrder()).orElseThrow().minus(reach).atOffset(ZoneOffset.UTC),
                moments.stream().max(Comparator.naturalOrder()).orElseThrow().plus(reach).atOffset(ZoneOffset.UTC));
    }

    /** The days so far; a contact that is added counts for the next one. */
    List<LocalDate> of(AccountKey account) {
        return days.computeIfAbsent(account, key -> new ArrayList<>());
    }
}
