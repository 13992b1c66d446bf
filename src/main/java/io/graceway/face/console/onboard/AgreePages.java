package io.graceway.face.console.onboard;

import io.graceway.face.console.Frame;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The last step: a second person sees everything that would change, and agrees or does not. */
@RestController
public final class AgreePages {

    private static final int LONGEST_REMARK = 500;

    private final Wizard wizard;
    private final Frame frame;

    public AgreePages(Wizard wizard) {
        this.wizard = wizard;
        this.frame = wizard.frame();
    }

    @GetMapping(Wizard.ID + "/approval")
    ResponseEntity<String> show(@PathVariable("id") String id, HttpServletRequest request) {
        return page(wizard.find(id), 200, "", request);
    }

    /** Whoever drafted it says that it is ready. */
    @Allowed(Role.ADMINISTRATOR)
    @PostMapping(Wizard.ID + "/ask")
    ResponseEntity<String> ask(@PathVariable("id") String id, HttpServletRequest request) {
        Draft draft = wizard.find(id);
        List<String> problems = wizard.desk().problems(draft);
        if (!problems.isEmpty()) {
            return page(draft, 422, "onboard-not-ready", request);
        }
        if (Wizard.isStale(draft, request) || !wizard.keep(draft.asked(Visitor.of(request).name()), "draft-asked",
                request, "digest", draft.digest())) {
            return page(wizard.find(id), 409, "onboard-changed", request);
        }
        return Wizard.to("/onboarding/" + id + "/approval");
    }

    /** Writes the file. Whoever agrees says what they saw: something else is not agreed to. */
    @Allowed({Role.APPROVER, Role.ADMINISTRATOR})
    @PostMapping(Wizard.ID + "/agree")
    ResponseEntity<String> agree(@PathVariable("id") String id, @RequestParam("digest") String digest,
                                 HttpServletRequest request) {
        Draft draft = wizard.find(id);
        String by = Visitor.of(request).name();
        String fault = draft.isOf(by) ? "onboard-same" : !draft.isAsked() ? "onboard-not-asked"
                : !draft.digest().equals(digest) ? "onboard-changed" : isUnproven(draft) ? "onboard-unproven" : "";
        if (!fault.isEmpty()) {
            return page(draft, 409, fault, request);
        }
        try {
            wizard.desk().write(draft, by);
        } catch (RuntimeException e) {
            return shown(draft, 409, Wizard.coded(e), request);
        }
        wizard.drafts().end(draft);
        return wizard.list(200, "", frame.text(request, "onboard-written"), request);
    }

    /** A new agency gets accounts only after a test exchange of exactly this has worked. */
    private boolean isUnproven(Draft draft) {
        return draft.isNew() && !draft.isProven() && !"0".equals(wizard.desk().values(draft.text()).get("/share"));
    }

    /** Says why not; whoever drafted it changes it and asks again. */
    @Allowed({Role.APPROVER, Role.ADMINISTRATOR})
    @PostMapping(Wizard.ID + "/refuse")
    ResponseEntity<String> refuse(@PathVariable("id") String id,
                                  @RequestParam(name = "remark", defaultValue = "") String remark,
                                  HttpServletRequest request) {
        Draft draft = wizard.find(id);
        if (draft.isOf(Visitor.of(request).name()) || !draft.isAsked()) {
            return page(draft, 409, draft.isAsked() ? "onboard-same" : "onboard-not-asked", request);
        }
        if (remark.isBlank() || remark.length() > LONGEST_REMARK) {
            return page(draft, 422, "onboard-remark-needed", request);
        }
        if (!wizard.keep(draft.refused(remark.strip()), "draft-refused", request, "digest", draft.digest())) {
            return page(wizard.find(id), 409, "onboard-changed", request);
        }
        return Wizard.to("/onboarding/" + id + "/approval");
    }

    /** Nothing of it is kept. */
    @Allowed(Role.ADMINISTRATOR)
    @PostMapping(Wizard.ID + "/drop")
    ResponseEntity<String> drop(@PathVariable("id") String id, HttpServletRequest request) {
        Draft draft = wizard.find(id);
        if (Wizard.isStale(draft, request) || !wizard.drafts().end(draft)) {
            return page(wizard.find(id), 409, "onboard-changed", request);
        }
        wizard.note("draft-dropped", draft, request, "digest", draft.digest());
        return Wizard.to("/onboarding");
    }

    private ResponseEntity<String> page(Draft draft, int status, String fault, HttpServletRequest request) {
        return shown(draft, status, fault.isEmpty() ? "" : frame.text(request, fault), request);
    }

    private ResponseEntity<String> shown(Draft draft, int status, String fault, HttpServletRequest request) {
        boolean own = draft.isOf(Visitor.of(request).name());
        boolean second = Visitor.may(request, Role.APPROVER) || Visitor.may(request, Role.ADMINISTRATOR);
        Map<String, String> file = wizard.desk().values(draft.text());
        Map<String, Object> values = wizard.about(draft, "approval", request);
        values.put("fault", fault);
        values.put("problems", wizard.desk().problems(draft));
        values.put("digest", draft.digest());
        values.put("people", String.join(", ", draft.people()));
        values.put("asked", draft.askedBy());
        values.put("remark", draft.remark());
        values.put("pins", Fields.fingerprints(file));
        values.put("tones", Fields.lines(draft.tones()));
        values.put("tried", draft.trial() == null ? "" : frame.text(request, draft.isProven() ? "onboard-proven"
                : draft.trial().passed() ? "onboard-proven-before" : "onboard-failed"));
        values.put("trial", draft.trial() == null ? List.of() : Fields.lines(draft.trial().steps()));
        values.put("lines", Difference.of(draft.base(), draft.text()));
        values.put("mayAsk", Visitor.may(request, Role.ADMINISTRATOR) && !draft.isAsked());
        values.put("mayDrop", Visitor.may(request, Role.ADMINISTRATOR));
        values.put("mayAgree", second && !own && draft.isAsked());
        values.put("own", second && own && draft.isAsked());
        return frame.show("console/draft-approval", status, request, values);
    }
}
