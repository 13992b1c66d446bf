package io.graceway.edge.document.reading;

import io.graceway.edge.document.wire.Layout;
import io.graceway.journey.account.Reject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which kind a record is, and where in a common row the values of each kind stand. */
final class Kinds {

    private final Layout layout;
    private final Map<String, Integer> byMarker = new HashMap<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final int[][] picks;

    /** Lines the values of all kinds up in one row, each address once. */
    Kinds(Layout layout) {
        this.layout = layout;
        this.picks = new int[layout.kinds().size()][];
        for (int kind = 0; kind < picks.length; kind++) {
            byMarker.put(layout.kinds().get(kind).marker(), kind);
            picks[kind] = layout.kinds().get(kind).slots().stream()
                    .mapToInt(slot -> places.computeIfAbsent(slot.address(), any -> places.size())).toArray();
        }
        if (!layout.marker().isEmpty()) {
            places.computeIfAbsent(layout.marker(), any -> places.size());
        }
    }

    List<String> addresses() {
        return new ArrayList<>(places.keySet());
    }

    /** The kind with that marker; the only kind where nothing marks it; -1 where no kind has it. */
    int of(String marker) {
        return layout.marker().isEmpty() && byMarker.size() == 1 ? 0 : byMarker.getOrDefault(marker, -1);
    }

    /** The kind of a common row. */
    int ofCommon(String[] common) {
        return of(layout.marker().isEmpty() ? "" : common[places.get(layout.marker())]);
    }

    String[] pick(int kind, String[] common) {
        int[] pick = picks[kind];
        String[] values = new String[pick.length];
        for (int i = 0; i < pick.length; i++) {
            values[i] = common[pick[i]];
        }
        return values;
    }

    WireReader.Row row(long line, String[] common, boolean suspect, Reject fault) {
        int kind = ofCommon(common);
        return kind < 0 ? unknown(line, layout.marker()) : new WireReader.Row(line, kind, pick(kind, common), suspect,
                fault);
    }

    static WireReader.Row unknown(long line, String marker) {
        return new WireReader.Row(line, -1, null, false, new Reject(line, marker, "GW-DOC-011",
                "the record is of no kind that this document knows; use one of the kinds agreed"));
    }
}
