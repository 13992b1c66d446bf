package io.graceway.edge.store;

import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.Posting;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds postings to what waits for a source system, in the running transaction. */
final class Postings {

    private final JdbcTemplate jdbc;

    Postings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Posting posting, Instant at) {
        jdbc.update("insert into posting (id, source, number, currency, kind, amount, on_day, code, reference, text, "
                + "state, evidence, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', '', ?)", posting.key(),
                posting.account().source(), posting.account().number().value(), posting.account().currency(),
                posting.kind().name(), posting.amount().map(Money::amount).orElse(null), posting.on(), posting.code(),
                posting.reference(), posting.text(), SqlDeliveryBook.utc(at));
    }
}
