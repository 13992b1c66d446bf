package io.graceway.journey.delinquency;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Brand;
import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The door of the first stage: what a source says about a customer becomes accounts, one for each currency. */
public final class Delinquency {

    /**
     * What one customer's lines came to.
     *
     * @param accounts that can be judged
     * @param refused  that cannot, each with every reason
     */
    public record Recognised(List<DelinquentAccount> accounts, List<RefusedAccount> refused) {
    }

    private final String source;
    private final Brand brand;
    private final DebtKind kind;

    /** @param kind what the source's accounts are, unless a line says otherwise */
    public Delinquency(String source, Brand brand, DebtKind kind) {
        this.source = source;
        this.brand = brand;
        this.kind = kind;
    }

    /** One account for each currency in which the customer has open items; refused ones say why. */
    public Recognised recognise(AccountLines lines, Set<String> missingTables) {
        Recognised recognised = new Recognised(new ArrayList<>(), new ArrayList<>());
        Map<String, List<DocumentLine>> byCurrency = new LinkedHashMap<>();
        for (DocumentLine item : lines.of("item")) {
            byCurrency.computeIfAbsent(item.text("currency"), currency -> new ArrayList<>()).add(item);
        }
        byCurrency.forEach((currency, items) -> recognise(lines, missingTables, currency, items, recognised));
        return recognised;
    }

    private void recognise(AccountLines lines, Set<String> missing, String currency, List<DocumentLine> itemLines,
                           Recognised into) {
        List<Reject> rejects = new ArrayList<>(lines.rejects());
        missing.forEach(table -> rejects.add(new Reject(0, table, "GW-SRC-101", "the source has no " + table
                + " table today; without it nothing of this account can be judged")));
        List<DocumentLine> debtors = lines.of("debtor");
        if (debtors.isEmpty() && !missing.contains("debtor")) {
            rejects.add(new Reject(0, "", "GW-SRC-102", "the customer has no master record; add it in the source"));
        }
        if (debtors.size() > 1) {
            rejects.add(new Reject(debtors.get(1).number(), "", "GW-SRC-103", "the customer has several master records"));
        }
        AccountReader reader = new AccountReader(currency, rejects);
        List<OpenItem> items = itemLines.stream().map(reader::item).flatMap(Optional::stream).toList();
        List<HouseContact> contacts = lines.of("contact").stream().map(reader::contact).flatMap(Optional::stream).toList();
        List<HouseCase> cases = lines.of("case").stream().map(reader::houseCase).flatMap(Optional::stream).toList();
        Optional<Debtor> debtor = debtors.stream().findFirst().flatMap(reader::debtor);
        Optional<Itemization> itemization = debtors.stream().findFirst().flatMap(reader::itemization);
        AccountKey key = new AccountKey(source, lines.number(), currency);
        if (rejects.isEmpty()) {
            into.accounts.add(new DelinquentAccount(key, brand, reader.kind(itemLines.get(0), kind), debtor.orElseThrow(),
                    items, itemization, contacts, cases, lines.of("document").stream().map(d -> d.text("reference")).toList()));
        } else {
            into.refused.add(new RefusedAccount(key, items, rejects));
        }
    }
}
