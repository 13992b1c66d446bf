package io.graceway.edge.agency.calls;

import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.calls.CallDoor.Answer;
import io.graceway.edge.agency.calls.CallPlan.Telling;
import io.graceway.journey.placement.MailboxFailure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Tells the lines of one delivery, one call after another. Before it makes or says anything it asks whether that stands
 * there already, and where nobody saw how a call ended it asks again; what is not there then is left for another try.
 */
final class Teller {

    private static final int MOST_FAILURES = 4;

    private final CallTerms terms;
    private final CallDoor door;
    private final Refusals refusals;
    private final Load load;
    private final Telling telling;
    private final Sayer sayer;
    private MailboxFailure unseen;
    private int failures;

    Teller(CallTerms terms, CallDoor door, Refusals refusals, Load load) throws MailboxFailure {
        if (terms.plan().lacks(load.document())) {
            throw Trouble.NO_CALL.at(load.document());
        }
        this.terms = terms;
        this.door = door;
        this.refusals = refusals;
        this.load = load;
        this.telling = terms.plan().tellings().get(load.document());
        this.sayer = new Sayer(door, load, e -> unseen = e);
    }

    /** Why the last line without a seen end has none. */
    MailboxFailure unseen() {
        return unseen;
    }

    /** Whether a line stands there, without changing anything. */
    Told look(JsonNode line, String mark) throws MailboxFailure {
        if (skipped(line)) {
            return Told.SKIPPED;
        }
        Optional<JsonNode> found = find(line, mark);
        if (found.isEmpty()) {
            return refusals.has(reference(line)) ? Told.REFUSED : nobody();
        }
        if (!same(line, found.get())) {
            return Told.OTHER;
        }
        return stands(line, found.get(), mark) ? Told.FOUND : Told.UNSEEN;
    }

    private boolean stands(JsonNode line, JsonNode found, String mark) throws MailboxFailure {
        if (telling.say() != null && !sayer.isSaid(telling.say(), new Holes(line, found, mark))) {
            return false;
        }
        for (CallTerms.Tone tone : telling.tone() == null ? List.<CallTerms.Tone>of() : load.tones()) {
            if (!sayer.isSaid(telling.tone(), new Holes(line, found, tone.text()))) {
                return false;
            }
        }
        return true;
    }

    /** One account at which the agency's server fails keeps no other from being told; a server that is down does. */
    Told tell(JsonNode line, String mark) throws MailboxFailure {
        try {
            Told told = told(line, mark);
            failures = told == Told.UNSEEN ? failures + 1 : 0;
            if (failures < MOST_FAILURES) {
                return told;
            }
        } catch (MailboxFailure e) {
            unseen = e;
            if (e.code().equals(Trouble.SERVER_FAILED.code()) && ++failures < MOST_FAILURES) {
                return Told.UNSEEN;
            }
        }
        throw unseen;
    }

    private Told told(JsonNode line, String mark) throws MailboxFailure {
        if (skipped(line)) {
            return Told.SKIPPED;
        }
        if (refusals.has(reference(line))) {
            return Told.REFUSED;
        }
        Optional<JsonNode> found = find(line, mark);
        if (found.isEmpty() && telling.make() == null) {
            return nobody();
        }
        boolean isNew = found.isEmpty();
        if (isNew) {
            Answer answer = make(line, mark);
            if (answer == null) {
                return Told.UNSEEN;
            }
            if (!answer.isDone()) {
                return refused(line, answer);
            }
            found = Optional.of(answer.body());
        }
        if (!same(line, found.get())) {
            return Told.OTHER;
        }
        return added(line, found.get(), mark, isNew);
    }

    private Told added(JsonNode line, JsonNode found, String mark, boolean isNew) throws MailboxFailure {
        Told told = isNew ? Told.DONE : Told.FOUND;
        if (telling.say() != null) {
            told = sayer.say(telling.say(), new Holes(line, found, mark), null);
        }
        if (telling.tone() != null) {
            for (CallTerms.Tone tone : load.tones()) {
                Told added = sayer.say(telling.tone(), new Holes(line, found, tone.text()), tone);
                told = added == Told.UNSEEN || added == Told.TURNED_DOWN ? added : told;
            }
        }
        return told;
    }

    private boolean skipped(JsonNode line) {
        return !telling.only().entrySet().stream().allMatch(one ->
                Holes.text(line, one.getKey()).equals(one.getValue()));
    }

    private String reference(JsonNode line) {
        return Holes.text(line, telling.find().reference());
    }

    private Told nobody() {
        return telling.find().mayLack() ? Told.LEFT : telling.make() != null ? Told.UNSEEN : Told.NO_CASE;
    }

    private Optional<JsonNode> find(JsonNode line, String mark) throws MailboxFailure {
        Optional<String> place = new Holes(line, CallDoor.JSON.missingNode(), mark).place(telling.find().at());
        return place.isEmpty() ? Optional.empty() : door.get(place.get(), "look for a case");
    }

    /** Numbers are the same whatever zeros they end with. */
    private boolean same(JsonNode line, JsonNode found) {
        return telling.find().same().entrySet().stream().allMatch(one -> {
            JsonNode theirs = found.at(one.getKey());
            JsonNode ours = line.at(one.getValue());
            return theirs.isNumber() && ours.isNumber() ? number(theirs).compareTo(number(ours)) == 0
                    : theirs.asString("").equals(ours.asString(""));
        });
    }

    private static BigDecimal number(JsonNode node) {
        return node.decimalValue();
    }

    /** Null when nobody saw how it ended, and the agency says that it is not there. */
    private Answer make(JsonNode line, String mark) throws MailboxFailure {
        String place = new Holes(line, CallDoor.JSON.missingNode(), mark).place(telling.make().at()).orElseThrow();
        Map<String, String> once = telling.make().once().isEmpty() ? Map.of()
                : Map.of(telling.make().once(), mark.substring(0, mark.indexOf('/')) + "/" + reference(line) + "/"
                + refusals.round());
        try {
            return door.post(place, once, line, "make a case");
        } catch (MailboxFailure e) {
            if (!e.isPassing() || e.code().equals(Trouble.BUSY.code())) {
                throw e;
            }
            Optional<JsonNode> after = find(line, mark);
            unseen = e;
            return after.map(body -> new Answer(200, body, null)).orElse(null);
        }
    }

    private Told refused(JsonNode line, Answer answer) throws MailboxFailure {
        String kind = terms.plan().kind().isEmpty() ? "" : Holes.text(answer.body(), terms.plan().kind());
        String plain = kind.matches("[A-Za-z0-9_-]{1,60}") ? kind : "";
        if (terms.plan().ofHouse().contains(plain)) {
            refusals.nextRound();
            throw Trouble.HOUSE_REFUSED.at(plain);
        }
        if (answer.status() != 400 && answer.status() != 422 || telling.make() == null) {
            throw Trouble.UNEXPECTED.at("make a case (HTTP " + answer.status() + ")");
        }
        refusals.add(reference(line), answer.status(), plain);
        return Told.REFUSED;
    }
}
