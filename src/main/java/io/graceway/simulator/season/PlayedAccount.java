package io.graceway.simulator.season;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One customer's account as a played source system keeps it. */
public final class PlayedAccount {

    /** One attempt of the house's. */
    public record Contact(LocalDateTime at, String channel, String outcome, String reason) {
    }

    /** One case; {@code closed} is null while it is open. */
    public record Case(String id, String type, LocalDate opened, LocalDate closed) {
    }

    /** What the house agreed with the customer, by the case that says so. */
    public record Plan(BigDecimal amount, LocalDate lastOn) {
    }

    final int serial;
    final String number;
    final String currency;
    final Map<String, BigDecimal> open = new LinkedHashMap<>();
    final Map<String, LocalDate> due = new LinkedHashMap<>();
    final List<Contact> contacts = new ArrayList<>();
    final List<Case> cases = new ArrayList<>();
    final Map<String, Plan> plans = new LinkedHashMap<>();
    String type;
    Region region;
    boolean hasEmail;

    /** @param type as the source spells the debtor's kind; empty where nobody knows */
    public PlayedAccount(int serial, String number, String type, String currency, Region region, boolean hasEmail) {
        this.serial = serial;
        this.number = number;
        this.type = type;
        this.currency = currency;
        this.region = region;
        this.hasEmail = hasEmail;
    }

    /** Where a customer lives. */
    public record Region(String country, String region, String city, String postalCode, String zone, String language) {
    }

    /** Which of so many things happens to it: the same one in whatever order everything comes. */
    static int turn(String id, int every) {
        return Math.floorMod((id + every).hashCode(), every);
    }

    String name() {
        return "Sample Customer " + number;
    }

    public String email() {
        return hasEmail ? "customer-" + number.toLowerCase(java.util.Locale.ROOT) + "@customers.example" : "";
    }

    BigDecimal balance() {
        return open.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public void type(String other) {
        type = other;
    }

    public void region(Region other) {
        region = other;
    }

    public void withoutEmail() {
        hasEmail = false;
    }

    /** One more open item. */
    public void owe(String item, BigDecimal amount, LocalDate dueOn) {
        open.put(item, amount);
        due.put(item, dueOn);
    }

    public void contact(Contact one) {
        contacts.add(one);
    }

    public void open(Case one) {
        cases.add(one);
    }

    /** Agrees with the customer how to pay. */
    public void agree(Case one, Plan plan) {
        open(one);
        plans.put(one.id(), plan);
    }

    /** Takes money, oldest item first; what is left over after the last stays with the first. */
    public void pay(BigDecimal amount) {
        BigDecimal left = amount;
        for (String item : List.copyOf(open.keySet())) {
            BigDecimal part = left.min(open.get(item));
            open.put(item, open.get(item).subtract(part));
            left = left.subtract(part);
        }
    }

    /** Gives money back: the payment did not stand. */
    public void unpay(BigDecimal amount) {
        String item = open.keySet().iterator().next();
        open.put(item, open.get(item).add(amount));
    }

    public void close(String id, LocalDate day) {
        cases.replaceAll(one -> one.id().equals(id) && one.closed() == null
                ? new Case(id, one.type(), one.opened(), day) : one);
    }
}
