package io.graceway.wiring;

import io.graceway.edge.store.SqlTally;
import io.graceway.face.command.Gateway;
import io.graceway.journey.notice.NoticeRecord;
import io.graceway.journey.placement.Placement;
import io.graceway.journey.placement.Rung;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The store's tally as the command line reads it. */
record StoreTally(SqlTally tally) implements Gateway.Tally {

    /** As things come one after the other, which is rarely how their names sort. */
    private static <E extends Enum<E>> Map<String, Long> inOrder(Class<E> kind, Map<String, Long> counts) {
        Map<String, Long> ordered = new TreeMap<>(Comparator.comparing(name -> Enum.valueOf(kind, name)));
        ordered.putAll(counts);
        return ordered;
    }

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
        return inOrder(NoticeRecord.State.class, tally.notices());
    }

    @Override
    public Map<String, Long> placements() {
        return inOrder(Placement.State.class, tally.placements());
    }

    @Override
    public List<String> money() {
        return tally.money().stream().map(one -> one.in() + " = " + one.applied().amount() + " + "
                + one.suspense().amount() + " + " + one.rejected().amount() + " + " + one.fees().amount()).toList();
    }

    @Override
    public Map<String, Long> deliveries() {
        return inOrder(Rung.class, tally.deliveries());
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
