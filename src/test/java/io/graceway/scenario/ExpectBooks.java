package io.graceway.scenario;

import io.graceway.audit.verify.Verification;
import io.graceway.scenario.Sentence.Words;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What must be seen in the books: postings, answers to senders, money, quarantine, and the routing log itself. */
final class ExpectBooks {

    static final String LOG_VERIFIES = "expect log verifies, every account accounted for";

    private static final Map<String, String> OUTCOMES = Map.of("accepted", "A", "remarked", "E", "partly", "P",
            "refused", "R");

    private final Play play;

    private ExpectBooks(Play play) {
        this.play = play;
    }

    static List<Sentence> sentences(Play play) {
        ExpectBooks expect = new ExpectBooks(play);
        return List.of(
                Sentence.of("expect {account} posting {kind:code}[ {amount} {currency}][ of {code}]", expect::posted),
                Sentence.of("expect {account} no posting {kind:code}", words -> Unmet.unlessEqual(List.of(),
                        expect.postings(words).toList())),
                Sentence.of("expect {account} worklist {kind:code}", expect::worklist),
                Sentence.of("expect billing {account} shows {amount} open", words -> Unmet.unlessEqual(words.amount(),
                        BigDecimal.valueOf(play.world().billing().openMinor(words.account()), 2))),
                Sentence.of("expect run failed because {code}", words -> ExpectAccount.contains(words.text("code"),
                        play.failed().toString())),
                Sentence.of("expect money in {in} applied {applied} suspense {suspense} rejected {rejected} "
                        + "fees {fees} {currency}", expect::money),
                Sentence.of("expect no money", words -> Unmet.unlessEqual(List.of(), play.gateway().tally().money())),
                Sentence.of("expect {agency} told {document} {name} {outcome:accepted|remarked|partly|refused}"
                        + "[ because {code}]", expect::told),
                Sentence.of("expect {agency} told {document} {name} line {line} because {code}", expect::line),
                Sentence.of("expect quarantine {code}[ line {line}]", expect::quarantine),
                Sentence.of("expect nothing in quarantine", words -> ExpectAccount.contains("Nothing is in quarantine",
                        page(play, "/"))),
                Sentence.of(LOG_VERIFIES, words -> expect.verified()));
    }

    private java.util.stream.Stream<Map<String, String>> postings(Words words) {
        return play.world().erp().booked().stream().filter(one -> one.get("account").equals(words.account())
                && one.get("kind").equals(words.text("kind")));
    }

    /** Booked by the source, exactly once. */
    private void posted(Words words) {
        List<Map<String, String>> found = postings(words).filter(one -> words.given("amount")
                .map(amount -> (amount + " " + words.text("currency")).equals(one.get("amount") + " "
                + one.get("currency"))).orElse(true) && words.given("code").map(one.get("code")::equals)
                .orElse(true)).toList();
        if (found.size() != 1) {
            throw new Unmet("one such posting in the source", found.size() + " of these: " + postings(words).toList());
        }
    }

    private void worklist(Words words) {
        if (play.log().all("writeback.delegated", play.key(words.account())).stream()
                .noneMatch(one -> one.fact("kind").equals(words.text("kind")))) {
            throw new Unmet("a " + words.text("kind") + " for people", play.gateway().tally().postings());
        }
    }

    private void money(Words words) {
        String currency = words.text("currency");
        Unmet.unlessEqual(List.of(words.text("in") + " " + currency + " = " + words.text("applied") + " + "
                + words.text("suspense") + " + " + words.text("rejected") + " + " + words.text("fees")),
                play.gateway().tally().money());
    }

    private List<Map<String, String>> answers(Words words) {
        List<Map<String, String>> rows = play.desks().get(words.text("agency")).answers(words.text("document"),
                words.text("name"));
        if (rows.isEmpty()) {
            throw new Unmet("an answer to " + words.text("document") + " " + words.text("name"), "none came");
        }
        return rows;
    }

    /** The latest answer to the file. */
    private void told(Words words) {
        Map<String, String> answer = answers(words).stream().filter(one -> !one.getOrDefault("outcome", "").isEmpty())
                .reduce((one, other) -> other).orElseThrow();
        Unmet.unlessEqual((OUTCOMES.get(words.text("outcome")) + " " + words.given("code").orElse("")).strip(),
                (answer.get("outcome") + " " + answer.getOrDefault("code", "")).strip());
    }

    private void line(Words words) {
        List<String> lines = answers(words).stream().filter(one -> words.text("line").equals(one.get("line")))
                .map(one -> one.get("code")).toList();
        Unmet.unlessEqual(List.of(words.text("code")), lines);
    }

    /** A page of the console. */
    static String page(Play play, String path) throws Exception {
        HttpRequest get = HttpRequest.newBuilder(play.gateway().pages().orElseThrow().resolve(path)).build();
        return HttpClient.newHttpClient().send(get, HttpResponse.BodyHandlers.ofString()).body();
    }

    private void quarantine(Words words) throws Exception {
        String page = page(play, "/");
        String table = Optional.of(page.indexOf("id=\"q-" + words.text("code") + "\"")).filter(at -> at >= 0)
                .map(at -> page.substring(at, page.indexOf("</table>", at)))
                .orElseThrow(() -> new Unmet(words.text("code") + " in quarantine", quarantined(page)));
        words.given("line").filter(line -> !table.contains("<td class=\"n\">" + line + "</td>")).ifPresent(line -> {
            throw new Unmet("line " + line + " in quarantine", table.replaceAll("<[^>]+>|\\s+", " "));
        });
    }

    private static List<String> quarantined(String page) {
        return Pattern.compile("id=\"q-([^\"]+)\"").matcher(page).results().map(one -> one.group(1)).toList();
    }

    /** Every account that the source ever showed is known and stands somewhere, and nothing contradicts anything. */
    private void verified() {
        play.world().erp().accounts().keySet().forEach(play::explain);
        Unmet.unlessEqual(List.of(), play.gateway().tally().unaccounted());
        Verification log = play.gateway().verifyLog();
        Unmet.unlessEqual(List.of(), log.findings());
        Unmet.unlessEqual(true, log.proved());
    }
}
