package io.graceway.face.console.work;

import io.graceway.face.console.ConsoleView;
import io.graceway.face.console.Frame;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import io.graceway.journey.placement.hand.FourEyes;
import io.graceway.journey.placement.hand.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What somebody asked for and somebody else has to agree to. */
@RestController
public final class ApprovalPages {

    private static final int MOST = 50;

    private final Frame frame;
    private final FourEyes approvals;

    public ApprovalPages(Frame frame, FourEyes approvals) {
        this.frame = frame;
        this.approvals = approvals;
    }

    /** A request as this person sees it. */
    record Shown(FourEyes.Request request, String what, String state, String link, boolean may, boolean own) {
    }

    @GetMapping("/approvals")
    ResponseEntity<String> show(HttpServletRequest request) {
        return page(200, "", "", request);
    }

    /** Agrees or refuses; decided again it changes nothing. */
    @Allowed(Role.APPROVER)
    @PostMapping("/approvals/decide")
    ResponseEntity<String> decide(@RequestParam("id") String id, @RequestParam("decision") String decision,
                                  HttpServletRequest request) {
        if (!List.of("agree", "refuse").contains(decision)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Outcome outcome = approvals.decide(id, decision.equals("agree"), Visitor.of(request).name());
        return switch (outcome) {
            case DONE -> page(200, "", "approval-" + decision + "d", request);
            case ALREADY -> page(409, "approval-decided", "", request);
            case SAME_PERSON -> page(409, "approval-same", "", request);
            case NOT_NOW -> page(409, "approval-overtaken", "", request);
            case NONE -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private ResponseEntity<String> page(int status, String fault, String said, HttpServletRequest request) {
        boolean approver = Visitor.may(request, Role.APPROVER);
        String name = Visitor.of(request).name();
        Map<String, Object> values = new HashMap<>();
        values.put("requests", approvals.latest(MOST).stream().map(one -> {
            boolean own = one.askedBy().equalsIgnoreCase(name);
            return new Shown(one, frame.name(request, "approval", one.what().name()), frame.name(request, "approval",
                    one.state().name()), one.what().isAboutAgency()
                    ? "/agencies/" + one.subject() + "/life" : ConsoleView.delivery(one.subject()),
                    one.isOpen() && approver && !own,
                    one.isOpen() && own);
        }).toList());
        values.put("fault", fault.isEmpty() ? "" : frame.text(request, fault));
        values.put("said", said.isEmpty() ? "" : frame.text(request, said));
        return frame.show("console/approvals", status, request, values);
    }
}
