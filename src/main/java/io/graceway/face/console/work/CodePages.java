package io.graceway.face.console.work;

import io.graceway.face.command.Failures;
import io.graceway.face.console.Frame;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import io.graceway.face.console.work.Codes.Unknown;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An agency's code that nobody knows: somebody who looks after agencies says which of ours it is. */
@RestController
public final class CodePages {

    private final Frame frame;
    private final Codes codes;

    public CodePages(Frame frame, Codes codes) {
        this.frame = frame;
        this.codes = codes;
    }

    /** The code alone is shown, and nothing else of the line. */
    @Allowed(Role.ADMINISTRATOR)
    @GetMapping("/exceptions/code")
    ResponseEntity<String> show(@RequestParam("id") String id, HttpServletRequest request) {
        try {
            Optional<Unknown> seen = codes.find(id);
            return page(id, seen.orElse(nothing()), seen.isPresent() ? 200 : 404, seen.isPresent() ? ""
                    : frame.text(request, "code-not-here"), request);
        } catch (RuntimeException e) {
            return page(id, nothing(), 409, coded(e), request);
        }
    }

    /** Says what it means; the line and field that were seen come back with the form. */
    @Allowed(Role.ADMINISTRATOR)
    @PostMapping("/exceptions/code")
    ResponseEntity<String> say(@RequestParam("id") String id, @RequestParam("field") String field,
                               @RequestParam("code") String code,
                               @RequestParam(name = "means", defaultValue = "") String means,
                               HttpServletRequest request) {
        Optional<Unknown> seen = Optional.empty();
        try {
            seen = codes.find(id);
            if (means.isEmpty()) {
                return page(id, seen.orElse(nothing()), 422, frame.text(request, "code-choose"), request);
            }
            return switch (codes.say(id, field, code, means, Visitor.of(request).name())) {
                case DONE -> page(id, nothing(), 200, "", request, frame.text(request, "code-done"));
                case ALREADY -> page(id, nothing(), 200, "", request, frame.text(request, "already"));
                case NOT_NOW -> page(id, seen.orElse(nothing()), 409, frame.text(request, "code-not-now"), request);
            };
        } catch (RuntimeException e) {
            return page(id, seen.orElse(nothing()), 409, coded(e), request);
        }
    }

    private static String coded(RuntimeException e) {
        String why = Failures.coded(e);
        if (why.isEmpty()) {
            throw e;
        }
        return why;
    }

    private static Unknown nothing() {
        return new Unknown("", "", "", "", "", "", List.of());
    }

    private ResponseEntity<String> page(String id, Unknown code, int status, String fault,
                                        HttpServletRequest request) {
        return page(id, code, status, fault, request, "");
    }

    private ResponseEntity<String> page(String id, Unknown code, int status, String fault, HttpServletRequest request,
                                        String said) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("unknown", code);
        values.put("seen", !code.code().isEmpty());
        values.put("can", !code.choices().isEmpty());
        values.put("fault", fault);
        values.put("said", said);
        return frame.show("console/code", status, request, values);
    }
}
