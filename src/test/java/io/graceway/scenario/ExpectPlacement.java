package io.graceway.scenario;

import io.graceway.journey.placement.Rung;
import io.graceway.scenario.PlayedDesk.Given;
import io.graceway.scenario.PublishedEntries.Entry;
import io.graceway.scenario.Sentence.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be seen of an account that is or was placed: with whom, how far, and how it comes back. */
final class ExpectPlacement {

    private final Play play;

    private ExpectPlacement(Play play) {
        this.play = play;
    }

    static List<Sentence> sentences(Play play) {
        ExpectPlacement expect = new ExpectPlacement(play);
        return List.of(
                Sentence.of("expect {account} placed with {agency}[ balance {amount} {currency}][ tone {tone}]",
                        expect::placed),
                Sentence.of("expect {account} sent {times:once|never}", expect::sent),
                Sentence.of("expect {account} told to be a {type:code}", words -> Unmet.unlessEqual(words.text("type"),
                        play.holder(words.account()).placement(words.account()).orElseThrow().row()
                                .get("debtor-type"))),
                Sentence.of("expect {account} not placed", expect::notPlaced),
                Sentence.of("expect {account} clock {clock} decided", words -> Unmet.unlessEqual(words.text("clock"),
                        expect.last(words, "placement.decided").fact("clock"))),
                Sentence.of("expect {account} listed: first missed {first:date}, window over {window:date}, delivered "
                        + "{delivered:date}, last chance {chance:date}, placed {placed:date}", expect::listed),
                Sentence.of("expect {account} delivery {rung}", expect::delivery),
                Sentence.of("expect {account} left {amount} {currency}", words -> ExpectAccount.contains(
                        words.text("amount") + " " + words.text("currency") + " left",
                        play.explain(words.account()).next().toString())),
                Sentence.of("expect {account} turned down because {code}", words -> expect.home(words,
                        "placement.rejected", "reason")),
                Sentence.of("expect {account} given back because {code}", words -> expect.home(words,
                        "placement.closed", "code")),
                Sentence.of("expect {account} recall pending, objection until {date}", words ->
                        expect.recall(words, "PENDING", "object-by")),
                Sentence.of("expect {account} recall extended to {date}", words ->
                        expect.recall(words, "EXTENDED", "effective-on")),
                Sentence.of("expect {account} recall final on {date}", expect::recalled),
                Sentence.of("expect {account} direct payment {amount} {currency} told", expect::direct),
                Sentence.of("expect {account} agency told {document}[ of {code}][ resolved on {date}]",
                        expect::agencyTold),
                Sentence.of("expect {account} tone breach {check:code}", expect::breach),
                Sentence.of("expect {account} no tone breach", words -> Unmet.unlessEqual(List.of(),
                        play.log().all("placement.breached", play.key(words.account())))));
    }

    /** What an auditor's table says of it, as a file to take along. */
    private void listed(Words words) throws Exception {
        String row = ExpectBooks.page(play, "/list/clocks.csv").lines().filter(line -> line.contains(","
                + play.key(words.account()) + ",")).findFirst().orElse("");
        ExpectAccount.contains("," + words.text("first") + "," + words.text("window") + ",", row);
        ExpectAccount.contains("," + words.text("delivered") + "," + words.text("chance") + "," + words.text("placed")
                + ",", row);
    }

    private Entry last(Words words, String what) {
        return play.log().last(what, play.key(words.account())).orElseThrow(() -> new Unmet(what,
                "nothing of it" + play.log().about(play.key(words.account()))));
    }

    /** Where the gateway says it is, and where the agency says it came: they agree. */
    private void placed(Words words) {
        PlayedDesk desk = play.desks().get(words.text("agency"));
        ExpectAccount.contains("with " + desk.id(), play.explain(words.account()).next().toString());
        Map<String, String> row = desk.placement(words.account()).map(Given::row).orElseThrow(() -> new Unmet(
                words.account() + " in a parcel for " + desk.id(), "none came"));
        ExpectAccount.contains(row.get("placement"), play.explain(words.account()).next().toString());
        words.given("amount").ifPresent(amount -> Unmet.unlessEqual(amount + " " + words.text("currency"),
                row.get("balance") + " " + row.get("currency")));
        words.given("tone").ifPresent(tone -> {
            Unmet.unlessEqual(tone, row.get("tone-profile") + "@" + row.get("tone-version"));
            String brought = desk.parcels("placement").stream()
                    .flatMap(one -> one.manifest().get("tones").valueStream())
                    .filter(one -> tone.equals(one.get("profile").asString() + "@" + one.get("version").asString()))
                    .map(one -> one.get("sha256").asString()).reduce((one, other) -> other).orElse("no tone");
            Unmet.unlessEqual(row.get("tone-sha256"), brought);
        });
    }

    /** In all parcels of all agencies together: once, or not. */
    private void sent(Words words) {
        long times = play.desks().values().stream().flatMap(one -> one.rows("placement").stream())
                .filter(row -> words.account().equals(row.get("account")) && row.containsKey("balance")).count();
        Unmet.unlessEqual(words.text("times").equals("once") ? 1L : 0L, times);
    }

    /** Neither the gateway nor any agency has it with an agency. */
    private void notPlaced(Words words) {
        String stage = play.explain(words.account()).stage();
        Optional<String> holder = play.desks().values().stream().filter(one ->
                one.placement(words.account()).isPresent()).map(PlayedDesk::id).findFirst();
        if (stage.equals("PLACED") || holder.isPresent() && play.log().all("placement.decided",
                play.key(words.account())).isEmpty()) {
            throw new Unmet(words.account() + " not placed", stage + holder.map(one -> " with " + one).orElse(""));
        }
    }

    /** The highest rung of the delivery that brought the placement. */
    private void delivery(Words words) {
        String delivery = play.holder(words.account()).placement(words.account()).orElseThrow().delivery();
        PublishedEntries log = play.log();
        String highest = Stream.of(Rung.values()).map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .filter(one -> log.last("delivery." + one, delivery).or(() -> log.last("placement." + one, delivery))
                        .isPresent()).reduce((one, other) -> other).orElse("none");
        Unmet.unlessEqual(words.text("rung"), highest);
    }

    /** The placement is over, and the account is in house. */
    private void home(Words words, String what, String fact) {
        Unmet.unlessEqual(words.text("code"), last(words, what).fact(fact));
        String stage = play.explain(words.account()).stage();
        if (stage.equals("PLACED")) {
            throw new Unmet("account in house", stage);
        }
    }

    /** What the agency was told last of its recall, which is also what the gateway says. */
    private Map<String, String> recall(Words words, String stage, String field) {
        PlayedDesk desk = play.holder(words.account());
        Map<String, String> row = desk.rows("recall").stream()
                .filter(one -> one.get("placement").equals(desk.number(words.account())))
                .reduce((one, other) -> other).orElseThrow(() -> new Unmet("a recall told to " + desk.id(), "none"));
        boolean dated = row.containsKey(field);
        // Not every layout says the day, or that a recall was extended; the gateway always does.
        Unmet.unlessEqual(dated ? stage + " " + words.text("date") : stage.replace("EXTENDED", "PENDING"),
                row.get("stage") + (dated ? " " + row.get(field) : ""));
        if (!stage.equals("FINAL")) {
            ExpectAccount.contains("recall " + stage.toLowerCase(Locale.ROOT) + ", final on "
                    + (dated ? row.getOrDefault("effective-on", "") : words.text("date")
                    .replaceAll(field.equals("effective-on") ? "^$" : ".*", "")),
                    play.explain(words.account()).next().toString());
        } else if (!dated) {
            Unmet.unlessEqual(words.text("date"), last(words, "recall.ended").fact("day"));
        }
        return row;
    }

    private void recalled(Words words) {
        recall(words, "FINAL", "effective-on");
        notPlaced(words);
    }

    private void direct(Words words) {
        PlayedDesk desk = play.holder(words.account());
        List<String> told = desk.rows("direct-payment").stream()
                .filter(one -> one.get("placement").equals(desk.number(words.account())))
                .map(one -> one.get("amount") + " " + one.get("currency")).toList();
        Unmet.unlessEqual(List.of(words.text("amount") + " " + words.text("currency")), told);
    }

    /** The latest message of that kind. */
    private void agencyTold(Words words) {
        PlayedDesk desk = play.holder(words.account());
        Map<String, String> row = desk.rows(words.text("document")).stream()
                .filter(one -> one.get("placement").equals(desk.number(words.account())))
                .reduce((one, other) -> other).orElseThrow(() -> new Unmet("a " + words.text("document") + " for "
                        + desk.id(), "none came"));
        words.given("code").ifPresent(code -> Unmet.unlessEqual(code, Stream.of("part", "kind", "code").map(row::get)
                .filter(one -> one != null && !one.isEmpty()).findFirst().orElse("")));
        Unmet.unlessEqual(words.given("date").orElse(""), Optional.ofNullable(row.get("resolved-on")).orElse(""));
    }

    private void breach(Words words) {
        List<String> checks = play.log().all("placement.breached", play.key(words.account())).stream()
                .map(one -> one.fact("check")).toList();
        Unmet.unlessEqual(List.of(words.text("check")), checks);
    }
}
