package io.graceway.scenario;

import io.graceway.face.command.PlacementDesk;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.placement.change.Approvals;
import io.graceway.journey.recall.RefusedRecall;
import io.graceway.scenario.Sentence.Words;
import io.graceway.simulator.season.PlayedAccount;
import io.graceway.simulator.season.PlayedCustomers.Letter;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the house, its systems and its customers do. */
final class DoneInHouse {

    private static final PlayedAccount.Region SEATTLE =
            new PlayedAccount.Region("US", "WA", "Seattle", "98101", "America/Los_Angeles", "en");
    private static final PlayedAccount.Region BERLIN =
            new PlayedAccount.Region("DE", "BE", "Berlin", "10115", "Europe/Berlin", "de");
    private static final Map<String, String> CHANNELS = Map.of("phone", "PHONE", "letter", "LETTER", "e-mail", "EMAIL");

    private final Play play;
    private List<String> refused = List.of();
    private int customers;

    private DoneInHouse(Play play) {
        this.play = play;
    }

    static List<Sentence> sentences(Play play) {
        DoneInHouse house = new DoneInHouse(play);
        return List.of(
                Sentence.of("gateway passes at {time} in {zone}", words ->
                        play.passesAt(LocalTime.parse(words.text("time")), ZoneId.of(words.text("zone")))),
                Sentence.of("gateway rests on days without a line", words -> play.restsOnQuietDays()),
                Sentence.of("erp {account} owes {amount} {currency}[ for {item}] first missed {date}", words ->
                        play.world().erp().accounts().computeIfAbsent(words.account(), number ->
                        house.customer(words, SEATTLE)).owe(words.given("item").orElse("INV-" + words.account()),
                        words.amount(), words.date("date"))),
                Sentence.of("billing {account} owes {amount} {currency} first missed {date}", words -> {
                    PlayedAccount customer = house.customer(words, BERLIN);
                    customer.owe("INV-" + words.account(), words.amount(), words.date("date"));
                    play.bill(words.account(), customer);
                }),
                Sentence.of("{source:erp|billing} {account} tried {attempts:text}", house::tried),
                Sentence.of("erp {account} learned {reason:code} by {channel} on {date}", words -> house.account(words)
                        .contact(contact(words.text("channel"), words.date("date"), "CONVERSATION",
                                words.text("reason")))),
                Sentence.of("erp {account} lives in {place} at {zone}", house::lives),
                Sentence.of("erp {account} is a {type:code}", words -> house.account(words).type(words.text("type"))),
                Sentence.of("erp {account} is of a kind that nobody knows", words -> house.account(words).type("")),
                Sentence.of("erp {account} has no e-mail", words -> house.account(words).withoutEmail()),
                Sentence.of("erp {account} opens {type:code} case {case}", words -> house.account(words)
                        .open(new PlayedAccount.Case(words.text("case"), words.text("type"), play.day(), null))),
                Sentence.of("erp {account} agrees on {amount} {currency} each time until {date} as case {case}",
                        words -> house.account(words).agree(new PlayedAccount.Case(words.text("case"), "ARRANGEMENT",
                        play.day(), null), new PlayedAccount.Plan(words.amount(), words.date("date")))),
                Sentence.of("erp {account} closes case {case}", words ->
                        house.account(words).close(words.text("case"), play.day())),
                Sentence.of("erp {account} is paid {amount} {currency}", words ->
                        house.account(words).pay(words.amount())),
                Sentence.of("erp {account} payment of {amount} {currency} bounces", words ->
                        house.account(words).unpay(words.amount())),
                Sentence.of("billing {account} is paid {amount} {currency}", words -> play.world().billing()
                        .payDirectly(words.account(), words.amount().movePointRight(2).longValueExact())),
                Sentence.of("sftp breaks once at {step}", house::breaks),
                Sentence.of("customer {account} answers {answer:code}", house::answers),
                Sentence.of("mail {account} bounces", words ->
                        play.world().customers().bounce(house.letter(words.account()))),
                Sentence.of("house {account} recall because {code}", words -> house.recall(words, false)),
                Sentence.of("house {account} recall by force because {code}", words -> house.recall(words, true)),
                Sentence.of("house {account} notes {text:text}", house::notes),
                Sentence.of("house {account} approves {request:code} up to {amount} {currency} until {date}",
                        house::approves),
                Sentence.of("house {account} recall of item {item} because {code}", words -> house.refused = house
                        .desk().recallItems(house.placement(words), List.of(words.text("item")), words.text("code"))
                        .stream().map(RefusedRecall::code).toList()),
                Sentence.of("house {account} has agencies erase it", words -> house.refused = house.desk()
                        .erase(new AccountNumber(words.account())).refused().stream().toList()),
                Sentence.of("expect {account} erasure {state:code}", house::erasure),
                Sentence.of("expect house told {code}", words ->
                        Unmet.unlessEqual(List.of(words.text("code")), house.refused)));
    }

    private PlayedAccount customer(Words words, PlayedAccount.Region home) {
        return new PlayedAccount(++customers, words.account(), "CONSUMER", words.text("currency"), home, true);
    }

    private PlayedAccount account(Words words) {
        return play.account(words.account()).orElseThrow(() -> new Unmet("an account that owes something",
                words.account() + " was not told of"));
    }

    /** Such as {@code by phone 2026-02-08, by letter 2026-02-15}. */
    private void tried(Words words) {
        for (String one : words.text("attempts").split(", ")) {
            String[] parts = one.split(" ");
            if (parts.length != 3 || !parts[0].equals("by") || !CHANNELS.containsKey(parts[1])) {
                throw new Unmet("by letter, phone or e-mail, and a day", one);
            }
            account(words).contact(contact(parts[1], LocalDate.parse(parts[2]), "DELIVERED", ""));
        }
    }

    private static PlayedAccount.Contact contact(String channel, LocalDate day, String outcome, String reason) {
        return new PlayedAccount.Contact(day.atTime(11, 15), CHANNELS.get(channel), outcome, reason);
    }

    /** Such as {@code US-NY}. */
    private void lives(Words words) {
        String[] place = (words.text("place") + "-").split("-", -1);
        account(words).region(new PlayedAccount.Region(place[0], place[1], "Sampleville", "10101", words.text("zone"),
                "en"));
    }

    /** The last notice that reached the customer by e-mail. */
    private Letter letter(String account) throws Exception {
        String email = "customer-" + account.toLowerCase(Locale.ROOT) + "@customers.example";
        return play.world().customers().received().stream().filter(one -> one.to().equals(email))
                .reduce((one, other) -> other).orElseThrow(() -> new Unmet("a notice in the mailbox of " + account,
                "there is none"));
    }

    private void answers(Words words) throws Exception {
        play.world().customers().answer(letter(words.account()), words.text("answer"));
        Unmet.unlessEqual(List.of(), play.world().customers().failures());
    }

    /** The next such step at the SFTP host fails, before it is taken or, in the past forms, after. */
    private void breaks(Words words) {
        AtomicBoolean broken = new AtomicBoolean();
        play.world().sftp().behave((step, file) -> {
            if (step.equals(words.text("step")) && broken.compareAndSet(false, true)) {
                play.world().sftp().hangUp();
                throw new IOException("the line broke");
            }
        });
    }

    private PlacementDesk desk() {
        return play.gateway().placements();
    }

    /** Ordering it once more only tells how the orders stand. */
    private void erasure(Words words) {
        Unmet.unlessEqual(List.of(words.text("state")), desk().erase(new AccountNumber(words.account())).orders()
                .stream().map(one -> one.confirmedOn().isPresent() ? one.code() : "ORDERED").toList());
    }

    private void notes(Words words) {
        refused = desk().note(placement(words), words.text("text")).stream().toList();
    }

    private void approves(Words words) {
        refused = desk().approve(placement(words), words.text("request"), Optional.of(new Approvals.Consent(
                words.amount(), words.date("date")))).refused().stream().toList();
    }

    private void recall(Words words, boolean force) {
        refused = desk().recall(placement(words), words.text("code"), force).refused().stream()
                .map(RefusedRecall::code).toList();
    }

    private PlacementNumber placement(Words words) {
        String next = play.explain(words.account()).next().toString();
        Matcher placement = Pattern.compile("placement (P[0-9A-Z]+) ").matcher(next);
        if (!placement.find()) {
            throw new Unmet("a placement of " + words.account(), next);
        }
        return new PlacementNumber(placement.group(1));
    }
}
