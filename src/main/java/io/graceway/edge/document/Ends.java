package io.graceway.edge.document;

import io.graceway.edge.document.mapping.RecordMap;
import io.graceway.journey.account.Reject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the records that a layout has at the ends of its files stand there, each once. */
final class Ends {

    private final Map<RecordMap, Integer> seen = new LinkedHashMap<>();
    private final List<Reject> faults = new ArrayList<>();
    private boolean begun;
    private boolean ended;

    Ends(Collection<RecordMap> records) {
        records.stream().filter(record -> record.isOwn(true) || record.isOwn(false)).forEach(record ->
                seen.put(record, 0));
    }

    void saw(Collection<RecordMap> records, long line) {
        RecordMap own = records.stream().filter(seen::containsKey).findFirst().orElse(null);
        if (own == null) {
            other(line);
            return;
        }
        seen.merge(own, 1, Integer::sum);
        if (own.isOwn(true) && begun) {
            wrong(line, own.name() + " does not stand first");
        }
        ended |= own.isOwn(false);
    }

    void other(long line) {
        begun |= !seen.isEmpty();
        if (ended) {
            wrong(line, "something follows after the end");
        }
    }

    private void wrong(long line, String what) {
        if (faults.isEmpty()) {
            faults.add(new Reject(line, "", "GW-DOC-045", what + "; the file may be two that were joined, or cut off;"
                    + " send the whole file again"));
        }
    }

    List<Reject> faults() {
        seen.forEach((record, times) -> {
            if (times != 1) {
                wrong(0, "the record " + record.name() + " stands in the file " + times + " times instead of once");
            }
        });
        return faults;
    }
}
