package io.graceway.face.console.room;

import io.graceway.face.console.Frame;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import io.graceway.journey.placement.hand.AgencyLife;
import io.graceway.journey.placement.hand.AgencyLife.Left;
import io.graceway.journey.placement.hand.AgencyLife.Said;
import io.graceway.journey.placement.hand.AgencyLife.State;
import io.graceway.journey.placement.hand.FourEyes;
import io.graceway.journey.placement.hand.FourEyes.What;
import io.graceway.journey.placement.hand.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Suspends an agency, and asks a second person to let it resume or to have it leave. */
@RestController
public final class LifePages {

    private static final String PATH = "/agencies/{id:[A-Za-z0-9_-]+}/life";
    private static final String REASON = "[A-Z][A-Z0-9_]{0,39}";
    private static final String SUSPEND = "suspend";
    private static final Map<String, What> ASKED = Map.of("resume", What.AGENCY_RESUMES, "leave", What.AGENCY_LEAVES);

    private final Frame frame;
    private final AgencyLife life;
    private final FourEyes approvals;
    private final Set<String> agencies;

    /** @param agencies ids of those that there are */
    public LifePages(Frame frame, AgencyLife life, FourEyes approvals, Set<String> agencies) {
        this.frame = frame;
        this.life = life;
        this.approvals = approvals;
        this.agencies = Set.copyOf(agencies);
    }

    /** Something beside its name. */
    record Fact(String name, String value) {
    }

    /** A form. */
    record Deed(String to, String text, String hint) {
    }

    @GetMapping(PATH)
    ResponseEntity<String> show(@PathVariable("id") String id, HttpServletRequest request) {
        return page(id, 200, "", "", request);
    }

    /** Done or asked for again, it changes nothing. */
    @Allowed(Role.OPERATOR)
    @PostMapping(PATH)
    ResponseEntity<String> say(@PathVariable("id") String id, @RequestParam("as") String as,
                               @RequestParam("reason") String reason, HttpServletRequest request) {
        if (!as.equals(SUSPEND) && !ASKED.containsKey(as)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (!reason.matches(REASON)) {
            return page(id, 422, "take-back-wrong", "", request);
        }
        String by = Visitor.of(request).name();
        Outcome outcome = as.equals(SUSPEND) ? life.suspend(id, reason, by)
                : approvals.ask(ASKED.get(as), id, reason, by);
        return switch (outcome) {
            case DONE -> page(id, 200, "", as.equals(SUSPEND) ? "life-suspended" : "life-asked", request);
            case ALREADY -> page(id, 200, "", "already", request);
            default -> page(id, 409, "life-not-now", "", request);
        };
    }

    private ResponseEntity<String> page(String id, int status, String fault, String said, HttpServletRequest request) {
        if (!agencies.contains(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Said now = life.of(id);
        boolean asked = approvals.about(id).stream().anyMatch(FourEyes.Request::isOpen);
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("facts", facts(now, request));
        Left left = life.left(id);
        values.put("left", left(left, request));
        values.put("over", now.state() == State.LEAVING && left.isNothing());
        values.put("asked", asked);
        values.put("deeds", asked || !Visitor.may(request, Role.OPERATOR) ? List.of() : deeds(now.state())
                .stream().map(one -> new Deed(one, frame.text(request, "life-" + one), frame.text(request, "life-" + one
                + "-hint"))).toList());
        values.put("fault", fault.isEmpty() ? "" : frame.text(request, fault));
        values.put("said", said.isEmpty() ? "" : frame.text(request, said));
        return frame.show("console/agency-life", status, request, values);
    }

    private static List<String> deeds(State state) {
        return switch (state) {
            case ACTIVE -> List.of(SUSPEND, "leave");
            case SUSPENDED -> List.of("resume", "leave");
            case LEAVING -> List.of("resume");
        };
    }

    private List<Fact> facts(Said now, HttpServletRequest request) {
        List<Fact> facts = new ArrayList<>(List.of(new Fact(frame.text(request, "agency-standing"), frame.name(request,
                "life", now.state().name()))));
        if (!now.reason().isEmpty()) {
            facts.add(new Fact(frame.text(request, "column.reason"), now.reason()));
            facts.add(new Fact(frame.text(request, "life-by"), now.by()));
            facts.add(new Fact(frame.text(request, "column.at"), now.at().toString()));
        }
        return facts;
    }

    private List<Fact> left(Left left, HttpServletRequest request) {
        return List.of(left("waiting", left.waiting(), request), left("open", left.open(), request),
                left("recalled", left.recalled(), request), left("messages", left.messages(), request),
                left("underway", left.underway(), request), left("unpaid", left.unpaid(), request));
    }

    private Fact left(String what, long count, HttpServletRequest request) {
        return new Fact(frame.text(request, "life-" + what), frame.spell(request, count));
    }
}
