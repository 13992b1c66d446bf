package io.graceway.journey.placement;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Pass;
import io.graceway.journey.account.Place;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.delinquency.DebtKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Sees credentials of agencies lapse before they do, what is with an agency that may not have it any more, and of what
 * it reports nothing.
 */
public final class VettingWatch {

    private static final int[] WARN_DAYS = {14, 30, 60};

    /** Where open placements are read, and where people are told, each step once. */
    public interface Book {

        /** Every placement that is with the agency now. */
        void open(String agency, Consumer<Open> into);

        /** In one transaction with the log; what was told before is not told again. */
        Lapses record(Lapses lapses);
    }

    /** A placement that is with an agency, as vetting looks at it. */
    public record Open(PlacementNumber placement, AccountKey account, Place place, DebtKind kind) {
    }

    /** A placement that its agency could not be given on that day, and why: people have to decide on it. */
    public record Uncovered(Open open, List<String> why) {
    }

    /**
     * A credential that nothing on file replaces.
     *
     * @param day      in the agency's zone
     * @param warnDays 60, 30 or 14 days ahead; -1 once its last day is over
     */
    public record Lapse(String agency, Credential credential, LocalDate day, int warnDays) {

        /** Until its last day; below 0 after it. */
        public long daysLeft() {
            return ChronoUnit.DAYS.between(day, credential.until());
        }
    }

    /** One agency on one day of its own. */
    public record State(Agency agency, LocalDate day, List<Lapse> lapses, List<Uncovered> uncovered) {
    }

    /**
     * How long an agency may be silent on a placement that it has.
     *
     * @param before placements without a report since the beginning of this day of the agency's are told of
     */
    public record Silence(Agency agency, LocalDate before) {

        public Instant moment() {
            return before.atStartOfDay(agency.zone()).toInstant();
        }
    }

    /** What is to be told of one pass. */
    public record Lapses(Instant at, List<Lapse> all, List<Silence> silences) {
    }

    private final List<Agency> agencies;
    private final Book book;

    public VettingWatch(Collection<Agency> agencies, Book book) {
        this.agencies = agencies.stream().sorted(Comparator.comparing(Agency::id)).toList();
        this.book = book;
    }

    /** Everything that lapses within sixty days or has lapsed, and how long is too silent, agency by agency. */
    public Lapses look(Pass pass) {
        List<Lapse> all = new ArrayList<>();
        List<Silence> silences = new ArrayList<>();
        for (Agency agency : agencies) {
            LocalDate day = pass.asOf().day(agency.zone());
            agency.terms().silenceDays().ifPresent(days -> silences.add(new Silence(agency, day.minusDays(days))));
            List<Credential> credentials = agency.vetting().credentials();
            credentials.stream().filter(one -> credentials.stream().noneMatch(other -> other.replaces(one)))
                    .sorted(Comparator.comparing(Credential::until).thenComparing(Credential::reference))
                    .forEach(one -> step(one, day).ifPresent(step -> all.add(new Lapse(agency.id(), one, day, step))));
        }
        return new Lapses(pass.at(), all, silences);
    }

    private static OptionalInt step(Credential one, LocalDate day) {
        return day.isAfter(one.until()) ? OptionalInt.of(-1) : IntStream.of(WARN_DAYS)
                .filter(days -> ChronoUnit.DAYS.between(day, one.until()) <= days).findFirst();
    }

    /** How the vetting of every agency stands, by id. */
    public List<State> states(Pass pass) {
        List<Lapse> lapses = look(pass).all();
        return agencies.stream().map(agency -> new State(agency, pass.asOf().day(agency.zone()),
                lapses.stream().filter(one -> one.agency().equals(agency.id())).toList(),
                uncovered(agency, pass.asOf().day(agency.zone())))).toList();
    }

    private List<Uncovered> uncovered(Agency agency, LocalDate day) {
        List<Uncovered> all = new ArrayList<>();
        book.open(agency.id(), one -> {
            List<String> why = agency.vetting().whyNot(one.place(), one.kind(), day);
            if (!why.isEmpty()) {
                all.add(new Uncovered(one, why));
            }
        });
        return all;
    }
}
