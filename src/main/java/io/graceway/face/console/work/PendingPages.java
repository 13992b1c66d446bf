package io.graceway.face.console.work;

import io.graceway.face.console.Frame;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.hand.Holds;
import io.graceway.journey.placement.hand.Outcome;
import io.graceway.journey.placement.hand.Waiting;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What leaves at the next cutoff of each agency; an operator holds it back and releases it. */
@RestController
public final class PendingPages {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm VV", Locale.ROOT);

    private final Frame frame;
    private final Waiting waiting;
    private final Holds holds;
    private final List<Agency> agencies;
    private final Clock clock;

    public PendingPages(Frame frame, Waiting waiting, Holds holds, Collection<Agency> agencies, Clock clock) {
        this.frame = frame;
        this.waiting = waiting;
        this.holds = holds;
        this.agencies = agencies.stream().sorted(Comparator.comparing(Agency::id)).toList();
        this.clock = clock;
    }

    /** One kind of document; @param list where its rows stand, empty where there are none to show. */
    record Load(String document, long records, String sums, String list) {
    }

    /** What waits for one agency. @param over whether it leaves with the next round */
    record Pending(String agency, String cutoff, boolean over, List<Load> loads, long single, String held,
                   String deed) {
    }

    @GetMapping("/pending")
    ResponseEntity<String> show(HttpServletRequest request) {
        return frame.show("console/pending", 200, request, Map.of("pending", agencies.stream().map(one ->
                pending(one, request)).toList(), "may", Visitor.may(request, Role.OPERATOR)));
    }

    private Pending pending(Agency agency, HttpServletRequest request) {
        ZonedDateTime cutoff = Waiting.cutoff(agency, clock.instant());
        String asked = "?agency=" + URLEncoder.encode(agency.id(), StandardCharsets.UTF_8);
        List<Load> loads = waiting.loads(agency.id()).stream().map(one -> new Load(one.document(), one.records(),
                one.sums().stream().map(money -> sum(money, request)).collect(Collectors.joining(", ")),
                one.document().equals("tone") ? "" : one.document().equals("placement")
                ? "/list/leaving-placements" + asked
                : "/list/leaving-messages" + asked + "&document=" + one.document())).toList();
        return new Pending(agency.id(), MINUTE.format(cutoff), !cutoff.toInstant().isAfter(clock.instant()), loads,
                waiting.heldOneByOne(agency.id()), holds.held(Holds.Kind.AGENCY, agency.id()).map(one ->
                said(one, request)).orElse(""), address(Holds.Kind.AGENCY, agency.id()));
    }

    private String sum(Money money, HttpServletRequest request) {
        return frame.spell(request, money) + " " + money.currency();
    }

    private String said(Holds.Hold one, HttpServletRequest request) {
        return one.reason() + ", " + one.by() + ", " + frame.spell(request, one.at());
    }

    private static String address(Holds.Kind kind, String subject) {
        return "/hold?kind=" + kind + "&subject=" + URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }

    @Allowed(Role.OPERATOR)
    @GetMapping("/hold")
    ResponseEntity<String> ask(@RequestParam("kind") String kind, @RequestParam("subject") String subject,
                               HttpServletRequest request) {
        return page(kind(kind), subject, 200, "", "", request);
    }

    /** Holds back; held already, it stays as it is. */
    @Allowed(Role.OPERATOR)
    @PostMapping("/hold")
    ResponseEntity<String> hold(@RequestParam("kind") String kind, @RequestParam("subject") String subject,
                                @RequestParam("reason") String reason, HttpServletRequest request) {
        if (!reason.matches(TakeBackPages.REASON)) {
            return page(kind(kind), subject, 422, "take-back-wrong", "", request);
        }
        return told(kind(kind), subject, holds.hold(kind(kind), subject, reason, Visitor.of(request).name()),
                "hold-done", request);
    }

    /** Lets it leave; what nobody holds stays as it is. */
    @Allowed(Role.OPERATOR)
    @PostMapping("/hold/release")
    ResponseEntity<String> release(@RequestParam("kind") String kind, @RequestParam("subject") String subject,
                                   HttpServletRequest request) {
        return told(kind(kind), subject, holds.release(kind(kind), subject, Visitor.of(request).name()),
                "release-done", request);
    }

    private ResponseEntity<String> told(Holds.Kind kind, String subject, Outcome outcome, String done,
                                        HttpServletRequest request) {
        return switch (outcome) {
            case DONE -> page(kind, subject, 200, "", done, request);
            case ALREADY -> page(kind, subject, 200, "", "already", request);
            case NONE -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            default -> page(kind, subject, 409, "hold-too-late", "", request);
        };
    }

    private static Holds.Kind kind(String spelled) {
        return Arrays.stream(Holds.Kind.values()).filter(one -> one.name().equals(spelled)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ResponseEntity<String> page(Holds.Kind kind, String subject, int status, String fault, String said,
                                        HttpServletRequest request) {
        Optional<Holds.Hold> held = holds.held(kind, subject);
        Map<String, Object> values = new HashMap<>();
        values.put("kind", kind.name());
        values.put("kindName", frame.name(request, "hold", kind.name()));
        values.put("subject", subject);
        values.put("held", held.map(one -> said(one, request)).orElse(""));
        values.put("fault", fault.isEmpty() ? "" : frame.text(request, fault));
        values.put("said", said.isEmpty() ? "" : frame.text(request, said));
        return frame.show("console/hold", status, request, values);
    }
}
