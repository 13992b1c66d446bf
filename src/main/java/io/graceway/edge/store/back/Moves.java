package io.graceway.edge.store.back;

import io.graceway.edge.store.Bulk;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.notice.Notices;
import io.graceway.journey.placement.report.Holding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes where placements stand, and brings their accounts home or out again. */
final class Moves {

    private final Bulk bulk;
    private final LocalDate rest;

    Moves(Bulk bulk, Instant at) {
        this.bulk = bulk;
        // The customer is given room, and the source has time to book what the agency collected.
        this.rest = LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(Notices.REST_DAYS);
    }

    void write(Collection<Holding> changed, Collection<Holding> moved) {
        bulk.update("placement p", "p.placement = g.placement", "balance = g.balance, state = g.state, "
                + "ending = g.ending", "placement varchar, balance numeric(19,4), state varchar, ending varchar",
                changed.stream().map(one -> new Object[] {one.number(), one.left().amount(), one.state().name(),
                    one.ending()}).toList());
        List<Object[]> home = new ArrayList<>();
        List<Object[]> out = new ArrayList<>();
        // Of two placements of an account only one can have it again.
        Set<AccountKey> again = new HashSet<>();
        for (Holding one : moved) {
            AccountKey key = one.placement().account();
            if (!one.state().isOpen() || again.add(key)) {
                (one.state().isOpen() ? out : home).add(new Object[] {key.source(), key.number().value(),
                    key.currency(), one.number(), rest});
            }
        }
        // Codes of the error catalogue among the reasons mean that the source's record was refused last.
        accounts("a.placement = g.placement and a.stage = 'PLACED'", "stage = case when reasons = '' then 'CLEARED' "
                + "when reasons like 'GW-%' then 'REFUSED' else 'HELD' end, placement = null, rest_until = g.rest",
                home);
        accounts("(a.placement = g.placement or a.placement is null and a.stage in " + Holdings.AT_HOME + ")",
                "stage = 'PLACED', placement = g.placement", out);
        bulk.update("recall r", "r.placement = g.placement and r.state in ('PENDING', 'EXTENDED')", "state = 'ENDED'",
                "placement varchar", moved.stream().map(one -> new Object[] {one.number()}).toList());
    }

    private void accounts(String which, String set, List<Object[]> moved) {
        bulk.update("account a", "a.source = g.source and a.number = g.number and a.currency = g.currency and "
                + which, set, "source varchar, number varchar, currency varchar, placement varchar, rest date",
                moved);
    }
}
