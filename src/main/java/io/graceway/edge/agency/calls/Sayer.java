package io.graceway.edge.agency.calls;

import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.calls.CallDoor.Answer;
import io.graceway.edge.agency.calls.CallPlan.Say;
import io.graceway.journey.placement.MailboxFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Adds messages and files to a case, each once: what stands there is known by its words. */
final class Sayer {

    private final CallDoor door;
    private final Load load;
    private final Consumer<MailboxFailure> unseen;

    Sayer(CallDoor door, Load load, Consumer<MailboxFailure> unseen) {
        this.door = door;
        this.load = load;
        this.unseen = unseen;
    }

    /** Whether exactly this stands there. */
    boolean isSaid(Say say, Holes holes) throws MailboxFailure {
        String ours = ours(say, holes);
        Optional<JsonNode> listed = door.get(place(say, holes), "look what was said");
        if (listed.isPresent() && !listed.get().isArray()) {
            throw Trouble.UNEXPECTED.at("look what was said");
        }
        return listed.isPresent() && listed.get().valueStream().anyMatch(one ->
                Holes.text(one, say.listed()).equals(ours));
    }

    private static String ours(Say say, Holes holes) {
        return holes.text(say.fields().get(say.known()));
    }

    private static String place(Say say, Holes holes) throws MailboxFailure {
        return holes.place(say.at()).orElseThrow(() -> Trouble.UNEXPECTED.at("a case without its own number"));
    }

    /** @param tone that goes with it as a file; null for none */
    Told say(Say say, Holes holes, CallTerms.Tone tone) throws MailboxFailure {
        if (isSaid(say, holes)) {
            return Told.FOUND;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        say.fields().forEach((name, text) -> fields.put(name, holes.text(text)));
        try {
            Answer answer = tone == null
                    ? door.post(place(say, holes), Map.of(), CallDoor.JSON.valueToTree(fields), "say something")
                    : door.send(place(say, holes), fields, say.file(), load.paper(tone), "attach a tone");
            return answer.isDone() ? Told.DONE : Told.TURNED_DOWN;
        } catch (MailboxFailure e) {
            if (!e.isPassing() || e.code().equals(Trouble.BUSY.code())) {
                throw e;
            }
            unseen.accept(e);
            return isSaid(say, holes) ? Told.DONE : Told.UNSEEN;
        }
    }
}
