package io.graceway.face.console;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Things in quarantine for the same reason; the group with the latest comes first. */
record QuarantineGroup(String code, int count, Instant latest, List<ConsoleView.Quarantined> rows) {

    /** @param latest the latest first */
    static List<QuarantineGroup> of(List<ConsoleView.Quarantined> latest) {
        Map<String, List<ConsoleView.Quarantined>> groups = latest.stream()
                .collect(Collectors.groupingBy(ConsoleView.Quarantined::code, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream().map(one -> new QuarantineGroup(one.getKey(), one.getValue().size(),
                one.getValue().get(0).at(), one.getValue())).toList();
    }
}
