package io.graceway.journey.placement.change;

import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Pass;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.eligibility.AccountBook.Stage;
import io.graceway.journey.eligibility.AccountBook.Standing;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import io.graceway.journey.placement.change.ChangeBook.Told;
import io.graceway.journey.placement.change.ChangePage.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Compares what the house knows of a placed customer with what the agency was told, and tells it the difference. */
public final class Changes {

    private static final int NOTE_CHARACTERS = 300;

    private final ChangeBook book;
    private final BiPredicate<String, String> speaks;

    /** @param speaks whether an agency's dialect has words for a document */
    public Changes(ChangeBook book, BiPredicate<String, String> speaks) {
        this.book = book;
        this.speaks = speaks;
    }

    public ChangePage watch(StandingPage page) {
        List<Standing> placed = page.standings().stream().filter(one -> one.stage() == Stage.PLACED).toList();
        Map<String, Told> told = book.told(page.source(), placed.stream().map(Standing::placement)
                .flatMap(Optional::stream).toList());
        List<Change> changes = new ArrayList<>();
        for (Standing standing : placed) {
            standing.placement().map(told::get).flatMap(one ->
                    change(one, standing.verdict().account(), standing.verdict().day())).ifPresent(changes::add);
        }
        return new ChangePage(page.pass().at(), changes);
    }

    /**
     * Tells a placement's agency something that people wrote.
     *
     * @return why not, as a stable code from the error catalogue; empty when it is done
     */
    public Optional<String> note(PlacementNumber placement, String text, Pass pass) {
        Told told = book.told("", List.of(placement.value())).get(placement.value());
        if (told == null) {
            return Optional.of("GW-REM-081");
        }
        if (!speaks.test(told.held().placement().agency(), "note")) {
            return Optional.of("GW-REM-106");
        }
        LocalDate day = pass.asOf().day(told.held().zone());
        List<DocumentLine> lines = pieces(text).stream().map(one -> line(told, "note", day + " " + one, day, "text",
                one)).toList();
        book.record(new ChangePage(pass.at(), List.of(new Change(told.held(), told.before(), lines, List.of(),
                List.of()))));
        return Optional.empty();
    }

    /** The narrowest layout has so many characters for a note; longer ones are told in several. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            String last = pieces.isEmpty() ? "" : pieces.get(pieces.size() - 1);
            if (!last.isEmpty() && last.length() + 1 + word.length() <= NOTE_CHARACTERS) {
                pieces.set(pieces.size() - 1, last + " " + word);
            } else {
                for (int from = 0; from < word.length(); from += NOTE_CHARACTERS) {
                    pieces.add(word.substring(from, Math.min(word.length(), from + NOTE_CHARACTERS)));
                }
            }
        }
        return pieces;
    }

    private Optional<Change> change(Told told, DelinquentAccount account, LocalDate day) {
        Facts before = told.before();
        Facts now = Facts.of(account, told.emailKept());
        boolean answers = !told.requests().isEmpty() && !account.documents().isEmpty();
        if (told.facts().filter(now::equals).isPresent() && !answers) {
            return Optional.empty();
        }
        List<DocumentLine> lines = new ArrayList<>();
        for (String part : List.of(Facts.ADDRESS, Facts.PHONE, Facts.EMAIL)) {
            if (now.differs(part, before)) {
                lines.add(contact(told, part, account.debtor(), day, now));
            }
        }
        for (HouseCase one : account.cases()) {
            boolean own = told.ownCases().contains(one.id()) && now.isOpen(Facts.subject(one));
            boolean news = one.closed().isEmpty() || before.isOpen(Facts.subject(one))
                    || told.ownCases().contains(one.id());
            if (news && !own && now.differs(Facts.subject(one), before)) {
                lines.add(opened(told, one, now));
            }
        }
        if (answers) {
            told.requests().forEach(request -> account.documents().forEach(paper ->
                    lines.add(answer(told, request, paper, day))));
        }
        String agency = told.held().placement().agency();
        return Optional.of(new Change(told.held(), now, lines.stream()
                .filter(one -> speaks.test(agency, one.record())).toList(), lines.stream().map(DocumentLine::record)
                .filter(one -> !speaks.test(agency, one)).distinct().toList(), answers ? told.requests() : List.of()));
    }

    /** A field that is empty is not to be used any more. */
    private static DocumentLine contact(Told told, String part, Debtor debtor, LocalDate day, Facts now) {
        Debtor.Address at = debtor.address();
        boolean address = part.equals(Facts.ADDRESS);
        return line(told, "contact-update", now.digests().get(part), day, "part", part,
                "street", address ? at.street() : null, "city", address ? at.city() : null,
                "postal-code", address ? at.postalCode() : null,
                "region", address ? at.place().region() : null, "country", address ? at.place().country() : null,
                "phone", part.equals(Facts.PHONE) ? debtor.phone() : null,
                "email", part.equals(Facts.EMAIL) ? debtor.email() : null);
    }

    private static DocumentLine opened(Told told, HouseCase one, Facts now) {
        String subject = Facts.subject(one);
        String what = subject + now.digests().get(subject);
        Object[] closed = {"resolved-on", one.closed().orElse(null)};
        return switch (one.type()) {
            case DISPUTE -> line(told, "dispute", what, one.opened(), "code", "OTHER", closed[0], closed[1]);
            case COMPLAINT -> line(told, "complaint", what, one.opened(), "code", "OTHER", "against", "OTHER",
                    closed[0], closed[1]);
            case BANKRUPTCY -> line(told, "bankruptcy", what, one.opened(), closed);
            case DECEASED -> line(told, "deceased", what, one.opened());
            case ARRANGEMENT -> one.plan().map(plan -> line(told, "arrangement", what, one.opened(), "arrangement",
                    Ids.of("H", told.held().number(), one.id()), "code", "AGREED", "kind",
                    plan.payments() == 1 ? "PROMISE" : "INSTALMENTS",
                    "first-on", plan.firstOn().orElse(null), "last-on", plan.lastOn(),
                    "payments", plan.payments() == 0 ? null : plan.payments(),
                    "frequency", plan.frequency().isEmpty() ? null : plan.frequency(), "amount",
                    plan.amount().amount(), "currency", plan.amount().currency(), closed[0], closed[1]))
                    .orElseGet(() -> hold(told, one, what));
            default -> hold(told, one, what);
        };
    }

    private static DocumentLine hold(Told told, HouseCase one, String what) {
        return line(told, "hold", what, one.opened(), "code", one.type().name(), "resolved-on",
                one.closed().orElse(null));
    }

    private static DocumentLine answer(Told told, String request, String paper, LocalDate day) {
        return line(told, "information-answer", request + " " + paper, day, "request", request, "code", "ANSWERED",
                "reference", paper);
    }

    /** @param what is told, so that the same news has the same number */
    private static DocumentLine line(Told told, String document, String what, LocalDate on, Object... more) {
        Object[] all = new Object[8 + more.length];
        System.arraycopy(new Object[] {"message-id", Ids.of("T", told.held().number(), document, what), "placement",
            told.held().number(), "account", told.held().placement().account().number().value(), "on", on}, 0, all, 0,
                8);
        System.arraycopy(more, 0, all, 8, more.length);
        return DocumentLine.of(document, all);
    }
}
