package io.graceway.face.console.audit;

import io.graceway.audit.verify.Verification;
import io.graceway.face.console.ConsoleView;
import io.graceway.face.console.Frame;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Deeds;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import io.graceway.face.evidence.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page that an auditor begins with; it changes nothing, but the log is told who verified and who took what. */
@RestController
public final class AuditPages {

    private static final int LONGEST = 200;

    private final Frame frame;
    private final Gaps gaps;
    private final LogDesk log;
    private final Deeds deeds;

    public AuditPages(Frame frame, Gaps gaps, LogDesk log, Deeds deeds) {
        this.frame = frame;
        this.gaps = gaps;
        this.log = log;
        this.deeds = deeds;
    }

    /** A gap in the reader's words. */
    record Told(String text, String list, long count) {
    }

    /** What a person did. */
    record Done(Gaps.Deed deed, String link) {
    }

    @GetMapping("/audit")
    ResponseEntity<String> audit(HttpServletRequest request) {
        return page(200, "", request);
    }

    /** Verifies now; who asked for it stands in the log. */
    @Allowed({Role.AUDITOR, Role.ADMINISTRATOR})
    @PostMapping("/audit/verify")
    ResponseEntity<String> verify(HttpServletRequest request) {
        Verification found = log.verify().found();
        deeds.done("verified", Visitor.of(request).name(), "log", "verdict", found.verdict().name(), "entries",
                String.valueOf(found.size()));
        return page(200, "", request);
    }

    /** An evidence pack of an account, to take along. */
    @Allowed({Role.AUDITOR, Role.ADMINISTRATOR})
    @GetMapping("/evidence")
    ResponseEntity<?> evidence(@RequestParam("account") String account,
                               @RequestParam(name = "redact", defaultValue = "") String redact,
                               HttpServletRequest request) throws IOException {
        String number = account.strip();
        Path folder = Files.createTempDirectory("graceway-evidence");
        Path file = folder.resolve("pack.zip");
        try {
            if (number.isEmpty() || number.length() > LONGEST || log.evidence(Scope.ofAccount(number),
                    !redact.isEmpty(), Visitor.of(request).name(), file) == 0) {
                return page(404, frame.text(request, "audit-unknown"), request);
            }
            return ResponseEntity.ok().header("Content-Type", "application/zip").header("Content-Disposition",
                    "attachment; filename=\"evidence.zip\"").body(Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private ResponseEntity<String> page(int status, String fault, HttpServletRequest request) {
        Map<String, Object> values = new HashMap<>();
        Optional<LogDesk.Verified> last = log.last();
        values.put("fault", fault);
        values.put("gaps", gaps.gaps().stream().map(one -> new Told(frame.text(request, "gap." + one.kind()),
                one.list(), one.count())).toList());
        values.put("deeds", gaps.deeds().stream().map(one -> new Done(one, ConsoleView.link(one.subject()))).toList());
        values.put("checkpoint", log.checkpoint().map(List::of).orElse(List.of()));
        values.put("cosigned", log.cosigned());
        values.put("stamped", log.stamped().map(List::of).orElse(List.of()));
        values.put("never", last.isEmpty());
        values.put("verified", last.map(List::of).orElse(List.of()));
        values.put("proved", last.map(one -> one.found().proved()).orElse(false));
        values.put("findings", last.map(one -> one.found().findings().stream().limit(50).map(Object::toString)
                .toList()).orElse(List.of()));
        return frame.show("console/audit", status, request, values);
    }
}
