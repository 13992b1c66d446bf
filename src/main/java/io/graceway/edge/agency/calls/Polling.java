package io.graceway.edge.agency.calls;

import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.calls.CallPlan.Poll;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.MailboxFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Asks from time to time, and puts what is new or has changed into one file for each kind of record. */
final class Polling {

    private static final int MOST_PAGES = 2_000;
    private static final int MOST_RECORDS = 5_000;
    private static final int PRINT = 32;
    /** Whoever hints without an end has the lists read no more often. */
    private static final Duration SOONEST = Duration.ofMinutes(1);
    private static final String REFUSALS = "refusals";
    private static final String EVENTS = "events";
    private static final String TONES = "acknowledgement";

    private final CallTerms terms;
    private final CallDoor door;
    private final Waiting waiting;
    private Instant next = Instant.MIN;
    private Instant early = Instant.MIN;

    Polling(CallTerms terms, CallDoor door, Waiting waiting) {
        this.terms = terms;
        this.door = door;
        this.waiting = waiting;
    }

    /** What waits already keeps nothing else from being asked for, and a failure does not hide it. */
    synchronized List<Arrival> arrivals() throws MailboxFailure {
        List<String> full = waiting.arrivals().stream().map(Arrival::name).toList();
        own(TONES, "", terms.tones().stream().map(one -> (JsonNode) CallDoor.JSON.createObjectNode()
                .put("record", "tone").put("profile", one.profile()).put("version", one.version())
                .put("sha256", one.sha256())).toList(), full);
        own(REFUSALS, "/" + REFUSALS, Refusals.all(terms), full);
        Instant now = terms.clock().instant();
        if (!now.isBefore(waiting.isHinted() ? early : next)) {
            waiting.hint(false);
            next = now.plus(terms.every());
            early = now.plus(SOONEST);
            try {
                for (Map.Entry<String, Poll> one : terms.plan().polls().entrySet()) {
                    if (!waits(one.getKey(), full)) {
                        gather(one.getKey(), one.getValue());
                    }
                }
            } catch (MailboxFailure e) {
                if (waiting.arrivals().isEmpty()) {
                    throw e;
                }
            }
        }
        return waiting.arrivals();
    }

    /** Never waits for a reading that is under way; what comes meanwhile has it done again. */
    void heard(byte[] body) throws MailboxFailure {
        CallPlan.Hook hook = terms.plan().hook();
        JsonNode event = CallDoor.read(body);
        if (!hook.kind().isEmpty() && hook.forPeople().contains(Holes.text(event, hook.kind()))) {
            Batch batch = new Batch(waiting.known(EVENTS));
            batch.add(Holes.text(event, hook.id()), event, List.of());
            batch.offer(EVENTS, "/" + EVENTS);
        }
        waiting.hint(true);
    }

    private static boolean waits(String kind, List<String> full) {
        return full.stream().anyMatch(name -> name.startsWith(kind + "-"));
    }

    private void own(String kind, String list, Collection<JsonNode> all, List<String> full) throws MailboxFailure {
        if (!all.isEmpty() && !waits(kind, full)) {
            Batch batch = new Batch(waiting.known(kind));
            all.forEach(one -> batch.add(one.toString(), one, List.of()));
            batch.offer(kind, list);
        }
    }

    private void gather(String kind, Poll poll) throws MailboxFailure {
        Batch batch = new Batch(waiting.known(kind));
        for (int number = 1, pages = 1; number <= pages && !batch.isFull(); number++) {
            JsonNode page = page(poll, number);
            pages = page.at(poll.pages()).asInt(-1);
            if (pages < 0 || pages > MOST_PAGES) {
                throw Trouble.UNEXPECTED.at("pages of " + kind);
            }
            for (JsonNode one : page.at(poll.list())) {
                batch.add(Holes.text(one, poll.id()), one, poll.changes());
            }
        }
        batch.offer(kind, poll.list());
    }

    /** @throws MailboxFailure also when what is answered is no page */
    JsonNode page(Poll poll, int number) throws MailboxFailure {
        String path = poll.at() + (poll.at().contains("?") ? "&" : "?") + poll.page() + "=" + number + "&"
                + poll.size();
        JsonNode page = door.get(path, "read " + poll.at()).orElseThrow(() -> Trouble.NO_SERVICE.at("read "
                + poll.at()));
        if (!page.at(poll.list()).isArray()) {
            throw Trouble.UNEXPECTED.at("read " + poll.at());
        }
        return page;
    }

    /** Records that are new, or not as they were. */
    private final class Batch {

        private final Map<String, String> known;
        private final Map<String, String> notes = new LinkedHashMap<>();
        private final List<JsonNode> records = new ArrayList<>();

        Batch(Map<String, String> known) {
            this.known = known;
        }

        void add(String id, JsonNode record, List<String> changes) {
            StringBuilder content = new StringBuilder();
            changes.forEach(one -> content.append(record.at(one)).append('\n'));
            String name = print(id);
            String now = print(changes.isEmpty() ? record.toString() : content.toString());
            if (!isFull() && !now.equals(known.get(name)) && !now.equals(notes.get(name))) {
                notes.put(name, now);
                records.add(record);
            }
        }

        boolean isFull() {
            return records.size() >= MOST_RECORDS;
        }

        void offer(String kind, String list) throws MailboxFailure {
            if (!records.isEmpty()) {
                ArrayNode array = CallDoor.JSON.createArrayNode().addAll(records);
                waiting.offer(kind, CallDoor.JSON.writeValueAsBytes(list.isEmpty() ? array
                        : CallDoor.JSON.createObjectNode().set(list.substring(1), array)), notes);
            }
        }

        private static String print(String text) {
            return Tally.of(text.getBytes(StandardCharsets.UTF_8)).sha256().substring(0, PRINT);
        }
    }
}
