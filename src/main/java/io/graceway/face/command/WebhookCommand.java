package io.graceway.face.command;

import io.graceway.face.command.GracewayCommand.HomeOption;
import io.graceway.journey.writeback.hook.Endpoint;
import io.graceway.journey.writeback.hook.HookDesk.Attempt;
import io.graceway.journey.writeback.hook.HookDesk.Standing;
import io.graceway.journey.writeback.hook.HookSecret;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway webhook}: what partners are told by webhook, and what came of it. */
@Command(name = "webhook", mixinStandardHelpOptions = true,
        description = "What partners are told by webhook, and what came of it.",
        footer = {"", "Examples:", "  graceway webhook list", "  graceway webhook log agency/northgate",
            "  graceway webhook replay msg_07Q3KEVX154VJ", "  graceway webhook replay --since 2026-05-04",
            "  graceway webhook enable agency/northgate", "  graceway webhook test agency/northgate",
            "  graceway webhook secret"})
final class WebhookCommand implements Runnable {

    private static final int SECRET_BYTES = 32;
    private static final String WHO = "agency/ID or source/ID, as \"graceway webhook list\" tells it";

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(GracewayCommand.out(spec));
    }

    @FunctionalInterface
    private interface Work {

        int with(Gateway.Running running, PrintWriter out);
    }

    private int with(HomeOption home, Work work) {
        try (Gateway.Running running = parent.gateway().start(home.once())) {
            PrintWriter out = GracewayCommand.out(spec);
            int exit = work.with(running, out);
            out.flush();
            return exit;
        }
    }

    private int missing(String what) {
        GracewayCommand.err(spec).println("GW-HOK-004: " + what);
        return Exit.NOT_FOUND;
    }

    private int knowing(Gateway.Running running, String recipient, Runnable work) {
        if (!running.endpoints().containsKey(recipient)) {
            return missing(recipient + " has no webhook; use one of " + running.endpoints().keySet());
        }
        work.run();
        return Exit.DONE;
    }

    @Command(mixinStandardHelpOptions = true, description = "Who is told, how it stands, and how many events there "
            + "are in each state.")
    int list(@Mixin HomeOption home, @Option(names = "--json", description = "one JSON object each") boolean json) {
        return with(home, (running, out) -> {
            running.endpoints().values().forEach(one -> {
                Standing standing = running.hooks().standing(one.recipient(), one.url().toString());
                out.println(json ? Json.line(object(one, standing)) : text(one, standing));
            });
            if (running.endpoints().isEmpty() && !json) {
                out.println("nobody is told by webhook: no partner's file has webhook or webhook-to");
            }
            return Exit.DONE;
        });
    }

    private static String text(Endpoint one, Standing standing) {
        return one.recipient() + "  " + one.url().getHost() + "  " + (standing.disabled().isEmpty() ? "told"
                : "not told any more, " + standing.disabled()) + standing.failingSince()
                .map(since -> ", took nothing since " + since).orElse("") + "  " + standing.events();
    }

    private static Map<String, Object> object(Endpoint one, Standing standing) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("recipient", one.recipient());
        object.put("host", one.url().getHost());
        object.put("disabled", standing.disabled());
        object.put("failingSince", standing.failingSince().map(Instant::toString).orElse(""));
        object.put("waiting", standing.events().getOrDefault("WAITING", 0L));
        object.put("taken", standing.events().getOrDefault("TAKEN", 0L));
        object.put("givenUp", standing.events().getOrDefault("GIVEN_UP", 0L));
        return object;
    }

    @Command(mixinStandardHelpOptions = true, description = "Every attempt, the latest first.")
    int log(@Mixin HomeOption home, @Parameters(paramLabel = "WHO", arity = "0..1", description = WHO) String who,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "at most (default: 100)")
            int limit, @Option(names = "--json", description = "one JSON object each") boolean json) {
        return with(home, (running, out) -> {
            List<Attempt> attempts = running.hooks().attempts(Optional.ofNullable(who), limit);
            attempts.forEach(one -> out.println(json ? Json.line(object(one)) : one.at() + "  " + one.recipient() + "  "
                    + one.event() + "  " + one.type() + "  attempt " + one.attempt() + "  " + (one.status() == 0
                    ? "no answer" : one.status()) + "  " + one.millis() + " ms  " + one.trouble()));
            return Exit.DONE;
        });
    }

    private static Map<String, Object> object(Attempt one) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("at", one.at().toString());
        object.put("recipient", one.recipient());
        object.put("event", one.event());
        object.put("type", one.type());
        object.put("state", one.state());
        object.put("attempt", one.attempt());
        object.put("status", one.status());
        object.put("millis", one.millis());
        object.put("trouble", one.trouble());
        return object;
    }

    @Command(mixinStandardHelpOptions = true, description = "Tell an event once more, or all of some days. They keep "
            + "their ids, so that a receiver knows what it had already.")
    int replay(@Mixin HomeOption home,
            @Parameters(paramLabel = "ID", arity = "0..1", description = "of the event") String id,
            @Option(names = "--since", paramLabel = "DAY", description = "all that happened from that day on, in UTC")
            LocalDate since, @Option(names = "--to", paramLabel = "WHO", description = "only those for it") String to) {
        if ((id == null) == (since == null)) {
            throw new ParameterException(spec.commandLine(), "replay takes the id of an event, or --since");
        }
        return with(home, (running, out) -> {
            Instant now = home.once().clock().instant();
            int many = id != null ? running.hooks().replay(id, now)
                    : running.hooks().replay(since.atStartOfDay(ZoneOffset.UTC).toInstant(), Optional.ofNullable(to),
                    now);
            out.println(many + (many == 1 ? " event is" : " events are") + " told once more");
            return many == 0 && id != null ? missing("there is no event " + id) : Exit.DONE;
        });
    }

    @Command(mixinStandardHelpOptions = true, description = "Tell somebody again who was not told any more.")
    int enable(@Mixin HomeOption home, @Parameters(paramLabel = "WHO", description = WHO) String who) {
        return with(home, (running, out) -> knowing(running, who, () ->
                out.println(who + (running.hooks().enable(who, home.once().clock().instant())
                ? " is told again" : " was told already"))));
    }

    @Command(mixinStandardHelpOptions = true, description = "Write an event down that only tries the way.")
    int test(@Mixin HomeOption home, @Parameters(paramLabel = "WHO", description = WHO) String who) {
        return with(home, (running, out) -> knowing(running, who, () ->
                out.println(running.hooks().test(who, home.once().clock().instant()) + " waits for " + who)));
    }

    @Command(mixinStandardHelpOptions = true, description = "Make a secret for a webhook; it is not kept.")
    int secret() {
        byte[] key = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(key);
        PrintWriter out = GracewayCommand.out(spec);
        out.println(HookSecret.text(key));
        out.flush();
        return Exit.DONE;
    }
}
