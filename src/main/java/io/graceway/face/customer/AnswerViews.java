package io.graceway.face.customer;

import io.graceway.face.web.Page;
import io.graceway.journey.notice.Answer;
import io.graceway.journey.notice.Answers;
import io.graceway.journey.notice.Answers.Opened;
import io.graceway.journey.notice.Answers.Said;
import io.graceway.journey.notice.NoticeRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** How a notice, its form and the thanks for an answer read; without the customer's name, address or account number. */
public final class AnswerViews {

    private final Brands brands;
    private final Clock clock;
    private final Page form = Page.of("answer/form", String::valueOf);
    private final Page thanks = Page.of("answer/thanks", String::valueOf);

    /** Where the account is, seen from the notice. */
    private enum Situation {
        OPEN, LATE, VOID, PLACED
    }

    public AnswerViews(Brands brands, Clock clock) {
        this.brands = brands;
        this.clock = clock;
    }

    ResponseEntity<String> form(int status, Opened opened, AnswerForm filled, HttpServletRequest request) {
        Map<String, Object> page = new HashMap<>();
        Map<String, String> t = begin(page, opened, request);
        Situation situation = situation(opened);
        boolean refused = status != 200;
        page.put("standing", t.get(situation.name().toLowerCase(Locale.ROOT)));
        page.put("lasting", situation == Situation.OPEN);
        page.put("agencyLabel", situation == Situation.PLACED ? t.get("agencyNow") : t.get("agencyNext"));
        page.put("withAgency", situation != Situation.VOID);
        boolean kept = opened.notice().emailKept();
        page.put("choices", AnswerForm.takes(opened).stream().filter(one -> one != Answer.KEEP_EMAIL || !kept)
                .map(one -> Map.of("id", one.name(), "label", t.get(one.name()), "hint", t.get(one.name() + "_hint"),
                        "checked", filled.chosen().contains(one))).toList());
        page.put("words", filled.words());
        page.put("refused", refused);
        page.put("noChoice", refused && filled.isWithoutChoice());
        page.put("tooLong", refused && filled.isTooLong());
        return form.answer(status, page);
    }

    ResponseEntity<String> thanks(Opened now, AnswerForm said, Said outcome, HttpServletRequest request) {
        Map<String, Object> page = new HashMap<>();
        Map<String, String> t = begin(page, now, request);
        page.put("next", said.chosen().stream().map(one -> t.get(one.name() + "_next")).toList());
        page.put("standing", t.get(standing(situation(now), said.chosen())));
        page.put("notKept", outcome == Said.TOO_MUCH);
        return thanks.answer(200, page);
    }

    private static String standing(Situation situation, Set<Answer> said) {
        boolean emailOnly = said.equals(Set.of(Answer.KEEP_EMAIL));
        return switch (situation) {
            case PLACED -> "placedNext";
            case OPEN -> emailOnly ? "emailOnly" : "stays";
            case LATE, VOID -> emailOnly ? "again" : "stays";
        };
    }

    private Situation situation(Opened opened) {
        return switch (opened.notice().state()) {
            case PLANNED, LEAVING, TAKEN, SERVED -> opened.isLate(clock.instant()) ? Situation.LATE : Situation.OPEN;
            case BOUNCED, WITHDRAWN -> Situation.VOID;
            case USED -> Situation.PLACED;
        };
    }

    /** Puts what every page has into it; gives the texts. */
    private Map<String, String> begin(Map<String, Object> page, Opened opened, HttpServletRequest request) {
        Words words = Words.of(opened.language(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        NoticeRecord notice = opened.notice();
        Brands.Face brand = brands.brand(opened.brand());
        Map<String, String> values = Map.of("brand", brand.displayName(), "agency", brands.agency(notice.agency()),
                "balance", words.money(notice.balance()), "writtenOn", words.day(notice.writtenOn()), "deadline",
                words.day(notice.deadline()), "longest", String.valueOf(Answers.LONGEST));
        Map<String, String> texts = words.with(values);
        page.putAll(values);
        page.putAll(Map.of("t", texts, "lang", words.language(), "legalName", brand.legalName(), "contact",
                brand.contact()));
        return texts;
    }
}
