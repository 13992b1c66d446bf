package io.graceway.edge.letter;

import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.notice.NoticeTerms;
import io.graceway.journey.notice.PlacementNotice;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a notice before it leaves: everything it must say is said, nothing it must not say is, no date is early. */
final class NoticeLint {

    private static final String SUBJECT = "email.subject.txt";
    private static final int LONGEST_SUBJECT = 120;

    private static final List<String> MUST = List.of("legalName", "account", "balance", "itemizedOn", "amount",
            "interest", "fees", "payments", "credits", "items.id", "items.due", "items.open", "firstMissed", "agency",
            "shared", "deadline", "link", "contact", "howToPay");
    private static final List<String> MUST_WITH_OPT_OUT = List.of("optOut.date", "optOut.email");
    private static final Set<String> IN_SUBJECT = Set.of("legalName", "displayName");

    private final PlacementNotice notice;
    private final NoticeTerms terms;
    private final Composed composed;
    private final List<String> findings;

    private NoticeLint(PlacementNotice notice, NoticeTerms terms, Composed composed) {
        this.notice = notice;
        this.terms = terms;
        this.composed = composed;
        this.findings = new ArrayList<>(composed.findings());
    }

    /** Everything that is wrong, each with its code, file and key, without any value of the customer's. */
    static List<String> check(PlacementNotice notice, NoticeTerms terms, Composed composed,
                              LocalDate noDeadlineBefore) {
        NoticeLint lint = new NoticeLint(notice, terms, composed);
        lint.dates(noDeadlineBefore);
        lint.values("", composed.values());
        lint.link();
        composed.source().files().forEach((file, text) -> lint.findings.addAll(TemplateLint.check(file, text)));
        composed.probe().forEach(lint::file);
        lint.freeTexts();
        return List.copyOf(lint.findings);
    }

    private void dates(LocalDate noDeadlineBefore) {
        if (notice.deadline().isBefore(noDeadlineBefore)) {
            findings.add("GW-NOT-015 deadline " + notice.deadline() + " is earlier than " + noDeadlineBefore
                    + ", the earliest that is allowed");
        }
        boolean sharesEmail = terms.shareEmail() && !notice.debtor().email().isBlank();
        if (sharesEmail && notice.emailOptOut().isEmpty()) {
            findings.add("GW-NOT-021 the e-mail address would be shared, but the notice has no last day to refuse it");
        }
        notice.emailOptOut().filter(last -> !last.isAfter(notice.writtenOn())).ifPresent(last ->
                findings.add("GW-NOT-021 last day to refuse the e-mail hand-over is " + last
                        + ", not after the day of the notice"));
    }

    /** A value that is missing in the data is as bad as a placeholder that is missing in the text. */
    private void values(String prefix, Map<?, ?> values) {
        values.forEach((key, value) -> {
            boolean empty = value instanceof String text && text.isBlank()
                    || value instanceof Collection<?> list && list.isEmpty();
            if (empty) {
                findings.add("GW-NOT-014 there is nothing to put in the place of {{" + prefix + key + "}}");
            } else if (value instanceof Map<?, ?> inner) {
                values(key + ".", inner);
            }
        });
    }

    private void link() {
        URI link = notice.answerLink();
        boolean here = "http".equals(link.getScheme())
                && Set.of("localhost", "127.0.0.1").contains(String.valueOf(link.getHost()));
        if (link.getHost() == null || !"https".equals(link.getScheme()) && !here) {
            findings.add("GW-NOT-025 the personal link is not an https address");
        }
    }

    private void file(String file, String probe) {
        String seen = VisibleText.of(file, probe);
        if (seen.contains("{{") || seen.contains("}}")) {
            findings.add("GW-NOT-019 " + file + ": braces of a placeholder are left over");
        }
        if (file.equals(SUBJECT)) {
            subject(probe);
        } else {
            musts(file, file.equals("email.html") ? seen + links(probe) : seen);
        }
        wording(file, VisibleText.ownWords(seen));
    }

    private void musts(String file, String seen) {
        List<String> keys = new ArrayList<>(MUST);
        List<String> marks = new ArrayList<>(Wording.MARKS);
        if (notice.emailOptOut().isPresent()) {
            keys.addAll(MUST_WITH_OPT_OUT);
            Wording.OPT_OUT_MARKS.forEach(mark -> marks.add("optOut." + mark));
        }
        if (notice.channel() == Channel.LETTER) {
            keys.add("address");
        }
        keys.stream().filter(key -> !seen.contains(Composed.token(key)))
                .forEach(key -> findings.add("GW-NOT-013 " + file + ": {{" + key + "}} is not shown"));
        marks.stream().filter(mark -> !isSaid(mark, seen))
                .forEach(mark -> findings.add("GW-NOT-013 " + file + ": nothing is said in {{#" + mark + "}}"));
    }

    /** A mark needs a sentence in it, not just its tags. */
    private static boolean isSaid(String mark, String seen) {
        int from = seen.indexOf(Composed.token(mark));
        int to = seen.indexOf(Composed.token("/" + mark));
        return from >= 0 && to > from
                && VisibleText.ownWords(seen.substring(from, to)).chars().filter(Character::isLetter).count() >= 20;
    }

    private static String links(String probe) {
        return probe.contains("href=\"" + Composed.token("link") + "\"") ? Composed.token("link") : "";
    }

    private void subject(String probe) {
        String left = probe;
        for (String key : IN_SUBJECT) {
            left = left.replace(Composed.token(key), "");
        }
        if (left.contains("\u27E6")) {
            findings.add("GW-NOT-020 " + SUBJECT + ": says more than the brand's name");
        }
        String subject = composed.text().get(SUBJECT).strip();
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT || subject.lines().count() > 1) {
            findings.add("GW-NOT-024 " + SUBJECT + ": is not one line of at most " + LONGEST_SUBJECT + " characters");
        }
    }

    private void wording(String file, String words) {
        banned(file, words);
        TemplateLint.capitals(words).ifPresent(found ->
                findings.add("GW-NOT-017 " + file + ": block capitals \"" + found + "\""));
    }

    private void freeTexts() {
        banned("contact", terms.contact());
        banned("how to pay", terms.howToPay());
        banned("what is shared", String.valueOf(composed.values().get("shared")));
    }

    private void banned(String where, String words) {
        BannedWords.shipped(composed.source().language()).in(words).forEach(phrase ->
                findings.add("GW-NOT-016 " + where + ": says \"" + phrase + "\""));
        new BannedWords(terms.banned()).in(words).forEach(phrase ->
                findings.add("GW-NOT-016 " + where + ": says \"" + phrase + "\", which the brand does not"));
    }
}
