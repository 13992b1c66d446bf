package io.graceway.face.console.sandbox;

import io.graceway.face.console.Frame;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Deeds;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Walks the calendar of a sandbox; a real run has no such page. */
@RestController
public final class SandboxPages {

    /** The most days at a time. */
    static final int MOST = 92;

    /** The calendar. */
    public interface Walk {

        /** The day that has not begun. */
        LocalDate today();

        /**
         * Walks day by day; nothing where the calendar does not stand on that day any more.
         *
         * @param untilSomething ends after a day on which something happened
         */
        List<Day> walk(LocalDate from, int most, boolean untilSomething);
    }

    /**
     * A day that was walked.
     *
     * @param happened what, and how often
     * @param failures coded reasons of what could not be done
     */
    public record Day(LocalDate day, Map<String, Long> happened, List<String> failures) {
    }

    private final Frame frame;
    private final Walk walk;
    private final Deeds deeds;

    public SandboxPages(Frame frame, Walk walk, Deeds deeds) {
        this.frame = frame;
        this.walk = walk;
        this.deeds = deeds;
    }

    @GetMapping("/sandbox")
    ResponseEntity<String> show(HttpServletRequest request) {
        return page(200, "", List.of(), request);
    }

    /** Sent twice it walks once: the form says from which day. */
    @Allowed({Role.OPERATOR, Role.ADMINISTRATOR})
    @PostMapping("/sandbox/walk")
    ResponseEntity<String> walk(@RequestParam("from") LocalDate from, @RequestParam("days") int days,
                                @RequestParam(name = "until", defaultValue = "") String until,
                                HttpServletRequest request) {
        if (days < 1 || days > MOST) {
            return page(422, frame.text(request, "sandbox-days-wrong"), List.of(), request);
        }
        List<Day> walked = walk.walk(from, days, until.equals("something"));
        if (walked.isEmpty()) {
            return page(409, frame.text(request, "sandbox-walked-before"), List.of(), request);
        }
        deeds.done("sandbox-walked", Visitor.of(request).name(), "SANDBOX", "from", from.toString(), "days",
                String.valueOf(walked.size()));
        return page(200, "", walked, request);
    }

    private ResponseEntity<String> page(int status, String fault, List<Day> walked, HttpServletRequest request) {
        boolean may = Visitor.may(request, Role.OPERATOR) || Visitor.may(request, Role.ADMINISTRATOR);
        return frame.show("console/sandbox", status, request, Map.of("day", walk.today().toString(), "fault", fault,
                "may", may, "most", MOST, "any", !walked.isEmpty(), "walked", walked.stream().map(one -> Map.of("day",
                one.day().toString(), "happened", said(one, request), "failures", one.failures())).toList()));
    }

    private String said(Day day, HttpServletRequest request) {
        String said = day.happened().entrySet().stream().map(one -> frame.spell(request, one.getValue()) + " "
                + frame.text(request, "sandbox." + one.getKey())).collect(Collectors.joining(", "));
        return said.isEmpty() ? frame.text(request, "sandbox-nothing") : said;
    }
}
