package io.graceway.wiring;

import io.graceway.edge.store.SqlTally;
import io.graceway.face.command.Gateway;
import java.util.List;
import java.util.Map;

/** The store's tally as the command line reads it. */
record StoreTally(SqlTally tally) implements Gateway.Tally {

    @Override
    public Map<String, String> stages() {
        return tally.stages();
    }

    @Override
    public Map<String, Long> accounts() {
        return tally.accounts();
    }

    @Override
    public Map<String, Long> happened() {
        return tally.happened();
    }

    @Override
    public Map<String, Long> notices() {
        return tally.notices();
    }

    @Override
    public Map<String, Long> placements() {
        return tally.placements();
    }

    @Override
    public List<String> money() {
        return tally.money().stream().map(one -> one.in() + " = " + one.applied().amount() + " + " + one.suspense().amount() + " + "
                + one.rejected().amount() + " + " + one.fees().amount()).toList();
    }

    @Override
    public Map<String, Long> deliveries() {
        return tally.deliveries();
    }

    @Override
    public Map<String, Long> files() {
        return tally.files();
    }

    @Override
    public Map<String, Long> toneFindings() {
        return tally.toneFindings();
    }

    @Override
    public Map<String, Long> postings() {
        return tally.postings();
    }

    @Override
    public List<String> unaccounted() {
        return tally.unaccounted();
    }
}
