package io.graceway.face.console.onboard;

import io.graceway.face.console.Frame;
import io.graceway.face.console.onboard.Onboarding.Line;
import io.graceway.face.console.sign.Visitor;
import io.graceway.journey.placement.BrandTone;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;

/** How a step looks. */
final class StepView {

    /** Of a sample so many lines are shown. */
    private static final int MOST_LINES = 50;

    private final Wizard wizard;
    private final Frame frame;

    StepView(Wizard wizard) {
        this.wizard = wizard;
        this.frame = wizard.frame();
    }

    /** A tone that has to be accepted today. */
    record Tone(String id, String profile, int version, String sha256, String value, boolean accepted) {
    }

    static String sent(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    Shown of(Draft draft, String step, HttpServletRequest request) {
        Map<String, String> file = wizard.desk().values(draft.text());
        Form form = new Form(frame, request, Fields.of(step, file, wizard.desk(), draft), file);
        Map<String, Object> values = wizard.about(draft, step, request);
        String kind = Fields.kind(file);
        values.put("fault", "");
        values.put("hostKeys", step.equals("mailbox") ? wizard.desk().hostKeys(draft) : List.of());
        values.put("sftp", step.equals("mailbox") && kind.equals("sftp"));
        values.put("toned", step.equals("tone"));
        values.put("tones", step.equals("tone") ? tones(draft) : List.of());
        values.put("keyed", step.equals("keys") && !kind.equals("calls"));
        values.put("unsealed", step.equals("keys") && kind.equals("calls"));
        values.put("sampled", step.equals("format"));
        values.put("documents", step.equals("format") ? wizard.desk().documents(file.get("/dialect")) : List.of());
        values.put("document", sent(request, "document"));
        values.put("tryable", step.equals("exchange"));
        values.put("moved", step.equals("exchange") && wizard.desk().isMoved(draft)
                && draft.isOf(Visitor.of(request).name()));
        values.put("tried", draft.trial() == null ? "" : frame.text(request, draft.isProven() ? "onboard-proven"
                : draft.trial().passed() ? "onboard-proven-before" : "onboard-failed"));
        values.put("trial", draft.trial() == null || !step.equals("exchange") ? List.of()
                : Fields.lines(draft.trial().steps()));
        values.put("sampleLines", List.of());
        values.put("read", "");
        return new Shown(form, values, request, frame).pinning(Pinning.none());
    }

    private List<Tone> tones(Draft draft) {
        List<String> accepted = Fields.lines(draft.tones());
        return wizard.desk().tones().stream().sorted(Comparator.comparing(BrandTone::profile)).map(one -> new Tone(
                "tone-" + one.profile(), one.profile(), one.version(), one.sha256(), one + " " + one.sha256(),
                accepted.contains(one + " " + one.sha256()))).toList();
    }

    /** A page that is ready but for what went wrong. */
    record Shown(Form form, Map<String, Object> values, HttpServletRequest request, Frame frame) {

        Shown fault(String why) {
            values.put("fault", why);
            return this;
        }

        Shown pinning(Pinning pinning) {
            values.put("pin", pinning);
            for (String field : List.of("key", "told", "from", "until")) {
                values.put(field + "Fault", pinning.faults().getOrDefault(field, ""));
            }
            return this;
        }

        Shown sample(List<Line> lines) {
            long refused = lines.stream().filter(one -> !one.why().isEmpty()).count();
            values.put("sampleLines", lines.stream().limit(MOST_LINES).toList());
            values.put("read", frame.text(request, "onboard-sample-read").replace("{0}", String.valueOf(lines.size()))
                    .replace("{1}", String.valueOf(refused)));
            return this;
        }

        ResponseEntity<String> show(int status) {
            List<Map<String, Object>> groups = form.view();
            values.put("groups", groups);
            values.put("formed", !groups.isEmpty());
            if (!form.faults().isEmpty() && values.get("fault").equals("")) {
                values.put("fault", frame.text(request, "onboard-faults"));
            }
            return frame.show("console/draft-step", status, request, values);
        }
    }
}
