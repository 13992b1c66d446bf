package io.graceway.face.console.work;

import io.graceway.face.console.Frame;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Deeds;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.recall.RecallPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a placement back from its agency, with the agency's right to object. */
@RestController
public final class TakeBackPages {

    private static final String PLACEMENT = "[0-9A-Z-]{1,32}";
    static final String REASON = "[A-Z][A-Z0-9_]{0,39}";

    /** Where a recall begins. */
    public interface Recaller {

        RecallPage begin(PlacementNumber placement, String reason);
    }

    private final Frame frame;
    private final Recaller recaller;
    private final Deeds deeds;

    public TakeBackPages(Frame frame, Recaller recaller, Deeds deeds) {
        this.frame = frame;
        this.recaller = recaller;
        this.deeds = deeds;
    }

    @Allowed(Role.OPERATOR)
    @GetMapping("/take-back")
    ResponseEntity<String> ask(@RequestParam("placement") String placement, HttpServletRequest request) {
        return page(200, placement, "", "", request);
    }

    /** Begins the recall; while one runs it changes nothing. */
    @Allowed(Role.OPERATOR)
    @PostMapping("/take-back")
    ResponseEntity<String> begin(@RequestParam("placement") String placement, @RequestParam("reason") String reason,
                                 HttpServletRequest request) {
        if (!placement.matches(PLACEMENT) || !reason.matches(REASON)) {
            return page(422, placement, frame.text(request, "take-back-wrong"), "", request);
        }
        RecallPage begun = recaller.begin(new PlacementNumber(placement), reason);
        if (!begun.refused().isEmpty()) {
            return page(409, placement, begun.refused().get(0).code() + ": " + begun.refused().get(0).why(), "",
                    request);
        }
        if (!begun.isEmpty()) {
            deeds.done("took-back", Visitor.of(request).name(), placement, "reason", reason);
        }
        return page(200, placement, "", said(begun, request), request);
    }

    private String said(RecallPage begun, HttpServletRequest request) {
        return begun.isEmpty() ? frame.text(request, "take-back-runs") : begun.pending().stream().map(one ->
                frame.text(request, "take-back-pending") + " " + one.recall().finalOn()).findFirst()
                .orElse(frame.text(request, "take-back-done"));
    }

    private ResponseEntity<String> page(int status, String placement, String fault, String said,
                                        HttpServletRequest request) {
        return frame.show("console/take-back", status, request, Map.of("placement", placement, "fault", fault, "said",
                said));
    }
}
