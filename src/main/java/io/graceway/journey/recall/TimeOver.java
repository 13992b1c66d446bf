package io.graceway.journey.recall;

import io.graceway.journey.account.Pass;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.recall.RecallBook.Running;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Placements whose time with their agency is over: by its term, or because the agency leaves. */
final class TimeOver {

    /** The first zone on earth in which a day begins. */
    static final ZoneId FIRST = ZoneId.of("Etc/GMT-14");

    private static final int PAGE = 1000;

    private final Map<String, Agency> agencies;
    private final RecallBook book;

    TimeOver(Map<String, Agency> agencies, RecallBook book) {
        this.agencies = agencies;
        this.book = book;
    }

    /** At most about a thousand for each agency. */
    void find(Pass pass, RecallPage into) {
        Set<String> leaving = book.leaving();
        agencies.values().forEach(agency -> {
            if (leaving.contains(agency.id())) {
                leaves(agency, pass, into);
            } else {
                agency.terms().termDays().ifPresent(days -> overTerm(agency, days, pass, into));
            }
        });
    }

    /** An arrangement keeps nothing with an agency that leaves: it may object, and has its days. */
    private void leaves(Agency agency, Pass pass, RecallPage into) {
        for (Running one : book.held(agency.id(), PAGE)) {
            Recalls.begin(one.held(), "AGENCY_LEAVES", pass.asOf().day(one.held().zone()), agency.terms(), into);
        }
    }

    /** An arrangement that the customer keeps lengthens the term to its last day. */
    private void overTerm(Agency agency, int days, Pass pass, RecallPage into) {
        String after = "";
        List<Running> page;
        do {
            page = book.since(agency.id(), pass.asOf().day(FIRST).minusDays(days), after, PAGE);
            for (Running one : page) {
                after = one.held().number();
                LocalDate day = pass.asOf().day(one.held().zone());
                boolean over = !day.isBefore(one.held().placement().placedOn().plusDays(days));
                if (over && one.arranged().filter(last -> !day.isAfter(last)).isEmpty()) {
                    Recalls.begin(one.held(), "TERM_OVER", day, agency.terms(), into);
                }
            }
        } while (page.size() == PAGE && into.pending().size() < PAGE);
    }
}
