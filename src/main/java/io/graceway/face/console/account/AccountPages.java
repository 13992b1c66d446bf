package io.graceway.face.console.account;

import io.graceway.face.command.Explanation;
import io.graceway.face.console.ConsoleView.Step;
import io.graceway.face.console.Frame;
import io.graceway.face.console.account.AccountView.About;
import io.graceway.face.console.account.AccountView.Known;
import io.graceway.face.console.list.Cell;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Role;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.eligibility.Finding;
import io.graceway.journey.notice.NoticeRecord;
import io.graceway.journey.placement.Placement;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Everything about one account, as {@code graceway explain} tells it and with every row of the store. */
@RestController
public final class AccountPages {

    /** How notices, placements and recalls stand, as an explanation spells it. */
    static final Set<String> STANDS = Stream.of(List.of(NoticeRecord.State.values()), List.of(Placement.State.values()),
            List.of(Channel.LETTER, Channel.EMAIL), List.of("pending", "extended", "final", "ended"))
            .flatMap(List::stream).map(one -> one.toString().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());

    private static final Pattern KEY = Pattern.compile("([^/\u0000]{1,32})/([^\u0000]{1,200})/([A-Z]{3})");

    private final AccountView view;
    private final Explanation.Explainer explainer;
    private final Frame frame;
    private final Clock clock;

    public AccountPages(AccountView view, Explanation.Explainer explainer, Frame frame, Clock clock) {
        this.view = view;
        this.explainer = explainer;
        this.frame = frame;
        this.clock = clock;
    }

    /** A placement: its terms, and how the parcel with it was delivered. */
    record Placed(String number, List<Cell> terms, List<Step> steps) {
    }

    /** A date to come. */
    record Date(String at, String what, String about) {
    }

    /** What a rule said, and where it is written. */
    record Ruled(Finding finding, String result, String asks, String found, String until, String citation) {
    }

    @GetMapping("/account")
    ResponseEntity<String> account(@RequestParam("key") String spelled, HttpServletRequest request) {
        AccountKey key = key(spelled).orElseThrow(AccountPages::unknown);
        Known known = view.known(key).orElseThrow(AccountPages::unknown);
        Explanation why = explainer.explain(key.number().value(), AsOf.moment(clock.instant())).stream()
                .filter(one -> one.account().equals(key)).findFirst().orElseThrow(AccountPages::unknown);
        Timeline timeline = new Timeline(frame, request);
        Map<String, Object> values = new HashMap<>();
        values.put("key", key.toString());
        values.put("day", why.day());
        values.put("facts", timeline.cells(known.account(), known.account().rows().get(0)));
        values.put("next", why.next().stream().map(one -> one.in(frame.name(request, "next", one.moves().name()), about
                -> STANDS.contains(about) ? frame.name(request, "stands", about) : about)).toList());
        values.put("scheduled", why.scheduled().stream().map(one -> date(one, request)).toList());
        values.put("findings", why.findings().stream().map(one -> ruled(one, why, request)).toList());
        values.put("placements", known.placements().rows().stream().map(row -> placed(known, row, timeline)).toList());
        values.put("events", timeline.of(known.happened()));
        values.put("log", why.history().stream().map(one -> Decision.of(one, why.citations())).toList());
        return frame.show("console/account", 200, request, values);
    }

    private static Optional<AccountKey> key(String spelled) {
        Matcher parts = KEY.matcher(spelled);
        try {
            return parts.matches() ? Optional.of(new AccountKey(parts.group(1), new AccountNumber(parts.group(2)),
                    parts.group(3))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Date date(Explanation.Scheduled one, HttpServletRequest request) {
        return new Date(one.at().toLocalDate() + " " + one.at().toLocalTime() + " " + one.zone(), frame.name(request,
                "scheduled", one.what().name()), one.about());
    }

    private Ruled ruled(Finding one, Explanation why, HttpServletRequest request) {
        String citation = why.citations().getOrDefault(one.rule(), frame.text(request, "account-own-rule"));
        Ruling ruling = new Ruling(frame, request, why.account().currency());
        return new Ruled(one, frame.name(request, "result", one.result().name()), ruling.asks(one),
                ruling.found(one), one.until() == null ? "" : one.until().toString(), citation);
    }

    private static Placed placed(Known known, List<Object> row, Timeline timeline) {
        About table = known.placements();
        return new Placed(Timeline.text(table, row, "placement"), timeline.cells(table, row),
                known.ladders().getOrDefault(Timeline.text(table, row, "delivery"), List.of()));
    }

    /** What a message says may be a customer's own words: it is for those who work with it. */
    @Allowed(Role.OPERATOR)
    @GetMapping("/message")
    ResponseEntity<String> message(@RequestParam("table") String table, @RequestParam("agency") String agency,
                                   @RequestParam(name = "kind", defaultValue = "") String kind,
                                   @RequestParam("number") String number, HttpServletRequest request) {
        AccountView.Message message = view.message(table, agency, kind, number).orElseThrow(AccountPages::unknown);
        return frame.show("console/message", 200, request, Map.of("agency", agency, "number", number, "message",
                message, "what", frame.name(request, "event", table)));
    }
}
