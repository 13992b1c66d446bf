package io.graceway.journey.writeback.hook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events that were written down with what they tell, and every attempt to tell them. */
public interface HookBook {

    /**
     * An event for one receiver.
     *
     * @param id       the same in every attempt
     * @param body     as it is signed and sent
     * @param attempts made so far
     * @param tries    made since it was written down or replayed
     */
    record Event(String id, String recipient, String type, Instant at, String body, int attempts, int tries) {
    }

    /** One attempt. @param trouble code; empty where the event was taken */
    record Try(int attempt, Instant at, long millis, int status, String trouble) {
    }

    /**
     * What becomes of an event, and of its receiver.
     *
     * @param givenUp  whether it is not tried again by itself
     * @param next     when it is tried again
     * @param rest     before that the receiver is not asked for anything
     * @param since    when its receiver began to fail; null where it took the event
     * @param url      of the receiver: another one begins anew
     * @param disabled code of why the receiver is not asked any more; empty where it is
     */
    record Fate(boolean givenUp, Instant next, Instant rest, Instant since, String url, String disabled) {

        static Fate taken() {
            return new Fate(false, null, null, null, "", "");
        }

        public boolean isTaken() {
            return since == null;
        }
    }

    /** Receivers that have an event due, are not at rest and were not disabled at that address. */
    List<String> due(Map<String, URI> urls, Instant now);

    /** A receiver's due events, the oldest first, and not too many. */
    List<Event> waiting(String recipient, Instant now);

    /** Takes it for this node alone until a moment, in case nobody else has; whether it did. */
    boolean claim(Event one, Instant now, Instant until);

    /** Since when the receiver took nothing at that address; empty where it did. */
    Optional<Instant> failingSince(String recipient, URI url);

    /** In one transaction with what people are told of it. */
    void tried(Event one, Try made, Fate fate);
}
