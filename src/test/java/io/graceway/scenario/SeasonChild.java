package io.graceway.scenario;

import io.graceway.face.command.Gateway;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.wiring.SpringGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;

/** A gateway in a process of its own that can be killed: it reads a moment a line, makes the pass of it, says done. */
public final class SeasonChild {

    private SeasonChild() {
    }

    public static void main(String[] arguments) throws IOException {
        Properties environment = new Properties();
        try (var in = Files.newBufferedReader(Path.of(arguments[1]))) {
            environment.load(in);
        }
        PrintStream out = System.out;
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse(arguments[2]));
        Gateway.Running running = new SpringGateway().start(new Gateway.Start(Path.of(arguments[0]), Gateway.Mode.PAGES,
                new GivenClock(now), environment::getProperty));
        out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            now.set(Instant.parse(line));
            running.report().listen(one -> { });
            running.pass(new Pass(now.get(), AsOf.moment(now.get()), Pass.Until.END, true));
            out.println("done " + running.report().sums().failures());
        }
        running.close();
    }
}
