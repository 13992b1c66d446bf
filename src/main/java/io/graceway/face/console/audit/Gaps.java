package io.graceway.face.console.audit;

import java.time.Instant;
import java.util.List;

/** What an auditor looks at first: what is not as it should be, and what people decided otherwise. */
public interface Gaps {

    /**
     * @param kind what it is, as texts name it
     * @param list address of the rows
     */
    record Gap(String kind, String list, long count) {
    }

    /** @param by who did it; empty where that is not known */
    record Deed(String entry, Instant at, String what, String subject, String by) {
    }

    /** All that are there, the gravest first; what does not occur is left out. */
    List<Gap> gaps();

    /** What people did in the console lately, the latest first. */
    List<Deed> deeds();
}
