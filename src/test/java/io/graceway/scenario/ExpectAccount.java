package io.graceway.scenario;

import io.graceway.face.command.Explanation;
import io.graceway.journey.eligibility.Finding;
import io.graceway.journey.eligibility.HoldReason;
import io.graceway.scenario.PublishedEntries.Entry;
import io.graceway.scenario.Sentence.Words;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What must be seen of an account before it is placed: why it is held, and how its customer was warned. */
final class ExpectAccount {

    private static final Map<String, String> CHANNELS = Map.of("EMAIL", "e-mail", "LETTER", "letter");

    private final Play play;

    private ExpectAccount(Play play) {
        this.play = play;
    }

    static List<Sentence> sentences(Play play) {
        ExpectAccount expect = new ExpectAccount(play);
        return List.of(
                Sentence.of("expect {account} held because {codes}[ until {date}]", expect::held),
                Sentence.of("expect {account} cleared", words ->
                        Unmet.unlessEqual(Set.of(), reasons(play.explain(words.account())))),
                Sentence.of("expect {account} warned by {channel}[ naming {agency}]", expect::warned),
                Sentence.of("expect {account} not warned", words -> {
                    String stage = play.explain(words.account()).stage();
                    if (stage.equals("NOTICED") || stage.equals("PLACED")) {
                        throw new Unmet("no notice to " + words.account(), stage);
                    }
                }),
                Sentence.of("expect {account} notice served by {channel} on {date}[ last chance {until:date}]",
                        expect::served),
                Sentence.of("expect {account} notice not served", words -> {
                    String id = expect.notice(words.account()).fact("notice");
                    Unmet.unlessEqual(List.of(), play.log().all("notice.served", play.key(words.account())).stream()
                            .filter(one -> one.fact("notice").equals(id)).toList());
                }),
                Sentence.of("expect {account} pulled back because {reason:text}", expect::pulledBack),
                Sentence.of("expect {account} rests until {date}", words -> contains("no new notice before "
                        + words.text("date"), play.explain(words.account()).next().toString())),
                Sentence.of("expect {account} no agency because {reason:text}", expect::noAgency));
    }

    private static Set<HoldReason> reasons(Explanation one) {
        return new TreeSet<>(one.findings().stream().map(Finding::reason).filter(Objects::nonNull).toList());
    }

    private void held(Words words) {
        Explanation one = play.explain(words.account());
        Set<HoldReason> expected = new TreeSet<>();
        for (String code : words.text("codes").split(", ")) {
            expected.add(HoldReason.valueOf(code));
        }
        Unmet.unlessEqual(expected, reasons(one));
        if (words.given("date").isPresent()) {
            boolean ends = one.findings().stream().noneMatch(found -> found.reason() != null && found.until() == null);
            Optional<LocalDate> until = one.findings().stream().map(Finding::until).filter(Objects::nonNull)
                    .max(Comparator.naturalOrder()).filter(date -> ends);
            Unmet.unlessEqual(words.text("date"), until.map(LocalDate::toString).orElse("no day: only an event ends "
                    + "it"));
        }
    }

    private Entry notice(String account) {
        return play.log().last("notice.planned", play.key(account))
                .orElseThrow(() -> new Unmet("a notice to " + account, "none was written"));
    }

    /** The notice runs, and it is where the customer or the printer finds it. */
    private void warned(Words words) throws Exception {
        Unmet.unlessEqual("NOTICED", play.explain(words.account()).stage());
        Entry notice = notice(words.account());
        Unmet.unlessEqual(words.text("channel"), CHANNELS.get(notice.fact("channel")));
        String id = notice.fact("notice");
        boolean arrived = words.text("channel").equals("letter")
                ? Files.exists(play.world().state().resolve("letters").resolve(id + ".json"))
                : play.world().customers().received().stream().anyMatch(one -> one.notice().equals(id));
        Unmet.unlessEqual("notice " + id + " at hand", arrived ? "notice " + id + " at hand" : "it is not there");
        words.given("agency").ifPresent(agency -> Unmet.unlessEqual(agency, notice.fact("agency")));
    }

    private void served(Words words) {
        Entry notice = notice(words.account());
        Unmet.unlessEqual(words.text("channel"), CHANNELS.get(notice.fact("channel")));
        Entry served = play.log().last("notice.served", play.key(words.account()))
                .filter(one -> one.fact("notice").equals(notice.fact("notice")))
                .orElseThrow(() -> new Unmet("the notice served", play.log().about(play.key(words.account()))));
        Unmet.unlessEqual(words.text("date"), served.fact("delivered"));
        words.given("until").ifPresent(until -> Unmet.unlessEqual(until, served.fact("last-chance")));
    }

    /** The last notice is void, and the account is in house. */
    private void pulledBack(Words words) {
        Entry notice = notice(words.account());
        Entry withdrawn = play.log().last("notice.withdrawn", play.key(words.account()))
                .filter(one -> one.fact("notice").equals(notice.fact("notice")))
                .orElseThrow(() -> new Unmet("the notice withdrawn", "it is not" + play.log().about(
                        play.key(words.account()))));
        contains(words.text("reason"), withdrawn.fact("reason"));
        String stage = play.explain(words.account()).stage();
        if (stage.equals("NOTICED") || stage.equals("PLACED")) {
            throw new Unmet("account in house", stage);
        }
    }

    private void noAgency(Words words) {
        PublishedEntries log = play.log();
        Entry entry = log.last("placement.refused", play.key(words.account()))
                .or(() -> log.last("notice.unplaced", play.key(words.account())))
                .orElseThrow(() -> new Unmet("no agency for " + words.account(), log.about(play.key(words.account()))));
        contains(words.text("reason"), entry.fact("agencies"));
    }

    static void contains(String expected, String seen) {
        if (!seen.contains(expected)) {
            throw new Unmet("..." + expected + "...", seen);
        }
    }
}
