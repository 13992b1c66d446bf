package io.graceway.face.command;

import io.graceway.journey.account.CheckStep;
import io.graceway.wiring.SpringGateway;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line with an environment of its own, and what it printed. */
public final class Terminal {

    private final Map<String, String> environment = new HashMap<>();
    private final CommandLine line;
    private StringWriter out;
    private StringWriter err;

    public Terminal() {
        Gateway gateway = new SpringGateway();
        line = GracewayCommand.line(new Gateway() {
            @Override
            public Running start(Start start) {
                return gateway.start(here(start));
            }

            @Override
            public Running sandbox(SandboxHome sandbox) {
                return gateway.sandbox(sandbox);
            }

            @Override
            public Path newAgency(Path home, String id, String dialect, String mailbox) {
                return gateway.newAgency(home, id, dialect, mailbox);
            }

            @Override
            public List<Path> newSource(Path home, String kind, String id) {
                return gateway.newSource(home, kind, id);
            }

            @Override
            public void preview(Start start, SourceSheet.Look look, SourceSheet sheet) {
                gateway.preview(here(start), look, sheet);
            }

            @Override
            public Map<String, List<CheckStep>> check(Start start) {
                return gateway.check(here(start));
            }

            @Override
            public void preview(Start start, Sample sample, Sheet sheet) {
                gateway.preview(here(start), sample, sheet);
            }
        });
    }

    /** A gateway of which only what it runs is asked. */
    Terminal(Gateway.Running running) {
        line = GracewayCommand.line(new Gateway() {
            @Override
            public Running start(Start start) {
                return running;
            }

            @Override
            public Running sandbox(SandboxHome sandbox) {
                return running;
            }

            @Override
            public Path newAgency(Path home, String id, String dialect, String mailbox) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Path> newSource(Path home, String kind, String id) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void preview(Start start, SourceSheet.Look look, SourceSheet sheet) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Map<String, List<CheckStep>> check(Start start) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void preview(Start start, Sample sample, Sheet sheet) {
                throw new UnsupportedOperationException();
            }
        });
    }

    /** The demo brings an environment of its own; nothing of this machine's reaches any other command. */
    private Gateway.Start here(Gateway.Start start) {
        return new Gateway.Start(start.home(), start.mode(), start.clock(), start.mode() == Gateway.Mode.PAGES
                ? start.environment() : environment::get);
    }

    public Terminal with(String name, Object value) {
        environment.put(name, value.toString());
        return this;
    }

    /** Runs a command as a shell would split it, and gives its exit code. */
    public int run(String command) {
        out = new StringWriter();
        err = new StringWriter();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(command.split(" "));
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    /** Standard output when every line of it is a JSON object; fails on anything else. */
    List<JsonNode> objects() {
        JsonMapper json = new JsonMapper();
        return out().lines().map(json::readTree).collect(Collectors.toList());
    }
}
