package io.graceway.simulator.season;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.graceway.simulator.season.PlayedAccount.Case;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A played ERP: it exports four related files, and takes posting files from a folder of its own. */
public final class PlayedErp {

    private static final int DAYS_TO_SETTLE_A_CASE = 21;

    private final Path extract;
    private final Path postings;
    private final Map<String, PlayedAccount> accounts = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> booked = new LinkedHashMap<>();

    PlayedErp(Path folder, List<PlayedAccount> accounts) throws IOException {
        this.extract = Files.createDirectories(folder.resolve("extract"));
        this.postings = Files.createDirectories(folder.resolve("postings"));
        accounts.forEach(one -> this.accounts.put(one.number, one));
    }

    Path extract() {
        return extract;
    }

    Path postings() {
        return postings;
    }

    /** Every account by its number. */
    public Map<String, PlayedAccount> accounts() {
        return accounts;
    }

    /** Every posting it has booked, field by field, in order. */
    public List<Map<String, String>> booked() {
        return List.copyOf(booked.values());
    }

    /** How many postings of each kind it has booked. */
    Map<String, Integer> taken() {
        Map<String, Integer> taken = new TreeMap<>();
        booked.values().forEach(one -> taken.merge(one.get("kind"), 1, Integer::sum));
        return taken;
    }

    /** Writes the day's extract; whoever reads it in between sees the old file or the new one, never half of one. */
    public void export() throws IOException {
        write("items.csv", List.of("account", "item", "currency", "open_amount", "due_date", "debt_kind"), csv ->
                accounts.values()
                .forEach(one -> one.open.forEach((item, open) -> {
                    if (open.signum() > 0) {
                        csv.writeRecord(one.number, item, one.currency, open.toPlainString(),
                                one.due.get(item).toString(), "");
                    }
                })));
        write("customers.csv", List.of("account", "name", "debtor_type", "email", "phone", "street", "city", "region",
                "postal_code", "country", "time_zone", "language"), csv ->
                accounts.values().forEach(one -> csv.writeRecord(one.number, one.name(), one.type, one.email(), "+1555"
                + String.format("%07d", one.serial), one.serial + " Sample Street", one.region.city(),
                one.region.region(), one.region.postalCode(), one.region.country(), one.region.zone(),
                one.region.language())));
        write("contacts.csv", List.of("account", "at", "channel", "direction", "outcome", "non_payment_reason"), csv ->
                accounts.values().forEach(one -> one.contacts.forEach(contact -> csv.writeRecord(one.number,
                        contact.at() + ":00", contact.channel(), "OUT", contact.outcome(), contact.reason()))));
        write("cases.csv", List.of("account", "case", "type", "opened_on", "closed_on", "last_payment_on",
                "payment_amount", "currency"), csv -> accounts.values().forEach(one -> one.cases.forEach(each ->
                csv.writeRecord(row(one, each)))));
    }

    private static String[] row(PlayedAccount account, Case one) {
        PlayedAccount.Plan plan = account.plans.get(one.id());
        return new String[] {account.number, one.id(), one.type(), one.opened().toString(), one.closed() == null ? ""
                : one.closed().toString(), plan == null ? "" : plan.lastOn().toString(), plan == null ? ""
                : plan.amount().toPlainString(), plan == null ? "" : account.currency};
    }

    private interface Rows {

        void to(CsvWriter csv);
    }

    private void write(String name, List<String> header, Rows rows) throws IOException {
        Path part = extract.resolve("." + name + ".part");
        try (CsvWriter csv = CsvWriter.builder().build(part)) {
            csv.writeRecord(header);
            rows.to(csv);
        }
        Files.move(part, extract.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Books every posting file that came in, each posting once by its key. */
    public void book() throws IOException {
        try (Stream<Path> files = Files.list(postings)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".csv")).sorted().toList()) {
                try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
                    csv.forEach(this::book);
                }
                Files.move(file, file.resolveSibling(file.getFileName() + ".done"));
            }
        }
    }

    /** The house settles the cases that Graceway opened, once they are old enough. */
    void settle(LocalDate day) {
        accounts.values().forEach(one -> List.copyOf(one.cases).stream().filter(each -> each.closed() == null
                && each.id().startsWith("A") && !day.isBefore(each.opened().plusDays(DAYS_TO_SETTLE_A_CASE)))
                .forEach(each -> one.close(each.id(), day)));
    }

    private void book(NamedCsvRecord posting) {
        PlayedAccount account = accounts.get(posting.getField("account"));
        if (account == null || booked.putIfAbsent(posting.getField("posting_key"), posting.getFieldsAsMap()) != null) {
            return;
        }
        switch (posting.getField("kind")) {
            case "PAYMENT" -> account.pay(new BigDecimal(posting.getField("amount")));
            case "REVERSAL" -> account.unpay(new BigDecimal(posting.getField("amount")));
            case "DISPUTE" -> account.cases.add(new Case(posting.getField("reference"), posting.getField("code"),
                    LocalDate.parse(posting.getField("posting_date")), null));
            default -> { }
        }
    }
}
