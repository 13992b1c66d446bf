package io.graceway.face.console.onboard;

import io.graceway.face.command.Failures;
import io.graceway.face.console.Frame;
import io.graceway.face.console.sign.Deeds;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** What the pages about drafts have in common. */
public final class Wizard {

    static final String ID = "/onboarding/{id:[A-Za-z0-9_-]{1,40}}";

    private final Frame frame;
    private final Drafts drafts;
    private final Onboarding desk;
    private final Deeds deeds;

    public Wizard(Frame frame, Drafts drafts, Onboarding desk, Deeds deeds) {
        this.frame = frame;
        this.drafts = drafts;
        this.desk = desk;
        this.deeds = deeds;
    }

    /** A step of the way. */
    record Step(String name, String to, boolean here) {
    }

    /** A draft on the list. */
    record Begun(Draft draft, String by, String what, String state) {
    }

    Frame frame() {
        return frame;
    }

    Drafts drafts() {
        return drafts;
    }

    Onboarding desk() {
        return desk;
    }

    Draft find(String id) {
        return drafts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whether somebody changed it since the page was shown that this form stood on. */
    static boolean isStale(Draft draft, HttpServletRequest request) {
        return !String.valueOf(draft.version()).equals(request.getParameter("version"));
    }

    /** Keeps it and writes down who did what to which step; false where somebody else was faster. */
    boolean keep(Draft draft, String what, HttpServletRequest request, String... facts) {
        boolean kept = drafts.change(draft);
        if (kept) {
            deeds.done(what, Visitor.of(request).name(), draft.agency(), facts);
        }
        return kept;
    }

    void note(String what, Draft draft, HttpServletRequest request, String... facts) {
        deeds.done(what, Visitor.of(request).name(), draft.agency(), facts);
    }

    static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", path).build();
    }

    /** A failure in our words; any other goes on. */
    static String coded(RuntimeException e) {
        String why = Failures.coded(e);
        if (!why.isEmpty()) {
            return why;
        }
        if (String.valueOf(e.getMessage()).startsWith("GW-")) {
            return e.getMessage();
        }
        throw e;
    }

    /** What every page about one draft has. */
    Map<String, Object> about(Draft draft, String step, HttpServletRequest request) {
        Map<String, Object> values = new HashMap<>();
        values.put("agency", draft.agency());
        values.put("version", draft.version());
        values.put("begun", frame.text(request, draft.isNew() ? "onboard-is-new" : "onboard-is-change"));
        values.put("by", draft.people().get(0));
        values.put("at", frame.spell(request, draft.begunAt()));
        values.put("step", step);
        values.put("stepName", frame.text(request, "onboard-step-" + step));
        values.put("lead", frame.text(request, "onboard-lead-" + step));
        boolean writes = Visitor.may(request, Role.ADMINISTRATOR);
        values.put("steps", Fields.STEPS.stream().filter(one -> writes || one.equals("approval")).map(one ->
                new Step(frame.text(request, "onboard-step-" + one), "/onboarding/" + draft.agency() + "/" + one,
                one.equals(step))).toList());
        return values;
    }

    /** Everything that is under way, and where to begin. */
    ResponseEntity<String> list(int status, String fault, String said, HttpServletRequest request) {
        Map<String, Object> values = new HashMap<>();
        List<Draft> all = drafts.all();
        boolean writes = Visitor.may(request, Role.ADMINISTRATOR);
        values.put("drafts", all.stream().map(one -> new Begun(one, one.people().get(0), frame.text(request,
                one.isNew() ? "onboard-is-new" : "onboard-is-change"), frame.text(request, one.isAsked()
                ? "onboard-asked" : one.remark().isEmpty() ? "onboard-open" : "onboard-refused"))).toList());
        values.put("next", writes ? "identity" : "approval");
        values.put("writes", writes);
        values.put("dialects", choices(desk.dialects(), StepView.sent(request, "dialect"), "flat-csv"));
        values.put("kinds", choices(desk.kinds(), StepView.sent(request, "mailbox"), "sftp"));
        values.put("agencies", desk.agencies().stream().filter(id -> all.stream().noneMatch(one -> one.agency()
                .equals(id))).toList());
        values.put("fault", fault);
        values.put("said", said);
        values.put("id", request.getParameter("id") == null ? "" : request.getParameter("id"));
        return frame.show("console/onboarding", status, request, values);
    }

    /** What somebody chose before, else what the command line takes unasked. */
    private static List<Form.Choice> choices(List<String> all, String sent, String usual) {
        return all.stream().map(one -> new Form.Choice(one, one, one, one.equals(all.contains(sent) ? sent : usual)))
                .toList();
    }
}
