package io.graceway.wiring;

import io.graceway.edge.letter.PostRoom;
import io.graceway.edge.store.door.StoreDoor;
import io.graceway.edge.store.door.StoreRefused;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.CheckStep.Walk;
import io.graceway.journey.account.CheckStep.Walk.Failure;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.ParcelSeal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.context.ApplicationContext;

/** Tries everything that a gateway needs, before anybody relies on it. */
final class Checks {

    /** How everything of ours that fails in words begins. */
    private static final Pattern CODED = Pattern.compile("(GW-[A-Z]+-\\d{3}):? (.*)", Pattern.DOTALL);

    private Checks() {
    }

    /** What a gateway cannot start without. */
    static Map<String, List<CheckStep>> opening(Home home, Clock clock) {
        Map<String, List<CheckStep>> steps = new LinkedHashMap<>();
        steps.put("house/store", walk().then("connect", () -> {
            StoreOpening.look(home);
            return "";
        }).then("tables", () -> tables(home)).steps());
        steps.put("house/log-key", walk().then("read", () -> LogWiring.logKeyOf(home).verifier().name()).steps());
        if (home.files().house().seal() != null) {
            steps.put("house/seal-key", walk().then("unlock", () -> EdgeWiring.houseKeys(home, clock).fingerprint())
                    .steps());
        }
        return steps;
    }

    static boolean allPassed(Map<String, List<CheckStep>> steps) {
        return steps.values().stream().flatMap(List::stream).allMatch(CheckStep::passed);
    }

    /** What the house sends through, then every partner. */
    static Map<String, List<CheckStep>> using(ApplicationContext context) {
        Map<String, List<CheckStep>> steps = new LinkedHashMap<>();
        context.getBean(PostRoom.class).check().forEach((name, one) -> steps.put("house/" + name, one));
        steps.putAll(LogWiring.check(context.getBean(Home.class), walk()));
        Map<String, List<CheckStep>> partners = new TreeMap<>();
        SourceWiring.Systems systems = context.getBean(SourceWiring.Systems.class);
        systems.accounts().forEach((id, source) -> partners.put("source/" + id, new ArrayList<>(source.check())));
        systems.postings().forEach((id, source) -> partners.get("source/" + id).addAll(source.checkWriting()));
        ParcelSeal seal = context.getBean(ParcelSeal.class);
        context.getBean(EdgeWiring.Mailboxes.class).byAgency().forEach((id, mailbox) ->
                partners.put("agency/" + id, agency(id, seal, mailbox)));
        HookWiring.Trials hooks = context.getBean(HookWiring.Trials.class);
        partners.forEach((recipient, taken) -> taken.addAll(hooks.check(recipient)));
        steps.putAll(partners);
        return steps;
    }

    /** Whether it can be sealed for, then every step of its mailbox. */
    static List<CheckStep> agency(String id, ParcelSeal seal, AgencyMailbox mailbox) {
        List<CheckStep> taken = new ArrayList<>(walk().then("keys", () -> String.join(" ", seal.recipients(id)))
                .steps());
        taken.addAll(mailbox.check());
        return taken;
    }

    private static String tables(Home home) {
        StoreDoor door = StoreOpening.door(home);
        Flyway tables = StoreOpening.migrations(home).dataSource(door.url(), door.user(), door.password()).load();
        if (!tables.validateWithResult().validationSuccessful) {
            throw StoreOpening.migration(null);
        }
        int pending = tables.info().pending().length;
        return pending == 0 ? "current" : pending + " migrations at the next start";
    }

    private static Walk walk() {
        return new Walk(System::nanoTime, Checks::words);
    }

    private static Failure words(Exception seen) {
        if (seen instanceof StoreRefused refused) {
            return new Failure(refused.code(), refused.hint());
        }
        if (seen instanceof FlywayException failed) {
            return words(StoreOpening.migration(failed));
        }
        Matcher coded = CODED.matcher(String.valueOf(seen.getMessage()));
        if (coded.matches()) {
            return new Failure(coded.group(1), coded.group(2));
        }
        return new Failure("GW-RUN-001", "failed in a way that nobody foresaw: " + seen.getClass().getSimpleName());
    }
}
