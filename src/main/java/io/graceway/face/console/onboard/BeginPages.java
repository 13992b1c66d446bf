package io.graceway.face.console.onboard;

import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where agencies are on their way into the house, and where one is begun. */
@RestController
public final class BeginPages {

    private final Wizard wizard;
    private final Clock clock;

    public BeginPages(Wizard wizard, Clock clock) {
        this.wizard = wizard;
        this.clock = clock;
    }

    @GetMapping("/onboarding")
    ResponseEntity<String> all(HttpServletRequest request) {
        return wizard.list(200, "", "", request);
    }

    /** Begins what {@code graceway agency new} begins. */
    @Allowed(Role.ADMINISTRATOR)
    @PostMapping("/onboarding/begin")
    ResponseEntity<String> begin(@RequestParam("id") String id, @RequestParam("dialect") String dialect,
                                 @RequestParam("mailbox") String mailbox, HttpServletRequest request) {
        if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
            return wizard.list(422, wizard.frame().text(request, "onboard-bad-id"), "", request);
        }
        return begun(id, () -> "", () -> wizard.desk().begin(id, dialect, mailbox), request);
    }

    /** Begins a change of an agency that has a file. */
    @Allowed(Role.ADMINISTRATOR)
    @PostMapping("/onboarding/change")
    ResponseEntity<String> change(@RequestParam("id") String id, HttpServletRequest request) {
        if (!wizard.desk().agencies().contains(id)) {
            return wizard.list(404, wizard.frame().text(request, "onboard-no-agency"), "", request);
        }
        return begun(id, () -> wizard.desk().file(id), () -> wizard.desk().file(id), request);
    }

    /** Somebody who begins what is begun goes on with it. */
    private ResponseEntity<String> begun(String id, Supplier<String> base, Supplier<String> text,
                                         HttpServletRequest request) {
        try {
            String by = Visitor.of(request).name();
            Draft draft = new Draft(id, 0, base.get(), text.get(), "", "", List.of(by), clock.instant(), "", "", null);
            if (wizard.drafts().begin(draft)) {
                wizard.note("draft-begun", draft, request, "change", String.valueOf(!draft.isNew()));
            }
            return Wizard.to("/onboarding/" + id + "/identity");
        } catch (RuntimeException e) {
            return wizard.list(409, Wizard.coded(e), "", request);
        }
    }
}
