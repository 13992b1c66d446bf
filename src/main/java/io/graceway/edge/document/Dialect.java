package io.graceway.edge.document;

import io.graceway.edge.document.config.Part;
import io.graceway.journey.placement.report.PlacementNumbers.PlacementKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one dialect has beside its mappings.
 *
 * @param settings     name to value; an empty one has to come from the agency's file
 * @param placementsBy which number of a placement stands on the wire
 * @param borrowed     mapping to the dialect it is taken from
 * @param files        mapping to what its files are called
 * @param calls        which calls an interface without files knows; empty where files travel
 */
record Dialect(Map<String, String> settings, PlacementKey placementsBy, Map<String, String> borrowed,
               Map<String, FileName> files, Optional<Part> calls) {

    static final Dialect PLAIN = new Dialect(Map.of(), PlacementKey.NUMBER, Map.of(), Map.of(), Optional.empty());

    static Dialect of(Part part) {
        Map<String, String> settings = new TreeMap<>();
        part.at("settings").keys().forEach(name -> settings.put(name, part.at("settings").at(name).text("")));
        Map<String, String> borrowed = new TreeMap<>();
        part.at("borrows").keys().forEach(from -> part.at("borrows").at(from).texts().forEach(name ->
                borrowed.put(name, from)));
        Map<String, FileName> files = new LinkedHashMap<>();
        for (String name : part.at("files").keys()) {
            Part file = part.at("files").at(name);
            files.put(name, new FileName(file.at("folder").text(""), file.at("name").text("")));
        }
        return new Dialect(settings, PlacementKey.valueOf(part.at("placements-by").text("NUMBER")),
                borrowed, files, Optional.of(part.at("calls")).filter(Part::isThere));
    }

    /** Folders in which files lie whose mapping ends so; the empty one is the mailbox's own. */
    Set<String> folders(String ending) {
        Set<String> folders = new TreeSet<>(Set.of(""));
        files.forEach((name, file) -> {
            if (name.endsWith(ending) && !file.folder().equals(FileName.ANY)) {
                folders.add(file.folder());
            }
        });
        return folders;
    }

    /** Its settings, and over them those of an agency. */
    Map<String, String> settings(Map<String, String> given) {
        Map<String, String> all = new TreeMap<>(settings);
        given.forEach((name, value) -> all.merge(name, value, (ours, theirs) -> theirs.isEmpty() ? ours : theirs));
        return all;
    }
}
