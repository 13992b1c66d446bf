package io.graceway.journey.delinquency;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Brand;
import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The door of the first stage: what a source says about a customer becomes accounts, one for each currency. */
public final class Delinquency {

    /** ISO 4217's code for no currency: the key of a customer of whom no currency could be read. */
    static final String NO_CURRENCY = "XXX";

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(one -> one.getDefaultFractionDigits() >= 0).map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

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
        List<Reject> rejects = new ArrayList<>(lines.rejects());
        if (lines.isRemoved() && rejects.isEmpty()) {
            return new Recognised(List.of(), List.of());
        }
        lines.of("removal").forEach(one -> rejects.add(new Reject(one.number(), "", "GW-SRC-124", "the customer is"
                + " removed and has open items in the same set; correct it in the source")));
        missingTables.forEach(table -> rejects.add(new Reject(0, table, "GW-SRC-101", "the source has no " + table
                + " table today; without it nothing of this account can be judged")));
        masterRecord(lines, missingTables).ifPresent(rejects::add);
        Map<String, List<DocumentLine>> byCurrency = byCurrency(lines, rejects);
        Recognised recognised = new Recognised(new ArrayList<>(), new ArrayList<>());
        byCurrency.forEach((currency, items) ->
                recognise(lines, currency, items, new ArrayList<>(rejects), recognised));
        if (byCurrency.isEmpty() && !rejects.isEmpty()) {
            AccountKey key = new AccountKey(source, lines.number(), NO_CURRENCY);
            recognised.refused.add(new RefusedAccount(key, List.of(), rejects));
        }
        return recognised;
    }

    private static Optional<Reject> masterRecord(AccountLines lines, Set<String> missing) {
        List<DocumentLine> debtors = lines.of("debtor");
        if (debtors.isEmpty() && !missing.contains("debtor")) {
            return Optional.of(new Reject(0, "", "GW-SRC-102",
                    "the customer has no master record; add it in the source"));
        }
        return debtors.size() < 2 ? Optional.empty()
                : Optional.of(new Reject(debtors.get(1).number(), "", "GW-SRC-103",
                "the customer has several master records; remove the wrong one in the source"));
    }

    /** An item without a known currency may belong to any of the customer's accounts, so it stops all of them. */
    private static Map<String, List<DocumentLine>> byCurrency(AccountLines lines, List<Reject> rejects) {
        Map<String, List<DocumentLine>> byCurrency = new LinkedHashMap<>();
        for (DocumentLine item : lines.of("item")) {
            String currency = item.text("currency");
            if (CURRENCIES.contains(currency)) {
                byCurrency.computeIfAbsent(currency, one -> new ArrayList<>()).add(item);
            } else {
                rejects.add(new Reject(item.number(), "currency", "GW-SRC-104", "an item has no ISO 4217 currency"));
            }
        }
        return byCurrency;
    }

    private void recognise(AccountLines lines, String currency, List<DocumentLine> itemLines, List<Reject> rejects,
                           Recognised into) {
        List<DocumentLine> debtors = lines.of("debtor");
        AccountReader reader = new AccountReader(currency, rejects);
        List<OpenItem> items = all(itemLines, reader::item);
        List<HouseContact> contacts = all(lines.of("contact"), reader::contact);
        List<HouseCase> cases = all(lines.of("case"), reader::houseCase);
        Optional<Debtor> debtor = debtors.stream().findFirst().flatMap(reader::debtor);
        Optional<Itemization> itemization = debtors.stream().findFirst().flatMap(reader::itemization);
        DebtKind debt = reader.kind(itemLines, kind);
        AccountKey key = new AccountKey(source, lines.number(), currency);
        if (rejects.isEmpty()) {
            into.accounts.add(new DelinquentAccount(key, brand, debt, debtor.orElseThrow(), items, itemization,
                    contacts, cases, lines.of("document").stream().map(one -> one.text("reference")).toList()));
        } else {
            into.refused.add(new RefusedAccount(key, items, rejects));
        }
    }

    private static <T> List<T> all(List<DocumentLine> lines, Function<DocumentLine, Optional<T>> read) {
        return lines.stream().map(read).flatMap(Optional::stream).toList();
    }
}
