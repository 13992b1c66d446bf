package io.graceway.journey.writeback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How long it took until an agency had what a source showed of one of its accounts.
 *
 * @param document  what was told: a direct payment, its reversal, an adjustment, a dispute
 * @param seen      when it was first seen in the source and the message was written, in one transaction
 * @param sent      when the message lay complete in the agency's mailbox
 * @param confirmed when the agency had taken it away, or answered it
 */
public record Confirmation(String agency, String document, String placement, Instant seen, Optional<Instant> sent,
                           Optional<Instant> confirmed) {

    /** From the source to the agency's confirmation. */
    public Optional<Duration> took() {
        return confirmed.map(one -> Duration.between(seen, one));
    }

    /**
     * All messages of one kind to one agency; the median is the lower one of the two in the middle.
     *
     * @param sent    minutes until half of those that were sent lay in the mailbox; empty where none was
     * @param median  minutes until half of those that were confirmed were
     * @param slowest minutes until the last of them was
     * @param waiting how many are not confirmed
     */
    public record Told(String agency, String document, long told, Optional<Long> sent, Optional<Long> median,
                       Optional<Long> slowest, long waiting) {
    }

    /** By agency and document. */
    public static List<Told> told(List<Confirmation> all) {
        return all.stream().collect(Collectors.groupingBy(one -> one.agency + " " + one.document, TreeMap::new,
                Collectors.toList())).values().stream().map(Confirmation::group).toList();
    }

    private static Told group(List<Confirmation> some) {
        List<Long> sent = minutes(some, one -> one.sent.map(at -> Duration.between(one.seen, at)));
        List<Long> took = minutes(some, Confirmation::took);
        return new Told(some.get(0).agency, some.get(0).document, some.size(), median(sent), median(took),
                took.stream().reduce((any, last) -> last), some.size() - took.size());
    }

    private static List<Long> minutes(List<Confirmation> some, Function<Confirmation, Optional<Duration>> which) {
        return some.stream().map(which).flatMap(Optional::stream).map(Duration::toMinutes).sorted().toList();
    }

    private static Optional<Long> median(List<Long> sorted) {
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
    }
}
