package io.graceway.face.console.onboard;

import io.graceway.face.console.Frame;
import io.graceway.face.console.onboard.Onboarding.Change;
import io.graceway.face.console.onboard.Onboarding.Edited;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps that fill in an agency's file, each a page of its own, in any order. */
@RestController
public final class StepPages {

    private final Wizard wizard;
    private final Frame frame;
    private final StepView view;

    public StepPages(Wizard wizard) {
        this.wizard = wizard;
        this.frame = wizard.frame();
        this.view = new StepView(wizard);
    }

    @Allowed(Role.ADMINISTRATOR)
    @GetMapping(Wizard.ID + "/{step:identity|vetting|tone|mailbox|keys|format|exchange}")
    ResponseEntity<String> show(@PathVariable("id") String id, @PathVariable("step") String step,
                                HttpServletRequest request) {
        return view.of(wizard.find(id), step, request).show(200);
    }

    /** Keeps what was filled in; a place that cannot be so is told, and then nothing of the page is kept. */
    @Allowed(Role.ADMINISTRATOR)
    @PostMapping(Wizard.ID + "/{step:identity|vetting|mailbox|keys|format}")
    ResponseEntity<String> save(@PathVariable("id") String id, @PathVariable("step") String step,
                                HttpServletRequest request) {
        Draft draft = wizard.find(id);
        StepView.Shown page = view.of(draft, step, request);
        List<Change> changes = new ArrayList<>(page.form().changes());
        if (changes.stream().anyMatch(one -> one.pointer().equals("/dialect"))) {
            // What the other dialect asked for says nothing in this one.
            changes.removeIf(one -> one.pointer().startsWith("/settings/"));
            changes.add(new Change("/settings", null));
        }
        Edited edited = wizard.desk().edit(draft, changes);
        edited.faults().forEach(page.form().faults()::putIfAbsent);
        return page.form().faults().isEmpty() ? kept(draft, draft.with(edited.text(), draft.keys(), draft.tones(),
                Visitor.of(request).name()), step, request) : page.show(422);
    }

    private ResponseEntity<String> kept(Draft draft, Draft after, String step, HttpServletRequest request) {
        boolean same = after.digest().equals(draft.digest());
        if (Wizard.isStale(draft, request) || !same && !wizard.keep(after, "draft-saved", request, "step", step)) {
            return view.of(wizard.find(draft.agency()), step, request).fault(frame.text(request, "onboard-changed"))
                    .show(409);
        }
        boolean stays = step.equals("format") && !wizard.desk().settings(after).isEmpty();
        return Wizard.to("/onboarding/" + draft.agency() + "/" + (stays ? step
                : Fields.STEPS.get(Fields.STEPS.indexOf(step) + 1)));
    }

    /** The agency agreed in writing to exactly these texts. */
    @Allowed(Role.ADMINISTRATOR)
    @PostMapping(Wizard.ID + "/tone")
    ResponseEntity<String> tone(@PathVariable("id") String id, HttpServletRequest request) {
        Draft draft = wizard.find(id);
        String[] said = request.getParameterValues("tone");
        List<String> accepted = wizard.desk().tones().stream().map(one -> one + " " + one.sha256())
                .filter(one -> said != null && List.of(said).contains(one)).sorted().toList();
        String text = draft.text();
        if (Fields.kind(wizard.desk().values(text)).equals("calls")) {
            // Its interface has no place for saying so: the file has.
            Edited edited = wizard.desk().edit(draft, List.of(new Change("/mailbox/calls/tones", wizard.desk().tones()
                    .stream().filter(one -> accepted.contains(one + " " + one.sha256())).map(one -> Map.of("profile",
                    one.profile(), "version", one.version(), "sha256", one.sha256())).toList())));
            if (!edited.faults().isEmpty()) {
                return view.of(draft, "tone", request).fault(String.join("; ", edited.faults().values())).show(422);
            }
            text = edited.text();
        }
        return kept(draft, draft.with(text, draft.keys(), String.join("\n", accepted), Visitor.of(request).name()),
                "tone", request);
    }

    /** One key: pinned where the fingerprint that the agency said by another way is that of what was pasted. */
    @Allowed(Role.ADMINISTRATOR)
    @PostMapping(Wizard.ID + "/key")
    ResponseEntity<String> key(@PathVariable("id") String id, HttpServletRequest request) {
        Draft draft = wizard.find(id);
        StepView.Shown page = view.of(draft, "keys", request);
        Pinning pinning = Pinning.of(request, wizard);
        if (!pinning.faults().isEmpty()) {
            return page.pinning(pinning).show(422);
        }
        try {
            Edited edited = wizard.desk().edit(draft, pinning.changes(id, wizard.desk().values(draft.text())));
            pinning.faults().putAll(edited.faults().isEmpty() ? Map.of() : Map.of("key", String.join("; ",
                    edited.faults().values())));
            return !pinning.faults().isEmpty() ? page.pinning(pinning).show(422) : kept(draft, draft.with(edited.text(),
                    wizard.desk().withKey(draft, pinning.key()), draft.tones(), Visitor.of(request).name()), "keys",
                    request);
        } catch (RuntimeException e) {
            return page.fault(Wizard.coded(e)).pinning(pinning).show(409);
        }
    }

    /** Shows a sample as it came and as it is understood; the log has only how many lines. */
    @Allowed(Role.ADMINISTRATOR)
    @PostMapping(Wizard.ID + "/sample")
    ResponseEntity<String> sample(@PathVariable("id") String id, HttpServletRequest request) {
        Draft draft = wizard.find(id);
        StepView.Shown page = view.of(draft, "format", request);
        String document = StepView.sent(request, "document");
        String text = StepView.sent(request, "sample").replace("\r\n", "\n");
        if (text.isBlank() || !wizard.desk().documents(wizard.desk().values(draft.text()).get("/dialect"))
                .contains(document)) {
            return page.fault(frame.text(request, "onboard-sample-needed")).show(422);
        }
        try {
            List<Onboarding.Line> lines = wizard.desk().sample(draft, document, text);
            wizard.note("draft-sample", draft, request, "document", document, "lines", String.valueOf(lines.size()),
                    "refused", String.valueOf(lines.stream().filter(one -> !one.why().isEmpty()).count()));
            return page.sample(lines).show(200);
        } catch (RuntimeException e) {
            return page.fault(Wizard.coded(e)).show(409);
        }
    }

    /** Tries it. Where a secret would go to another place than before, somebody tries it who did not say where. */
    @Allowed({Role.ADMINISTRATOR, Role.APPROVER})
    @PostMapping(Wizard.ID + "/try")
    ResponseEntity<String> exchange(@PathVariable("id") String id, HttpServletRequest request) {
        Draft draft = wizard.find(id);
        String by = Visitor.of(request).name();
        if (wizard.desk().isMoved(draft) && draft.isOf(by)) {
            return view.of(draft, "exchange", request).fault(frame.text(request, "onboard-try-second")).show(409);
        }
        try {
            Draft.Trial trial = wizard.desk().exchange(draft, by);
            if (!wizard.keep(draft.tried(trial), "draft-tried", request, "digest", draft.digest(), "passed",
                    String.valueOf(trial.passed()))) {
                return view.of(wizard.find(id), "exchange", request).fault(frame.text(request, "onboard-changed"))
                        .show(409);
            }
        } catch (RuntimeException e) {
            return view.of(draft, "exchange", request).fault(Wizard.coded(e)).show(409);
        }
        return Wizard.to("/onboarding/" + id + (Visitor.may(request, Role.ADMINISTRATOR) ? "/exchange" : "/approval"));
    }
}
