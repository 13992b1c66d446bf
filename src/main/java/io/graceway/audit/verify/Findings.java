package io.graceway.audit.verify;

import io.graceway.audit.verify.Verification.Finding;
import io.graceway.audit.verify.Verification.Verdict;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what one verification finds; remembers all, lists a bounded number. */
final class Findings {

    static final String CHECKPOINT = "GW-LOG-030";
    static final String OTHER_LOG = "GW-LOG-031";
    static final String ENTRY_DIFFERS = "GW-LOG-032";
    static final String ENTRIES_MISSING = "GW-LOG-033";
    static final String BUNDLE_MALFORMED = "GW-LOG-034";
    static final String TILE_DIFFERS = "GW-LOG-035";
    static final String TILE_MISSING = "GW-LOG-036";
    static final String ROOT_DIFFERS = "GW-LOG-037";
    static final String UNSIGNED_TAIL = "GW-LOG-038";
    static final String STRAY_FILE = "GW-LOG-039";
    static final String KEPT_DIFFERS = "GW-LOG-040";
    static final String KEPT_IS_LONGER = "GW-LOG-041";
    static final String OTHER_KEY = "GW-LOG-042";
    static final String NOT_WITNESSED = "GW-LOG-047";
    static final String STAMP = "GW-LOG-073";
    static final String NOT_STAMPED = "GW-LOG-074";
    static final String ROW_MISSING = "GW-LOG-050";
    static final String ROW_DIFFERS = "GW-LOG-051";
    static final String SUBJECT_DIFFERS = "GW-LOG-052";
    static final String HEAD_DIFFERS = "GW-LOG-053";
    static final String ROW_BEYOND_HEAD = "GW-LOG-054";
    static final String DATABASE_IS_SHORTER = "GW-LOG-055";

    private static final String TIME_FIELD = "{\"at\":\"";
    private static final int TIME_LENGTH = "2026-03-03T12:00:00.000000Z".length();

    private final List<Finding> list = new ArrayList<>();
    private long counted;
    private final List<Verification.Cosigned> cosigned = new ArrayList<>();
    private final List<Verification.Stamped> stamped = new ArrayList<>();
    private boolean broken;
    private byte[] lastLeaf;
    private long unpublished;

    void add(String code, long index, String text) {
        counted++;
        broken |= !code.equals(UNSIGNED_TAIL);
        if (list.size() < Verification.MOST_FINDINGS) {
            list.add(new Finding(code, index, text));
        }
    }

    void add(String code, String text) {
        add(code, Finding.UNKNOWN, text);
    }

    void lastLeaf(byte[] leaf) {
        lastLeaf = leaf;
    }

    void cosigned(Verification.Cosigned one) {
        cosigned.add(one);
    }

    void stamped(Verification.Stamped one) {
        stamped.add(one);
    }

    void unpublished(long entries) {
        unpublished = entries;
    }

    Verification verification(long size) {
        Verdict verdict = broken ? Verdict.BROKEN : counted > 0 ? Verdict.UNSIGNED_TAIL : Verdict.PROVED;
        return new Verification(verdict, size, unpublished, time(), list, counted, cosigned, stamped);
    }

    private Optional<Instant> time() {
        if (lastLeaf == null) {
            return Optional.empty();
        }
        String leaf = new String(lastLeaf, StandardCharsets.UTF_8);
        int from = TIME_FIELD.length();
        try {
            return leaf.startsWith(TIME_FIELD) && leaf.length() > from + TIME_LENGTH
                    ? Optional.of(Instant.parse(leaf.substring(from, from + TIME_LENGTH))) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
