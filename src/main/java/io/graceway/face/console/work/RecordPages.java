package io.graceway.face.console.work;

import io.graceway.face.command.Failures;
import io.graceway.face.console.Frame;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Deeds;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import io.graceway.face.console.work.Records.Seen;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record that waits, as it came, beside what it is read as. */
@RestController
public final class RecordPages {

    private final Frame frame;
    private final Records records;
    private final Deeds deeds;

    public RecordPages(Frame frame, Records records, Deeds deeds) {
        this.frame = frame;
        this.records = records;
        this.deeds = deeds;
    }

    /** It may be a customer's own words: it is for those who work with it, and who looked stands in the log. */
    @Allowed(Role.OPERATOR)
    @PostMapping("/exceptions/record")
    ResponseEntity<String> look(@RequestParam("record") String id, HttpServletRequest request) {
        try {
            Optional<Seen> seen = records.look(id);
            seen.ifPresent(one -> deeds.done("record-seen", Visitor.of(request).name(), id, "agency",
                    one.line().agency(), "file", one.line().sha256(), "line", String.valueOf(one.line().number())));
            return page(id, seen, seen.isPresent() ? "" : frame.text(request, "record-none"), request);
        } catch (RuntimeException e) {
            String why = Failures.coded(e);
            if (why.isEmpty()) {
                throw e;
            }
            return page(id, Optional.empty(), why, request);
        }
    }

    private ResponseEntity<String> page(String id, Optional<Seen> seen, String fault, HttpServletRequest request) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("line", seen.map(Seen::line).map(List::of).orElse(List.of()));
        values.put("parts", seen.map(Seen::parts).orElse(List.of()));
        values.put("fault", fault);
        return frame.show("console/record", fault.isEmpty() ? 200 : 409, request, values);
    }
}
