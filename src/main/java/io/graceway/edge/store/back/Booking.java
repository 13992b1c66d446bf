package io.graceway.edge.store.back;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A page in one transaction: what it does to placements and sources first, its log entries last. */
record Booking(DataSource source, TransactionTemplate transaction, RoutingLog log) {

    <T> T at(Instant moment, Function<Effects, T> work) {
        return transaction.execute(status -> {
            List<RoutingEntry> entries = new ArrayList<>();
            Effects effects = new Effects(source, moment, entries::add);
            T done = work.apply(effects);
            effects.flush();
            log.append(entries);
            return done;
        });
    }
}
