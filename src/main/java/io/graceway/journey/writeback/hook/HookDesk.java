package io.graceway.journey.writeback.hook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people see of the events, and what they can do about them. */
public interface HookDesk {

    /** Type of an event that only tries the way. */
    String TEST = "webhook.test";

    /**
     * How a receiver stands.
     *
     * @param disabled code of why it is not told any more; empty where it is
     * @param events   how many, by state
     */
    record Standing(String recipient, Optional<Instant> failingSince, String disabled, Map<String, Long> events) {
    }

    /**
     * One attempt to tell an event.
     *
     * @param state   of the event now
     * @param status  of the answer; 0 where there was none
     * @param trouble code; empty where the event was taken
     */
    record Attempt(String event, String recipient, String type, String state, int attempt, Instant at, long millis,
                   int status, String trouble) {
    }

    Standing standing(String recipient, String url);

    /** The latest first. */
    List<Attempt> attempts(Optional<String> recipient, int most);

    /** Tells an event once more, whatever came of it; how many there were. */
    int replay(String id, Instant now);

    /** The same for all that happened since then. */
    int replay(Instant since, Optional<String> recipient, Instant now);

    /** Whether the receiver was disabled, and now is not. */
    boolean enable(String recipient, Instant now);

    /** Writes an event down that only tries the way; its id. */
    String test(String recipient, Instant now);
}
