package io.graceway.journey;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.Brand;
import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.DebtKind;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.delinquency.HouseContact;
import io.graceway.journey.delinquency.Itemization;
import io.graceway.journey.delinquency.NonPaymentReason;
import io.graceway.journey.delinquency.OpenItem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An account for tests. As it begins nothing stands against it: 240.00 due on 1 February 2026, three attempts on three
 * days over two channels, a consumer in New York with e-mail and a full address.
 */
public final class GivenAccount {

    private String number = "0100000222";
    private String name = "A. N. Example";
    private String currency = "USD";
    private DebtKind kind = DebtKind.TRADE;
    private DebtorType type = DebtorType.CONSUMER;
    private String email = "first.last@customer.example";
    private String street = "1 Long Street";
    private Place place = Place.of("US-NY");
    private Optional<ZoneId> zone = Optional.of(ZoneId.of("America/New_York"));
    private Optional<Itemization> itemization = Optional.empty();
    private final List<OpenItem> items = new ArrayList<>();
    private final List<HouseContact> contacts = new ArrayList<>();
    private final List<HouseCase> cases = new ArrayList<>();

    private GivenAccount() {
    }

    /** Nothing open, nobody contacted. */
    public static GivenAccount untouched() {
        return new GivenAccount();
    }

    public static GivenAccount wellTreated() {
        return untouched().owes("INV-1", "2026-02-01", "240.00").out("2026-02-05T10:00", Channel.EMAIL)
                .out("2026-02-12T10:00", Channel.PHONE).out("2026-02-19T10:00", Channel.LETTER);
    }

    public GivenAccount number(String text) {
        number = text;
        return this;
    }

    public GivenAccount name(String text) {
        name = text;
        return this;
    }

    public GivenAccount currency(String code) {
        currency = code;
        return this;
    }

    public GivenAccount kind(DebtKind one) {
        kind = one;
        return this;
    }

    public GivenAccount type(DebtorType one) {
        type = one;
        return this;
    }

    public GivenAccount email(String text) {
        email = text;
        return this;
    }

    public GivenAccount noAddress() {
        street = "";
        return this;
    }

    public GivenAccount in(String where) {
        place = Place.of(where);
        return this;
    }

    public GivenAccount zone(String id) {
        zone = Optional.ofNullable(id).map(ZoneId::of);
        return this;
    }

    public GivenAccount owes(String id, String due, String open) {
        items.add(new OpenItem(id, LocalDate.parse(due), Money.of(open, currency)));
        return this;
    }

    public GivenAccount nothingOpen() {
        items.clear();
        return this;
    }

    public GivenAccount out(String at, Channel channel) {
        return contact(at, channel, true, null);
    }

    public GivenAccount contact(String at, Channel channel, boolean outbound, NonPaymentReason reason) {
        contacts.add(new HouseContact(LocalDateTime.parse(at), channel, outbound, "DELIVERED",
                Optional.ofNullable(reason)));
        return this;
    }

    public GivenAccount nobodyContacted() {
        contacts.clear();
        return this;
    }

    public GivenAccount hasCase(HouseCase.Type what, String opened, String closed) {
        cases.add(new HouseCase("C" + cases.size(), what, LocalDate.parse(opened),
                Optional.ofNullable(closed).map(LocalDate::parse)));
        return this;
    }

    public GivenAccount itemized(String amount, String payments, String current) {
        Money zero = Money.zero(currency);
        itemization = Optional.of(new Itemization(LocalDate.parse("2026-01-01"), Money.of(amount, currency), zero, zero,
                Money.of(payments, currency), zero, Money.of(current, currency)));
        return this;
    }

    public DelinquentAccount account() {
        Debtor debtor = new Debtor(name, type, email, "", new Debtor.Address(street, "Example", "1", place),
                zone, "en");
        return new DelinquentAccount(new AccountKey("erp", new AccountNumber(number), currency), new Brand("acme"),
                kind, debtor, items, itemization, contacts, cases, List.of());
    }
}
