package io.graceway.wiring;

import io.graceway.edge.store.SqlQuarantine;
import io.graceway.face.command.PassReport;
import io.graceway.face.web.Places;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where everything ends that a route could not finish: written down with its reason, told to whoever asked for the
 * pass.
 */
public final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final SqlQuarantine book;
    private final PassReport report;

    Quarantine(SqlQuarantine book, PassReport report) {
        this.book = book;
        this.report = report;
    }

    /** Called by the route that takes every failure. */
    public void failed(String route, Exception failure) {
        SqlQuarantine.Quarantined one = book.failed(route, failure);
        LOG.error("route {} failed: {} {}", route, one.code(), one.why());
        // Where, but not the messages, which may quote a record.
        LOG.info("{} came from {}", one.code(), Places.of(failure));
        report.failed(one.code(), one.why());
    }
}
