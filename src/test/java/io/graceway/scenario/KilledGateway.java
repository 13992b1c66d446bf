package io.graceway.scenario;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs a {@link SeasonChild}, kills it when told to, and starts it again until the pass is done. */
final class KilledGateway implements AutoCloseable {

    private final List<String> command;
    private final Path errors;
    private final ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
    private Process process;
    private BufferedReader out;
    private BufferedWriter in;

    KilledGateway(Path home, Path environment, Path errors) {
        this.errors = errors;
        this.command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx400m", "-XX:+UseSerialGC", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SeasonChild.class.getName(), home.toString(), environment.toString());
    }

    private void start(Instant now) throws IOException {
        List<String> all = new java.util.ArrayList<>(command);
        all.add(now.toString());
        process = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile())).start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        if (!"ready".equals(said("ready"))) {
            String told = Files.readString(errors);
            throw new IOException("the gateway did not start: " + told.substring(Math.max(0, told.length() - 2_000)));
        }
    }

    /** The next line that begins so; whatever is logged in between is passed over. */
    private String said(String begin) throws IOException {
        String line = out.readLine();
        while (line != null && !line.startsWith(begin)) {
            line = out.readLine();
        }
        return line;
    }

    /** Makes the pass; returns whether a kill hit it before it was done. It is made again until it is done. */
    boolean pass(Instant now, long killAfterMillis) throws IOException, InterruptedException {
        boolean hit = killAfterMillis >= 0 && !once(now, killAfterMillis);
        while (hit || killAfterMillis < 0) {
            if (once(now, -1)) {
                return hit;
            }
        }
        return false;
    }

    private boolean once(Instant now, long killAfterMillis) throws IOException, InterruptedException {
        if (process == null || !process.isAlive()) {
            start(now);
        }
        Process running = process;
        var kill = killAfterMillis < 0 ? null
                : killer.schedule(running::destroyForcibly, killAfterMillis, TimeUnit.MILLISECONDS);
        try {
            in.write(now + "\n");
            in.flush();
            String said = said("done");
            if (said != null && kill != null) {
                kill.cancel(false);
            }
            if (said != null && !said.equals("done []")) {
                throw new IllegalStateException("a round failed: " + said);
            }
            return said != null;
        } catch (IOException e) {
            // The pipe breaks when the process dies before it has read the line.
            return false;
        } finally {
            if (kill != null && !kill.isCancelled()) {
                running.waitFor();
            }
        }
    }

    /** Kills it between two passes. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        killer.shutdownNow();
        if (process != null) {
            kill();
        }
    }
}
