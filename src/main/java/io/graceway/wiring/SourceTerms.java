package io.graceway.wiring;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.config.ConfigRefused;
import io.graceway.wiring.config.PartnerFiles;
import io.graceway.wiring.config.SourceConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a source's file fits what stands beside it: one way of reading, a brand, and a dialect with its tables. */
final class SourceTerms {

    private static final String ACCOUNT = "account.in";

    private final String id;
    private final PartnerFiles files;

    private SourceTerms(String id, PartnerFiles files) {
        this.id = id;
        this.files = files;
    }

    /** How the source is read, as its file names it. */
    static String way(SourceConfig file) {
        return ways(file).get(0);
    }

    private static List<String> ways(SourceConfig file) {
        Map<String, Object> ways = new LinkedHashMap<>();
        ways.put("files", file.files());
        ways.put("sql", file.sql());
        ways.put("soap", file.soap());
        ways.put("rest", file.rest());
        ways.values().removeIf(one -> one == null);
        return new ArrayList<>(ways.keySet());
    }

    /** @throws ConfigRefused with file and line */
    static void check(String id, SourceConfig file, PartnerFiles files, Dialects dialects) {
        SourceTerms terms = new SourceTerms(id, files);
        List<String> ways = ways(file);
        terms.must(files.brands().containsKey(file.brand()), "/brand", "GW-CFG-105", "there is no brand " + file.brand()
                + "; use one of " + new TreeSet<>(files.brands().keySet()) + " or add brands/" + file.brand()
                + ".yaml");
        terms.must(ways.size() == 1, ways.isEmpty() ? "" : "/" + ways.get(ways.size() - 1), "GW-CFG-106",
                "a source says exactly one of files, sql, soap, rest, how it is read, found " + ways
                + "; take all but one out, or add one");
        terms.must(dialects.sheet(Speech.of(file.dialect()), ACCOUNT).isPresent(), "/dialect", "GW-CFG-115",
                "the dialect "
                + file.dialect() + " has no mapping " + ACCOUNT + "; add mappings/" + file.dialect() + "/" + ACCOUNT
                + ".map.yaml or use one of " + speaking(dialects));
        terms.tables(file, dialects);
    }

    private static Set<String> speaking(Dialects dialects) {
        Set<String> names = new TreeSet<>(dialects.names());
        names.removeIf(one -> dialects.sheet(Speech.of(one), ACCOUNT).isEmpty());
        return names;
    }

    private void tables(SourceConfig file, Dialects dialects) {
        Set<String> known = dialects.accountTables(file.dialect()).keySet();
        if (file.files() != null) {
            must(!SourcePreview.takesRows(dialects, file), "/dialect", "GW-CFG-115", "the dialect " + file.dialect()
                    + " takes rows and no files; use a dialect whose mapping " + ACCOUNT + " has another format");
            known(SourceWiring.tables(file, dialects).keySet(), known, "/files/tables");
            must(file.files().postings() == null || dialects.writes(file.dialect(), "posting"), "/files/postings",
                    "GW-CFG-115", "the dialect " + file.dialect() + " has no mapping posting.out; add mappings/"
                    + file.dialect() + "/posting.out.map.yaml, or take 'postings' out: then people post by hand");
        } else if (file.sql() != null) {
            Set<String> queries = new TreeSet<>(file.sql().queries().keySet());
            queries.remove("accounts");
            known(queries, known, "/sql/queries");
        } else if (file.rest() != null) {
            known(file.rest().tables().keySet(), known, "/rest/tables");
        }
    }

    private void known(Set<String> tables, Set<String> known, String place) {
        Optional<String> stranger = tables.stream().filter(one -> !known.contains(one)).sorted().findFirst();
        must(stranger.isEmpty(), place + "/" + stranger.orElse(""), "GW-CFG-115", "the dialect has no record "
                + stranger.orElse("") + "; use one of " + new TreeSet<>(known) + " or add it to the mapping");
    }

    private void must(boolean holds, String pointer, String code, String why) {
        if (!holds) {
            throw files.refusedSource(id, pointer, code, why);
        }
    }
}
