package io.graceway.wiring;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.FormatSheet;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.preview.WatchedTables;
import io.graceway.edge.document.wire.WireFormat;
import io.graceway.face.command.SourceSheet;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Brand;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.AccountSource;
import io.graceway.journey.delinquency.Delinquency;
import io.graceway.journey.delinquency.OpenItem;
import io.graceway.wiring.config.ConfigRefusal;
import io.graceway.wiring.config.SourceConfig;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads a source as a pass does, without a store, and shows every record on the way. */
final class SourcePreview implements WatchedTables.Watch {

    /** Read well, and nobody's. */
    private static final Set<String> UNKNOWN = Set.of("GW-SRC-010", "GW-SRC-151");

    private final SourceSheet sheet;
    private final Map<String, Long> records = new TreeMap<>();
    private final Map<String, Money> taken = new TreeMap<>();
    private final Map<String, Money> refused = new TreeMap<>();
    private long rejected;
    private long accounts;
    private long refusedAccounts;

    private SourcePreview(SourceSheet sheet) {
        this.sheet = sheet;
    }

    static void of(Home home, Clock clock, SourceSheet.Look look, SourceSheet sheet) {
        SourceConfig file = home.files().sources().get(look.source());
        if (file == null) {
            throw unknown(look.source());
        }
        SourcePreview preview = new SourcePreview(sheet);
        Dialects dialects = Dialects.load(home.folder());
        SourceWiring.Parts parts = new SourceWiring.Parts(home, dialects, clock, reader -> new WatchedTables(reader,
                format(dialects, file).charset(), preview));
        try (SourceWiring.Systems systems = SourceWiring.Systems.none()) {
            SourceWiring.connect(look.source(), file, parts, systems);
            AccountSource source = look.sample().map(sample -> SourceSample.of(look.source(), file, sample, parts))
                    .orElseGet(() -> systems.accounts().get(look.source()));
            preview.read(source, new Delinquency(look.source(), new Brand(file.brand()), file.debt()));
        }
    }

    static ConfigRefusal unknown(String source) {
        return ConfigRefusal.of("GW-CMD-003", "there is no source " + source + "; look into partner-config/sources");
    }

    static boolean takesRows(Dialects dialects, SourceConfig file) {
        return format(dialects, file).form() == WireFormat.Form.ROWS;
    }

    private static WireFormat format(Dialects dialects, SourceConfig file) {
        return dialects.sheet(Speech.of(file.dialect()), "account.in").map(FormatSheet::format).orElseThrow();
    }

    private void read(AccountSource source, Delinquency delinquency) {
        try (AccountSource.Extract extract = source.open()) {
            while (extract.hasNext()) {
                extract.next().forEach(lines -> {
                    Delinquency.Recognised some = delinquency.recognise(lines, extract.missingTables());
                    some.accounts().forEach(one -> account(one.key(), one.items(), List.of()));
                    some.refused().forEach(one -> account(one.key(), one.items(), one.rejects()));
                });
            }
            // Those that could be read but do not say whose they are; the others were shown where they stand.
            extract.unattributed().stream().filter(one -> UNKNOWN.contains(one.why().code()))
                    .forEach(one -> reject("", "", one.why()));
            sheet.total(new SourceSheet.Totals(records, rejected, extract.ignoredLines(), accounts, refusedAccounts,
                    taken, refused, extract.missingTables().stream().sorted().toList(), extract.digest()));
        }
    }

    private void account(AccountKey key, List<OpenItem> items, List<Reject> why) {
        Money open = items.stream().map(OpenItem::open).reduce(Money.zero(key.currency()), Money::plus);
        accounts += why.isEmpty() ? 1 : 0;
        refusedAccounts += why.isEmpty() ? 0 : 1;
        if (why.isEmpty() || !items.isEmpty()) {
            (why.isEmpty() ? taken : refused).merge(key.currency(), open, Money::plus);
        }
        sheet.account(key, open, why);
    }

    @Override
    public void line(String before, DocumentLine after) {
        records.merge(after.record(), 1L, Long::sum);
        Map<String, String> fields = new LinkedHashMap<>();
        after.fields().keySet().forEach(field -> fields.put(field, after.text(field)));
        sheet.record(after.record(), after.number(), before, fields);
    }

    @Override
    public void reject(String table, String before, Reject why) {
        if (!table.isEmpty()) {
            records.merge(table, 1L, Long::sum);
        }
        rejected++;
        sheet.refused(table, why.line(), before, why.field(), why.code(), why.why());
    }
}
