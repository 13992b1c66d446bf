package io.graceway.journey.writeback.hook;

import io.graceway.journey.account.Ids;
import io.graceway.journey.writeback.hook.HookBook.Event;
import io.graceway.journey.writeback.hook.HookBook.Fate;
import io.graceway.journey.writeback.hook.HookBook.Try;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells partners what happened, each event until it was taken, with growing pauses, and at last not any more. */
public final class Hooks {

    /** How long after a failed attempt the next one is made; what failed after the last is given up. */
    static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30),
            Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10), Duration.ofHours(14), Duration.ofHours(20),
            Duration.ofHours(24));
    /** A receiver that took nothing for so long is left alone. */
    static final Duration PATIENCE = Duration.ofDays(5);
    /** A receiver that just failed is not asked for its other events either. */
    static final Duration REST = Duration.ofMinutes(1);
    /** An attempt that nobody saw the end of is made again after that. */
    static final Duration LEASE = Duration.ofMinutes(2);
    /** A receiver that is slow does not keep the others, and everything else that is due, for longer than that. */
    static final Duration TURN = Duration.ofSeconds(20);
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);
    private static final int GONE = 410;

    /**
     * What came of a request.
     *
     * @param status     of the answer; 0 where there was none
     * @param trouble    code; empty where the event was taken
     * @param retryAfter what the answer asks to wait
     */
    public record Answer(int status, String trouble, Duration retryAfter) {
    }

    /** Sends one request, follows nothing, reads nothing of the answer's body. */
    @FunctionalInterface
    public interface Post {

        Answer send(Endpoint to, Map<String, String> headers, byte[] body);
    }

    private final Map<String, Endpoint> endpoints;
    private final HookBook book;
    private final Post post;
    private final Clock clock;

    /** @param endpoints by recipient */
    public Hooks(Map<String, Endpoint> endpoints, HookBook book, Post post, Clock clock) {
        this.endpoints = new TreeMap<>(endpoints);
        this.book = book;
        this.post = post;
        this.clock = clock;
    }

    /** Everybody for whom an event is due. */
    public List<String> due() {
        return endpoints.isEmpty() ? List.of() : book.due(urls(), clock.instant());
    }

    private Map<String, URI> urls() {
        Map<String, URI> urls = new TreeMap<>();
        endpoints.forEach((recipient, one) -> urls.put(recipient, one.url()));
        return urls;
    }

    /** One receiver's events in their order, until one is not taken. */
    public void deliver(String recipient) {
        Endpoint to = endpoints.get(recipient);
        Instant over = clock.instant().plus(TURN);
        for (Event one : book.waiting(recipient, clock.instant())) {
            Instant now = clock.instant();
            if (now.isAfter(over) || book.claim(one, now, now.plus(LEASE)) && !taken(one, to)) {
                return;
            }
        }
    }

    private boolean taken(Event one, Endpoint to) {
        Instant begun = clock.instant();
        Answer answer = send(post, one.id(), one.body(), to, begun);
        Instant ended = clock.instant();
        Try made = new Try(one.attempts() + 1, begun, Duration.between(begun, ended).toMillis(), answer.status(),
                answer.trouble());
        book.tried(one, made, fate(one, to, answer, ended));
        return answer.trouble().isEmpty();
    }

    /** An event that only tries the way, told at once and only once; gives its trouble, empty where it was taken. */
    public static String tryOut(Post post, Endpoint to, Instant now) {
        String id = "msg_" + Ids.of("", to.recipient(), HookDesk.TEST, now);
        return send(post, id, "{\"type\":\"" + HookDesk.TEST + "\",\"timestamp\":\"" + now
                + "\",\"data\":{\"items\":[]}}", to, now).trouble();
    }

    private static Answer send(Post post, String id, String text, Endpoint to, Instant now) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        long seconds = now.getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(seconds));
        headers.put("webhook-signature", HookSecret.signatures(to.secrets(LocalDate.ofInstant(now, ZoneOffset.UTC)),
                id, seconds, body));
        return post.send(to, headers, body);
    }

    private Fate fate(Event one, Endpoint to, Answer answer, Instant now) {
        if (answer.trouble().isEmpty()) {
            return Fate.taken();
        }
        Instant since = book.failingSince(one.recipient(), to.url()).orElse(now);
        String url = to.url().toString();
        if (answer.status() == GONE) {
            return new Fate(false, now, now, since, url, "GW-HOK-020");
        }
        boolean over = Duration.between(since, now).compareTo(PATIENCE) >= 0;
        Duration asked = answer.retryAfter().compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : answer.retryAfter();
        Instant rest = now.plus(asked.compareTo(REST) > 0 ? asked : REST);
        boolean last = one.tries() >= PAUSES.size();
        Instant next = last ? now : now.plus(jittered(PAUSES.get(one.tries()), one.id()));
        return new Fate(last, next.isBefore(now.plus(asked)) ? now.plus(asked) : next, rest, since, url,
                over ? "GW-HOK-021" : "");
    }

    /** Up to a tenth longer, for each event by its own, so that what failed together does not come back together. */
    private static Duration jittered(Duration pause, String id) {
        return pause.plus(pause.multipliedBy(Math.floorMod(id.hashCode(), 100)).dividedBy(1000));
    }
}
