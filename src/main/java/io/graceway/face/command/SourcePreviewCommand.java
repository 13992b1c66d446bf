package io.graceway.face.command;

import io.graceway.face.command.SourceSheet.Look;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Reject;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway source preview}: what a pass would take from a source; nothing is stored. */
@Command(name = "preview", mixinStandardHelpOptions = true,
        description = "Read a source as a pass does and show its records before and after mapping, what is rejected "
            + "and why, and what everything comes to. Nothing is stored or logged. It shows what the source has, names "
            + "and addresses too.",
        footer = {"", "Examples:", "  graceway source preview erp",
            "  graceway source preview erp --sample /tmp/export --limit 5",
            "  graceway source preview billing --sample rows.json --json", "",
            "Exit codes: 0 all of it is taken, 3 some of it is not, 4 the source is not reached, 5 configuration",
            "  refused, 7 no such source."})
final class SourcePreviewCommand implements Callable<Integer>, SourceSheet {

    private static final String USUAL = "20";

    @ParentCommand
    private SourceCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private GracewayCommand.HomeOption home;
    @Parameters(paramLabel = "ID", description = "the source")
    private String id;
    @Option(names = "--sample", paramLabel = "FILE",
            description = "read this instead of the source: a folder of its set or a file of it, with its neighbours; "
            + "of a database or a service a JSON file, each table with a list of rows")
    private Path sample;
    @Option(names = "--limit", paramLabel = "N", defaultValue = USUAL,
            description = "show so many records of each table, rejects and accounts; totals are of all (default: "
            + "${DEFAULT-VALUE})")
    private long limit;
    @Option(names = "--json", description = "one JSON object for each record, reject and account, then the totals")
    private boolean json;
    private final Map<String, Long> shown = new LinkedHashMap<>();
    private boolean all = true;
    private Progress progress;

    @Override
    public Integer call() {
        if (sample != null && !Files.exists(sample)) {
            throw new ParameterException(spec.commandLine(), "there is no " + sample);
        }
        try (Progress far = Progress.onTerminal("records", !json, 0)) {
            progress = far;
            parent.gateway().preview(home.once(), new Look(id, Optional.ofNullable(sample)), this);
        }
        out().flush();
        return all ? Exit.DONE : Exit.PARTLY;
    }

    private PrintWriter out() {
        return GracewayCommand.out(spec);
    }

    /** Whether one more of its kind is shown. */
    private boolean shows(String what) {
        return shown.merge(what, 1L, Long::sum) <= limit;
    }

    @Override
    public void record(String table, long line, String before, Map<String, String> after) {
        if (!shows("record " + table)) {
            progress.step();
        } else if (json) {
            print("record", Map.of("table", table, "line", line, "before", before, "after", after));
        } else {
            beside(table + " " + line, before, "> " + after);
        }
    }

    @Override
    public void refused(String table, long line, String before, String field, String code, String why) {
        all = false;
        if (!shows("reject")) {
            progress.step();
        } else if (json) {
            print("reject", Map.of("table", table, "line", line, "before", before, "field", field, "code", code, "why",
                    why));
        } else {
            beside((table + " " + line).strip(), before, "! " + (field.isEmpty() ? "" : field + ": ") + code + " "
                    + why);
        }
    }

    private void beside(String where, String before, String after) {
        out().println(where + "  < " + before);
        out().println(" ".repeat(where.length()) + "  " + after);
    }

    @Override
    public void account(AccountKey key, Money open, List<Reject> why) {
        all &= why.isEmpty();
        if (!shows(why.isEmpty() ? "account" : "refused account")) {
            return;
        }
        if (json) {
            print("account", Map.of("account", key.number().value(), "currency", key.currency(), "open",
                    open.amount().toPlainString(), "taken", why.isEmpty(), "why", why.stream().map(one ->
                    Map.of("line", one.line(), "field", one.field(), "code", one.code(), "why", one.why())).toList()));
            return;
        }
        out().println("account " + key.number().value() + "  " + open + "  " + (why.isEmpty() ? "taken" : "refused"));
        why.forEach(one -> out().println("  ! " + one.code() + " " + (one.line() > 0 ? "line " + one.line() + " " : "")
                + (one.field().isEmpty() ? "" : one.field() + ": ") + one.why()));
    }

    @Override
    public void total(Totals totals) {
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("records", totals.records());
            object.put("rejected", totals.rejected());
            object.put("ignored", totals.ignored());
            object.put("accounts", totals.accounts());
            object.put("refused", totals.refusedAccounts());
            object.put("taken", plain(totals.taken()));
            object.put("notTaken", plain(totals.refused()));
            object.put("missing", totals.missing());
            object.put("sha256", totals.sha256());
            print("total", object);
            return;
        }
        totals.missing().forEach(one -> out().println("total no table " + one));
        totals.records().forEach((table, count) -> out().println("total " + count + " records " + table));
        out().println("total " + totals.rejected() + " records rejected, " + totals.ignored()
                + " of accounts with nothing open");
        out().println("total " + totals.accounts() + " accounts taken, " + totals.refusedAccounts() + " refused");
        totals.taken().values().forEach(money -> out().println("total taken " + money));
        totals.refused().values().forEach(money -> out().println("total refused " + money));
    }

    private static Map<String, String> plain(Map<String, Money> sums) {
        Map<String, String> plain = new LinkedHashMap<>();
        sums.forEach((currency, money) -> plain.put(currency, money.amount().toPlainString()));
        return plain;
    }

    private void print(String what, Map<String, ?> more) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("what", what);
        object.putAll(more);
        out().println(Json.line(object));
    }
}
