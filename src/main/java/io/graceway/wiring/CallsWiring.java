package io.graceway.wiring;

import io.graceway.edge.agency.calls.CallPlan;
import io.graceway.edge.agency.calls.CallPlan.Find;
import io.graceway.edge.agency.calls.CallPlan.Hook;
import io.graceway.edge.agency.calls.CallPlan.Make;
import io.graceway.edge.agency.calls.CallPlan.Poll;
import io.graceway.edge.agency.calls.CallPlan.Say;
import io.graceway.edge.agency.calls.CallPlan.Telling;
import io.graceway.edge.agency.calls.CallTerms;
import io.graceway.edge.agency.calls.CallsMailbox;
import io.graceway.edge.agency.rest.RestTerms;
import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.config.Part;
import io.graceway.edge.seal.AgencyKeys;
import io.graceway.face.hook.Proof;
import io.graceway.face.hook.Proofs;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.ParcelSeal;
import io.graceway.wiring.config.AgencyConfig;
import io.graceway.wiring.config.CallsTarget;
import io.graceway.wiring.config.ConfigRefusal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Agencies whose interface takes one account at a time, as their dialect says it. */
final class CallsWiring {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Map<String, String> settings;

    private CallsWiring(Map<String, String> settings) {
        this.settings = settings;
    }

    /** A dialect of calls needs a mailbox of calls, and the other way round. */
    static void fits(String id, String dialect, boolean called, Dialects dialects) {
        if (called != dialects.calls(dialect).isPresent()) {
            throw ConfigRefusal.of("GW-CFG-110", "agencies/" + id + ".yaml: the dialect " + dialect
                    + (called ? " is one of files, and mailbox.calls takes none; choose another mailbox"
                    : " is one of calls, and needs mailbox.calls"));
        }
    }

    static AgencyMailbox mailbox(String id, AgencyConfig agency, Home home, Dialects dialects, ParcelSeal seal,
                                 Clock clock) {
        CallsTarget calls = agency.mailbox().calls();
        return new CallsMailbox(new CallTerms(id, new RestTerms(calls.base(), () -> calls.key().toCharArray(), CONNECT,
                SILENCE), plan(dialects, new Speech(agency.dialect(), agency.settings())), seal,
                home.folder("calls").resolve(id), Duration.ofMinutes(calls.minutes()), calls.tones().stream().map(one ->
                new CallTerms.Tone(one.profile(), one.version(), one.sha256())).toList(), clock, CallTerms::sleep));
    }

    /** What such an agency is told lies on our own disk, closed for ourselves until it is told. */
    static AgencyKeys ownKeys(Home home, String fingerprint) {
        return new AgencyKeys(home.state().resolve("keys/house.asc"), List.of(new AgencyKeys.PinnedKey(fingerprint,
                LocalDate.EPOCH, LocalDate.MAX)), AgencyKeys.Compression.NONE);
    }

    /** How it proves that what it sends to our own door is its own; empty where it sends nothing. */
    static Optional<Proof> proof(String id, AgencyConfig agency, Dialects dialects) {
        CallsTarget calls = agency.mailbox().calls();
        if (calls == null || calls.webhook() == null) {
            return Optional.empty();
        }
        String header = dialects.calls(agency.dialect()).map(one -> one.at("hook").at("header").text("")).orElse("");
        if (header.isEmpty()) {
            throw ConfigRefusal.of("GW-HOK-001", "agencies/" + id + ".yaml: the dialect " + agency.dialect()
                    + " has no calls.hook, so that nothing that is sent can be proved; take mailbox.calls.webhook out");
        }
        try {
            return Optional.of(Proofs.stamped(header, calls.webhook().both().stream().map(Base64.getDecoder()::decode)
                    .toList()));
        } catch (IllegalArgumentException e) {
            throw ConfigRefusal.of("GW-HOK-001", "agencies/" + id + ".yaml: the secret of mailbox.calls.webhook is not"
                    + " written in Base64; enter it as the agency shows it");
        }
    }

    /** Something is new there. @param body of what was genuine */
    static void heard(AgencyMailbox mailbox, byte[] body) {
        if (mailbox instanceof CallsMailbox called) {
            try {
                called.heard(body);
            } catch (MailboxFailure e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
    }

    static CallPlan plan(Dialects dialects, Speech speech) {
        return new CallsWiring(dialects.settings(speech)).plan(dialects.calls(speech.dialect()).orElseThrow());
    }

    private CallPlan plan(Part part) {
        Part refusals = part.at("refusals");
        return new CallPlan(part.at("key").text(""), part.at("probe").text(""), refusals.at("kind").text(""),
                Set.copyOf(refusals.at("of-the-house").texts()), each(part.at("out"), this::telling),
                each(part.at("in"), CallsWiring::poll), new Hook(part.at("hook").at("header").text(""), part.at("hook")
                .at("kind").text(""), Set.copyOf(part.at("hook").at("for-people").texts()), part.at("hook").at("id")
                .text("")));
    }

    private static <T> Map<String, T> each(Part part, Function<Part, T> made) {
        Map<String, T> all = new LinkedHashMap<>();
        part.keys().forEach(name -> all.put(name, made.apply(part.at(name))));
        return all;
    }

    private Telling telling(Part part) {
        Part find = part.at("find");
        Part make = part.at("make");
        return new Telling(texts(part.at("only")), new Find(find.at("at").text(""), texts(find.at("same")),
                find.at("may-lack").flag(false), find.at("reference").text("")), make.isThere()
                ? new Make(make.at("at").text(""), make.at("once").text("")) : null, say(part.at("say")),
                say(part.at("tone")));
    }

    private Say say(Part part) {
        return part.isThere() ? new Say(part.at("at").text(""), part.at("known-by").text(""),
                part.at("listed-as").text("/" + part.at("known-by").text("")), texts(part.at("fields")),
                part.at("file").text("")) : null;
    }

    private Map<String, String> texts(Part part) {
        return each(part, one -> {
            String text = one.text("");
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                text = text.replace("${" + setting.getKey() + "}", setting.getValue());
            }
            return text;
        });
    }

    private static Poll poll(Part part) {
        return new Poll(part.at("at").text(""), part.at("page").text(""), part.at("size").text(""),
                part.at("list").text(""), part.at("pages").text(""), part.at("id").text(""),
                part.at("changes").texts());
    }
}
