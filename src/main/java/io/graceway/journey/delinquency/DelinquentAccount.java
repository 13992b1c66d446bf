package io.graceway.journey.delinquency;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Brand;
import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One account as its source shows it: the customer, what is open, what the house did about it and what stands
 * against it.
 *
 * @param kind        the kind of debt, which law and vetting depend on
 * @param items       all open items, also those not yet due
 * @param itemization as the source states it; empty when it states open amounts only
 * @param documents   references to documents that go with a placement
 */
public record DelinquentAccount(AccountKey key, Brand brand, DebtKind kind, Debtor debtor, List<OpenItem> items,
                                Optional<Itemization> itemization, List<HouseContact> contacts, List<HouseCase> cases,
                                List<String> documents) {

    /** The last zone on earth in which a day begins: for a customer whose own zone nobody knows. */
    private static final ZoneId LAST = ZoneId.of("Etc/GMT+12");

    public DelinquentAccount {
        items = List.copyOf(items);
        contacts = List.copyOf(contacts);
        cases = List.copyOf(cases);
        documents = List.copyOf(documents);
    }

    /** What day it is for this customer. */
    public LocalDate dayOf(AsOf asOf) {
        return asOf.day(debtor.zone().orElse(LAST));
    }

    /** What makes up the balance: the open items past their due date, and every credit. */
    public List<OpenItem> pastDue(LocalDate day) {
        return items.stream().filter(item -> item.countsOn(day)).toList();
    }

    /** What can be placed on that day: the open items past their due date less what the house owes the customer. */
    public Money balance(LocalDate day) {
        return pastDue(day).stream().map(OpenItem::open).reduce(Money.zero(key.currency()), Money::plus);
    }

    /** The earliest due date among the items past due; empty when nothing is. A credit is no missed payment. */
    public Optional<LocalDate> firstMissed(LocalDate day) {
        return items.stream().filter(item -> item.isMissedOn(day)).map(OpenItem::due).min(Comparator.naturalOrder());
    }

    /** The house's own attempts up to and on that day; later ones have not happened yet. */
    public List<HouseContact> attempts(LocalDate day) {
        return contacts.stream().filter(HouseContact::outbound)
                .filter(contact -> !contact.at().toLocalDate().isAfter(day)).toList();
    }

    public List<HouseCase> openCases(LocalDate day) {
        return cases.stream().filter(one -> one.isOpenOn(day)).toList();
    }

    /** The same account but for these items. */
    public DelinquentAccount without(Collection<String> ids) {
        return new DelinquentAccount(key, brand, kind, debtor, items.stream().filter(one -> !ids.contains(one.id()))
                .toList(), itemization, contacts, cases, documents);
    }

    public DelinquentAccount withCases(List<HouseCase> more) {
        return new DelinquentAccount(key, brand, kind, debtor, items, itemization, contacts, more, documents);
    }

    /** The account after its source shows nothing open any more. */
    public DelinquentAccount withoutItems() {
        return new DelinquentAccount(key, brand, kind, debtor, List.of(), Optional.empty(), contacts, cases, documents);
    }

    /** The account number and currency only. */
    @Override
    public String toString() {
        return "DelinquentAccount[" + key + "]";
    }
}
