package io.graceway.face.customer;

import io.graceway.face.web.Attempts;
import io.graceway.face.web.ClientAddress;
import io.graceway.face.web.Page;
import io.graceway.journey.notice.Answer;
import io.graceway.journey.notice.Answers;
import io.graceway.journey.notice.Answers.Opened;
import io.graceway.journey.notice.Answers.Said;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page behind a customer's personal link.
 *
 * <p>There is no sign-in, no session and no cookie: the unguessable secret in the link is the credential, and it has
 * to be sent with every request. A foreign web page does not know it, so there is nothing it could make a browser send
 * in the customer's name, and a token against forged requests would protect nothing.
 */
@RestController
public final class AnswerPage {

    private static final String LINK = "/answer/{token:[A-Za-z0-9_-]+}";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Answers answers;
    private final Attempts attempts;
    private final NeutralPage neutral;
    private final AnswerViews views;

    public AnswerPage(Answers answers, Attempts attempts, NeutralPage neutral, AnswerViews views) {
        this.answers = answers;
        this.attempts = attempts;
        this.neutral = neutral;
        this.views = views;
    }

    @GetMapping("/answer/app.css")
    ResponseEntity<String> styles() {
        return Page.styles();
    }

    /** What the notice is about, and the form; opening it has no effect. */
    @GetMapping(LINK)
    ResponseEntity<String> show(@PathVariable("token") String token, HttpServletRequest request) {
        return open(token, request, opened -> views.form(200, opened, AnswerForm.EMPTY, request));
    }

    /** Takes the answer; the same one again changes nothing. */
    @PostMapping(path = LINK, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> say(@PathVariable("token") String token, @RequestParam(name = "answer", required = false)
            List<String> chosen, @RequestParam(name = "words", defaultValue = "") String words,
            HttpServletRequest request) {
        return open(token, request, opened -> {
            attempts.add(ClientAddress.of(request));
            AnswerForm form = AnswerForm.read(chosen == null ? List.of() : chosen, words, opened);
            return form.isWithoutChoice() || form.isTooLong() ? views.form(422, opened, form, request)
                    : thanks(token, form, request);
        });
    }

    private ResponseEntity<String> thanks(String token, AnswerForm form, HttpServletRequest request) {
        Said worst = Said.KEPT;
        for (Answer one : form.chosen()) {
            Said said = answers.say(token, one, form.wordsFor(one));
            worst = said.compareTo(worst) > 0 ? said : worst;
        }
        Said said = worst;
        // What happens next depends on where the account is now, not on where it was when the page was shown.
        return answers.find(token).filter(now -> said != Said.NO_LINK)
                .map(now -> views.thanks(now, form, said, request)).orElseGet(() -> neutral.lost(request));
    }

    /** Links that never were, are over, or are spelled wrong all look alike. */
    private ResponseEntity<String> open(String token, HttpServletRequest request,
                                        Function<Opened, ResponseEntity<String>> page) {
        String address = ClientAddress.of(request);
        if (attempts.areTooMany(address)) {
            return neutral.later(request);
        }
        Optional<Opened> opened = TOKEN.matcher(token).matches() ? answers.find(token) : Optional.empty();
        if (opened.isEmpty()) {
            attempts.add(address);
        }
        return opened.map(page).orElseGet(() -> neutral.lost(request));
    }
}
