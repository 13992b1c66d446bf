package io.graceway.face.console;

import io.graceway.audit.RoutingEntry;
import io.graceway.edge.store.back.House;
import io.graceway.face.GivenNotices;
import io.graceway.journey.account.Ids;
import io.graceway.journey.placement.Placement.State;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** A store with something on every list: one account warned, four placed with two agencies, one delivery on its way. */
public final class GivenStore {

    static final String DIGEST = Ids.hex("parcel 1");
    static final String FILE = Ids.hex("activity of May");

    private static final Instant AT = Instant.parse("2026-03-05T12:00:00Z");

    private final GivenNotices notices;

    private GivenStore(DataSource store) {
        notices = new GivenNotices(store);
        notices.warned("C-1", "en");
        new House(store).place("PL-1", "northgate", "1000.00").place("PL-2", "northgate", "300.00", "USD", State.SENT)
                .place("PL-3", "harbour", "200.00").place("PL-4", "harbour", "5000", "JPY", State.ACKNOWLEDGED);
        money();
        lists();
        log();
    }

    public static GivenStore fill(DataSource store) {
        return new GivenStore(store);
    }

    /** The file that an agency sent. */
    public static String file() {
        return FILE;
    }

    String notice() {
        return notices.notice("C-1");
    }

    private void money() {
        notices.change("update placement set balance = 700.00 where placement = 'PL-1'");
        notices.change("update placement set balance = 150.00 where placement = 'PL-3'");
        String columns = "insert into agency_payment (agency, payment, kind, reverses, placement, currency, amount, "
                + "applied, suspense, rejected, fee, credited, earned, withheld, reason, paid_on, content, file) ";
        notices.change(columns + "values ('northgate', 'P1', 'PAYMENT', null, 'PL-1', 'USD', 400, 280, 20, 0, "
                + "100, 380, "
                + "100, 100, '', date '2026-03-05', '', '')");
        notices.change(columns + "values ('northgate', 'P2', 'REVERSAL', 'P1', 'PL-1', 'USD', 100, 70, 5, 0, 25, "
                + "95, 25, "
                + "25, '', date '2026-03-05', '', '')");
        notices.change("insert into direct_payment (id, placement, currency, amount, fee, seen_on, kind) values "
                + "('DP1', 'PL-3', 'USD', 50, 0, date '2026-03-05', 'PAYMENT')");
    }

    private void lists() {
        for (int i = 1; i <= 60; i++) {
            String code = i <= 10 ? "GW-TST-000" : i >= 59 ? "GW-TST-001" : "GW-TST-002";
            notices.change("insert into quarantine (id, origin, file, line, field, code, why, at) values "
                    + "(?, 'northgate', 'f.csv', ?, 'amount', ?, 'no amount', ?)", "Q" + i, i, code, AT.plusSeconds(i));
        }
        notices.change("insert into delivery (id, agency, kind, state, rung, file, size, sha256, manifest_file, "
                + "manifest_size, manifest_sha256, records, totals, attempts, next_try, trouble, prepared_at) values "
                + "('D-1', 'northgate', 'placement', 'STOPPED', 'CONNECTED', 'parcel-1.pgp', 10, ?, 'manifest-1.json', "
                + "10, ?, 2, '', 1, ?, 'the line broke', ?)", DIGEST, Ids.hex("manifest 1"), AT, AT);
        String step = "insert into delivery_step (delivery, step, rung, at, evidence) values ('D-1', ";
        notices.change(step + "1, 'CONNECTED', ?, 'host key ok')", AT);
        notices.change(step + "0, 'PREPARED', ?, 'sealed')", AT);
        notices.change("insert into posting (id, source, number, currency, kind, amount, on_day, code, reference, "
                + "text, "
                + "state, evidence, at) values ('POST-1', 'erp', 'C-1', 'USD', 'NOTE', null, date '2026-03-05', "
                + "'', 'N', "
                + "'my own words', 'WORKLIST', 'the source takes no NOTE', ?)", AT);
        notices.change("insert into recall (placement, state, reason, begun_on, object_by, final_on, objection) values "
                + "('PL-1', 'PENDING', 'CUSTOMER_COMPLAINT', date '2026-03-05', date '2026-03-12', date "
                + "'2026-03-13', '')");
        notices.change("insert into inbox (agency, sha256, name, kind, outcome, code, records, accepted, rejected, "
                + "repeated, at) values ('northgate', ?, 'activity of May.csv', 'activity', 'A', '', 2, 2, 0, 0, ?)",
                FILE, AT);
    }

    private void log() {
        notices.transaction.executeWithoutResult(status -> notices.log.append(List.of(
                RoutingEntry.of(AT, "recall.begun", "erp/AC-PL-1/USD", "placement", "PL-1", "reason",
                "CUSTOMER_COMPLAINT"),
                RoutingEntry.of(AT, "delivery.prepared", "D-1", "agency", "northgate"),
                RoutingEntry.of(AT, "delivery.connected", "D-1", "agency", "northgate"),
                RoutingEntry.of(AT, "inbox.taken", FILE, "agency", "northgate"))));
    }
}
