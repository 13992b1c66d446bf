package io.graceway.scenario;

import io.graceway.face.command.Explanation;
import io.graceway.face.command.Gateway;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.simulator.season.PlayedAccount;
import io.graceway.simulator.season.PlayedMailbox;
import io.graceway.simulator.season.World;
import io.graceway.wiring.SpringGateway;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** The real gateway in a played world, walked through a calendar: a pass a day, and rounds whenever somebody looks. */
final class Play implements AutoCloseable {

    private final AtomicReference<Instant> now = new AtomicReference<>();
    private final World world;
    private final Map<String, PlayedDesk> desks = new LinkedHashMap<>();
    private final Gateway.Running gateway;
    private final Map<String, PlayedAccount> billed = new LinkedHashMap<>();
    private List<String> failures = List.of();
    private boolean rests;
    private LocalDate day;
    private LocalTime hour = LocalTime.of(18, 0);
    private ZoneId zone = ZoneId.of("UTC");
    private boolean passed;
    private boolean stirred;

    /**
     * @param first  the day on which the world begins
     * @param beside what is there besides, and gives the home
     */
    Play(Path folder, LocalDate first, Beside beside) throws Exception {
        now.set(first.atStartOfDay(zone).toInstant());
        world = new World(folder, new GivenClock(now), List.of(), List.of());
        for (Map.Entry<String, PlayedMailbox> one : world.mailboxes().entrySet()) {
            desks.put(one.getKey(), new PlayedDesk(one.getKey(), one.getValue(), world.publicKey(),
                    folder.resolve("tools")));
        }
        try {
            gateway = new SpringGateway().start(new Gateway.Start(beside.home(folder, world), Gateway.Mode.PAGES,
                    new GivenClock(now), world.environment()::get));
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
        beside.comers().forEach(one -> desks.get(one).comes(gateway.pages().orElseThrow()));
    }

    World world() {
        return world;
    }

    Gateway.Running gateway() {
        return gateway;
    }

    /** The agencies, by id. */
    Map<String, PlayedDesk> desks() {
        return desks;
    }

    /** The accounts of the ERP and of the billing system with that number. */
    Optional<PlayedAccount> account(String number) {
        return Optional.ofNullable(world.erp().accounts().getOrDefault(number, billed.get(number)));
    }

    /** Another customer of the billing system, from the next pass on. */
    void bill(String number, PlayedAccount account) {
        billed.put(number, account);
    }

    LocalDate day() {
        return day;
    }

    /** The agency that was given the account last. */
    PlayedDesk holder(String account) {
        return desks.values().stream().filter(one -> one.placement(account).isPresent())
                .reduce((one, other) -> one.since(account).isAfter(other.since(account)) ? one : other)
                .orElseThrow(() -> new Unmet("an agency that was given " + account, "none was"));
    }

    /** Passes are made at that time of the day. */
    void passesAt(LocalTime newHour, ZoneId newZone) {
        hour = newHour;
        zone = newZone;
    }

    /** No pass is made on days on which no line stands: nothing of what follows may depend on it. */
    void restsOnQuietDays() {
        rests = !Boolean.getBoolean("graceway.everyday");
    }

    boolean rests() {
        return rests;
    }

    /** A new day begins. */
    void dawn(LocalDate newDay) {
        day = newDay;
        passed = false;
        stirred = false;
        now.set(day.atTime(hour).atZone(zone).toInstant());
    }

    /** Somebody did something that the gateway has not seen yet. */
    void stir() {
        stirred = true;
    }

    /** Before anybody looks: today's pass, or after that the rounds, if anything happened since. */
    void settle() throws IOException, SQLException {
        if (!passed) {
            passed = true;
            world.erp().export();
            for (PlayedAccount one : billed.values()) {
                world.billing().add(one);
            }
            billed.clear();
            run(Pass.Until.END);
        } else if (stirred) {
            now.set(now.get().plus(Duration.ofMinutes(1)));
            run(Pass.Until.ROUNDS);
        }
        stirred = false;
    }

    /** Whatever nobody looked at today waits for tomorrow's pass; today's is made in any case. */
    void evening() throws IOException, SQLException {
        if (!passed) {
            settle();
        }
        mustNotHaveFailed();
    }

    /** Gives what failed in the last run, and forgets it: it was expected. */
    List<String> failed() {
        List<String> told = failures;
        failures = List.of();
        return told;
    }

    void mustNotHaveFailed() {
        if (!failures.isEmpty()) {
            throw new Unmet("a run without failures", failed());
        }
    }

    /** Around every run the world does what it always does: agencies send and empty their boxes, the source books. */
    private void run(Pass.Until until) throws IOException {
        for (PlayedDesk desk : desks.values()) {
            desk.sendWhatWaits(day);
        }
        gateway.report().listen(line -> { });
        failures = gateway.pass(new Pass(now.get(), AsOf.moment(now.get()), until, true)).failures();
        world.erp().book();
        for (PlayedDesk desk : desks.values()) {
            desk.collect(day);
        }
    }

    /** What {@code graceway explain} tells of an account now. */
    Explanation explain(String account) {
        List<Explanation> found = gateway.explainer().explain(account, AsOf.moment(now.get()));
        if (found.size() != 1) {
            throw new Unmet("one account " + account, found.size() + " of them");
        }
        return found.get(0);
    }

    /** As the routing log names an account. */
    String key(String account) {
        return explain(account).account().toString();
    }

    /** The routing log as it is published. */
    PublishedEntries log() {
        return new PublishedEntries(world.state().resolve("log"));
    }

    @Override
    public void close() throws Exception {
        gateway.close();
        world.close();
    }
}
