package io.graceway.face.console.work;

import io.graceway.face.console.Frame;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import io.graceway.face.console.work.Exceptions.Cause;
import io.graceway.face.console.work.Exceptions.Chosen;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
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

/** What waits in quarantine, by cause: what it means, what to do, and how it is closed. */
@RestController
public final class ExceptionPages {

    static final int MOST = 50;
    private static final String CODE = "GW-[A-Z]{2,10}-[0-9]{3}";

    /** Causes for which somebody can say what a code means. */
    private static final List<String> UNKNOWN = List.of("GW-DOC-008", "GW-REM-011");

    private final Frame frame;
    private final Exceptions exceptions;
    private final Catalogue catalogue = new Catalogue();

    public ExceptionPages(Frame frame, Exceptions exceptions) {
        this.frame = frame;
        this.exceptions = exceptions;
    }

    /** A cause with its title. */
    record Group(String code, String title, long count, Instant oldest, Instant latest) {
    }

    @GetMapping("/exceptions")
    ResponseEntity<String> all(HttpServletRequest request) {
        return frame.show("console/exceptions", 200, request, Map.of("causes", exceptions.causes().stream()
                .map(this::group).toList()));
    }

    private Group group(Cause one) {
        return new Group(one.code(), catalogue.of(one.code()).title(), one.count(), one.oldest(), one.latest());
    }

    @GetMapping("/exceptions/cause")
    ResponseEntity<String> cause(@RequestParam("code") String code, HttpServletRequest request) {
        return page(code, 200, "", "", request);
    }

    /** Closes what was chosen, or all of the cause; what is closed already stays as it is. */
    @Allowed(Role.OPERATOR)
    @PostMapping("/exceptions/waive")
    ResponseEntity<String> waive(@RequestParam("code") String code,
                                 @RequestParam(name = "id", defaultValue = "") List<String> ids,
                                 @RequestParam("which") String which, @RequestParam("reason") String reason,
                                 HttpServletRequest request) {
        boolean all = which.equals("all");
        if (!reason.matches(TakeBackPages.REASON) || !all && ids.isEmpty()) {
            return page(code, 422, all || !ids.isEmpty() ? "take-back-wrong" : "exceptions-choose", "", request);
        }
        int done = exceptions.waive(new Chosen(code, all ? List.of() : ids), reason, Visitor.of(request).name());
        return page(code, 200, "", done == 0 ? frame.text(request, "already") : done + " "
                + frame.text(request, "exceptions-waived"), request);
    }

    /** Has the files of what was chosen, or of all of the cause, read again; what was applied stays as it is. */
    @Allowed(Role.OPERATOR)
    @PostMapping("/exceptions/again")
    ResponseEntity<String> again(@RequestParam("code") String code,
                                 @RequestParam(name = "id", defaultValue = "") List<String> ids,
                                 @RequestParam("which") String which, HttpServletRequest request) {
        boolean all = which.equals("all");
        if (!all && ids.isEmpty()) {
            return page(code, 422, "exceptions-choose", "", request);
        }
        int files = exceptions.readAgain(new Chosen(code, all ? List.of() : ids), Visitor.of(request).name());
        return page(code, 200, "", files == 0 ? frame.text(request, "exceptions-nothing") : files + " "
                + frame.text(request, "exceptions-asked"), request);
    }

    private ResponseEntity<String> page(String code, int status, String fault, String said,
                                        HttpServletRequest request) {
        if (!code.matches(CODE)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("code", code);
        values.put("entry", catalogue.of(code));
        values.put("rows", exceptions.of(code, MOST));
        values.put("tell", UNKNOWN.contains(code) && Visitor.may(request, Role.ADMINISTRATOR));
        values.put("count", exceptions.causes().stream().filter(one -> one.code().equals(code)).mapToLong(Cause::count)
                .sum());
        values.put("may", Visitor.may(request, Role.OPERATOR));
        values.put("fault", fault.isEmpty() ? "" : frame.text(request, fault));
        values.put("said", said);
        return frame.show("console/cause", status, request, values);
    }
}
