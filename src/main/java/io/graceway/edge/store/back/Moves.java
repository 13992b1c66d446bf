package io.graceway.edge.store.back;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.notice.Notices;
import io.graceway.journey.placement.report.Holding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes where placements stand, and brings their accounts home or out again. */
final class Moves {

    private static final String ACCOUNT = " where source = ? and number = ? and currency = ?";

    private final JdbcTemplate jdbc;
    private final LocalDate rest;

    Moves(JdbcTemplate jdbc, Instant at) {
        this.jdbc = jdbc;
        // The customer is given room, and the source has time to book what the agency collected.
        this.rest = LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(Notices.REST_DAYS);
    }

    void write(Collection<Holding> changed, Collection<Holding> moved) {
        List<Object[]> placements = new ArrayList<>();
        changed.forEach(one -> placements.add(new Object[] {one.left().amount(), one.state().name(), one.ending(),
            one.number()}));
        update("update placement set balance = ?, state = ?, ending = ? where placement = ?", placements);
        List<Object[]> home = new ArrayList<>();
        List<Object[]> out = new ArrayList<>();
        List<Object[]> over = new ArrayList<>();
        for (Holding one : moved) {
            AccountKey key = one.placement().account();
            over.add(new Object[] {one.number()});
            (one.state().isOpen() ? out : home).add(one.state().isOpen()
                    ? new Object[] {one.number(), key.source(), key.number().value(), key.currency(), one.number()}
                    : new Object[] {rest, key.source(), key.number().value(), key.currency(), one.number()});
        }
        // Codes of the error catalogue among the reasons mean that the source's record was refused last.
        update("update account set stage = case when reasons = '' then 'CLEARED' when reasons like 'GW-%' then "
                + "'REFUSED' else 'HELD' end, placement = null, rest_until = ?" + ACCOUNT
                + " and placement = ? and stage = 'PLACED'", home);
        update("update account set stage = 'PLACED', placement = ?" + ACCOUNT
                + " and (placement = ? or placement is null "
                + "and stage in " + Holdings.AT_HOME + ")", out);
        update("update recall set state = 'ENDED' where placement = ? and state in ('PENDING', 'EXTENDED')", over);
    }

    private void update(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
