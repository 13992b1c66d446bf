package io.graceway.edge.source;

import io.graceway.edge.source.folder.FolderTerms;
import io.graceway.edge.source.folder.Reach;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A set of related files as a source system lays it down.
 *
 * @param folder    a path, {@code file:///path}, {@code sftp://user@host:port/path} or the same with {@code ftps:}
 * @param tables    record, such as {@code item}, to the name of its file in the folder
 * @param required  records without which the set is not taken; the others may be missing, which is then told
 * @param reach     needed for a folder on another machine
 * @param settle    how long every file has to stay the same before it counts as complete
 * @param mostBytes a set with more bytes is refused
 * @param delta     whether a set holds only accounts that changed; otherwise what it does not hold has nothing open
 */
public record FileTerms(String folder, Map<String, String> tables, Set<String> required,
                        Optional<? extends Reach> reach, Duration settle, long mostBytes, boolean delta) {

    private static final long EIGHT_GIB = 8L << 30;

    public FileTerms {
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        required = Set.copyOf(required);
        folder = new FolderTerms(folder, reach).folder();
        if (tables.isEmpty() || !tables.keySet().containsAll(required)) {
            throw new TermsRefused("required", "every required table of a source needs the name of its file; there are "
                    + tables.keySet());
        }
        tables.forEach(FileTerms::plain);
    }

    /** A complete set. */
    public FileTerms(String folder, Map<String, String> tables, Set<String> required, Optional<? extends Reach> reach,
                     Duration settle, long mostBytes) {
        this(folder, tables, required, reach, settle, mostBytes, false);
    }

    /** With the usual two seconds to settle and at most 8 GiB. */
    public FileTerms(String folder, Map<String, String> tables, Set<String> required, Optional<? extends Reach> reach) {
        this(folder, tables, required, reach, Duration.ofSeconds(2), EIGHT_GIB);
    }

    FolderTerms place() {
        return new FolderTerms(folder, reach);
    }

    private static void plain(String table, String name) {
        if (name.isBlank() || name.contains("/") || name.contains("\\") || name.startsWith(".")) {
            throw new TermsRefused("tables/" + table,
                    "a file of a source is named without folder and without leading dot; correct the name");
        }
    }
}
