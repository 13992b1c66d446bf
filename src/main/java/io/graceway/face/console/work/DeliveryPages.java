package io.graceway.face.console.work;

import io.graceway.face.console.ConsoleView;
import io.graceway.face.console.ConsoleView.Entry;
import io.graceway.face.console.ConsoleView.Fact;
import io.graceway.face.console.ConsoleView.Ladder;
import io.graceway.face.console.ConsoleView.Step;
import io.graceway.face.console.Frame;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import io.graceway.journey.placement.Rung;
import io.graceway.journey.placement.hand.FourEyes;
import io.graceway.journey.placement.hand.DeliveryDesk;
import io.graceway.journey.placement.hand.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One delivery: its ladder with the evidence of every rung, every attempt, and what people may do about it. */
@RestController
public final class DeliveryPages {

    private static final Set<String> ATTEMPTS = Set.of("delivery.underway", "delivery.delivered", "delivery.unknown",
            "delivery.stopped");
    private static final Set<String> IN_DOUBT = Set.of("UNKNOWN", "STOPPED");

    private final Frame frame;
    private final ConsoleView view;
    private final DeliveryDesk desk;
    private final FourEyes approvals;

    public DeliveryPages(Frame frame, ConsoleView view, DeliveryDesk desk, FourEyes approvals) {
        this.frame = frame;
        this.view = view;
        this.desk = desk;
        this.approvals = approvals;
    }

    /** A rung of the ladder, climbed as often as there are steps. */
    record Climbed(String rung, List<Step> steps) {
    }

    /** One attempt as the routing log has it. */
    record Attempt(String number, Instant at, String end, String trouble) {

        static Attempt of(Entry entry) {
            return new Attempt(fact(entry, "attempt"), entry.at(), entry.what().substring("delivery.".length()),
                    fact(entry, "trouble"));
        }

        private static String fact(Entry entry, String name) {
            return entry.facts().stream().filter(one -> one.name().equals(name)).map(Fact::value).findFirst()
                    .orElse("");
        }
    }

    @GetMapping("/delivery")
    ResponseEntity<String> show(@RequestParam("id") String id, HttpServletRequest request) {
        return page(id, 200, "", "", request);
    }

    /** Tries it at once; while an attempt is due it changes nothing. */
    @Allowed(Role.OPERATOR)
    @PostMapping("/delivery/again")
    ResponseEntity<String> again(@RequestParam("id") String id, HttpServletRequest request) {
        return told(id, desk.tryAgain(id, Visitor.of(request).name()), "delivery-again-done", request);
    }

    /** Sends the same files again; sent twice it happens once. */
    @Allowed(Role.OPERATOR)
    @PostMapping("/delivery/resend")
    ResponseEntity<String> resend(@RequestParam("id") String id, @RequestParam("earlier") String earlier,
                                  @RequestParam("reason") String reason, HttpServletRequest request) {
        if (!reason.matches(TakeBackPages.REASON) || !earlier.matches("[0-9]{1,6}")) {
            return page(id, 422, "take-back-wrong", "", request);
        }
        return told(id, desk.resend(id, Integer.parseInt(earlier), reason, Visitor.of(request).name()),
                "delivery-resend-done", request);
    }

    /** Asks somebody else to agree that the agency has it. */
    @Allowed(Role.OPERATOR)
    @PostMapping("/delivery/other-means")
    ResponseEntity<String> otherMeans(@RequestParam("id") String id, @RequestParam("evidence") String evidence,
                                      HttpServletRequest request) {
        String said = evidence.strip();
        if (said.isEmpty() || said.length() > WorkPages.LONGEST) {
            return page(id, 422, "work-evidence-wrong", "", request);
        }
        return told(id, approvals.ask(FourEyes.What.DELIVERED_BY_OTHER_MEANS, id, said, Visitor.of(request).name()),
                "delivery-other-done", request);
    }

    private ResponseEntity<String> told(String id, Outcome outcome, String done, HttpServletRequest request) {
        return switch (outcome) {
            case DONE -> page(id, 200, "", done, request);
            case ALREADY -> page(id, 200, "", "already", request);
            default -> page(id, 409, "delivery-not-now", "", request);
        };
    }

    private ResponseEntity<String> page(String id, int status, String fault, String said, HttpServletRequest request) {
        Ladder ladder = view.ladder(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<FourEyes.Request> asked = approvals.about(id);
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("ladder", ladder);
        values.put("rungs", Arrays.stream(Rung.values()).map(rung -> new Climbed(rung.name(), ladder.steps().stream()
                .filter(step -> step.rung().equals(rung.name())).toList())).toList());
        values.put("attempts", ladder.found().entries().stream().filter(one -> ATTEMPTS.contains(one.what()))
                .map(Attempt::of).toList());
        values.put("asked", asked);
        values.put("fault", fault.isEmpty() ? "" : frame.text(request, fault));
        values.put("said", said.isEmpty() ? "" : frame.text(request, said));
        values.putAll(deeds(ladder, asked, request));
        return frame.show("console/delivery", status, request, values);
    }

    /** What this person may do about it now. */
    private static Map<String, Object> deeds(Ladder ladder, List<FourEyes.Request> asked,
                                             HttpServletRequest request) {
        boolean may = Visitor.may(request, Role.OPERATOR) && asked.stream().noneMatch(FourEyes.Request::isOpen);
        boolean delivered = ladder.state().equals("DELIVERED");
        boolean answered = Rung.valueOf(ladder.rung()).compareTo(Rung.ACKNOWLEDGED) >= 0;
        return Map.of("mayTry", may && !delivered,
                "maySend", may && !answered && ladder.parent().isEmpty() && (delivered
                        || ladder.state().equals("UNKNOWN")),
                "mayAsk", may && IN_DOUBT.contains(ladder.state()), "earlier", ladder.children().size());
    }
}
