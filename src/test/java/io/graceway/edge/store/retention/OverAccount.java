package io.graceway.edge.store.retention;

import io.graceway.edge.store.back.House;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is known of the customer of AC-P1, who was placed as P1 and has paid: in every place where a store keeps it. */
final class OverAccount {

    /** In what every customer is called, and in everything that people wrote. */
    static final String WHO = "Inparticular";

    private static final String NOON = "timestamp with time zone '2026-03-21 12:00:00+00'";

    private OverAccount() {
    }

    static void told(House house, LocalDate paid) {
        for (String one : List.of(
                "insert into notice (id, source, number, currency, brand, channel, state, written_on, deadline, "
                + "last_chance_days, email_kept, balance, agency, zone, attempts) values ('N1', 'erp', 'AC-P1', 'USD', "
                + "'acme', 'LETTER', 'USED', date '2026-02-01', date '2026-02-20', 14, false, 100, 'northgate', 'UTC', "
                + "1)",
                "insert into notice_document (id, document) select 'N1', document from placement_document "
                + "where placement = 'P1'",
                "insert into account_name (name, number, source, currency) values ('inparticular', 'AC-P1', 'erp', "
                + "'USD')",
                "insert into told (placement, facts) values ('P1', 'Inparticular')",
                "insert into activity (agency, event, placement, at, channel, outcome, checks, content, document) "
                + "values ('northgate', 'A1', 'P1', " + NOON + ", 'PHONE', 'SPOKE', '', '', 'said Inparticular')",
                "insert into news (agency, kind, message, placement, on_day, code, content, document, at) values "
                + "('northgate', 'NOTE', 'M1', 'P1', date '2026-03-21', '', '', 'Inparticular moved', " + NOON + ")",
                "insert into agency_message (id, agency, document, placement, bundle, fields, delivery, at) values "
                + "('X1', 'northgate', 'note', 'P1', '', 'Inparticular', '', " + NOON + ")",
                "insert into posting (id, source, number, currency, kind, amount, on_day, code, reference, text, "
                + "state, evidence, at) values ('S1', 'erp', 'AC-P1', 'USD', 'NOTE', 12.34, date '2026-03-22', '', "
                + "'P1', 'Inparticular called', 'POSTED', '', " + NOON + ")",
                "insert into four_eyes (id, what, subject, evidence, evidence_sha256, asked_by, asked_at, state) "
                + "values ('F1', 'RECALL', 'P1', 'Inparticular asked', '', 'someone', " + NOON + ", 'AGREED')",
                "insert into agency_payment (agency, payment, kind, placement, currency, amount, applied, suspense, "
                + "rejected, fee, credited, earned, withheld, reason, paid_on, content, file) values ('northgate', "
                + "'Y1', 'PAYMENT', 'P1', 'USD', 100, 75, 0, 0, 25, 100, 25, 25, '', date '" + paid + "', '', 'f')")) {
            house.jdbc.update(one);
        }
    }

    /** Every column of every table in which the customer can still be read. */
    static List<String> readable(House house) {
        List<String> found = new ArrayList<>();
        for (String one : house.jdbc.queryForList("select table_name || '.' || column_name from "
                + "information_schema.columns where lower(table_schema) = 'public' and lower(data_type) like "
                + "'character%'", String.class)) {
            int dot = one.indexOf('.');
            if (house.jdbc.queryForObject("select count(*) from " + one.substring(0, dot) + " where "
                    + "lower(" + one.substring(dot + 1) + ") like ?", Integer.class, "%" + WHO.toLowerCase(Locale.ROOT)
                    + "%") > 0) {
                found.add(one.toLowerCase(Locale.ROOT));
            }
        }
        return found.stream().sorted().toList();
    }
}
