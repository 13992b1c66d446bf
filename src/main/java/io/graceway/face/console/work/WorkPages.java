package io.graceway.face.console.work;

import io.graceway.face.console.ConsoleView;
import io.graceway.face.console.Frame;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.PostingBook;
import io.graceway.journey.writeback.PostingBook.Proof;
import io.graceway.journey.writeback.PostingBook.State;
import io.graceway.journey.writeback.PostingBook.Work;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A posting that people have to make in the source: what it says, and how it is closed. */
@RestController
public final class WorkPages {

    static final int LONGEST = 500;

    private final Frame frame;
    private final PostingBook book;
    private final Clock clock;

    public WorkPages(Frame frame, PostingBook book, Clock clock) {
        this.frame = frame;
        this.book = book;
        this.clock = clock;
    }

    /** What has to be posted; its text may be a customer's own words, so it is for those who post it. */
    @Allowed(Role.OPERATOR)
    @GetMapping("/posting")
    ResponseEntity<String> show(@RequestParam("key") String key, HttpServletRequest request) {
        return page(key, 200, "", request);
    }

    /** It is posted; said again it changes nothing. */
    @Allowed(Role.OPERATOR)
    @PostMapping("/posting/done")
    ResponseEntity<String> done(@RequestParam("key") String key, @RequestParam("evidence") String evidence,
                                HttpServletRequest request) {
        String said = evidence.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            return page(key, 422, "work-evidence-wrong", request);
        }
        boolean done = book.doneByHand(key, Proof.ofText(said.getBytes(StandardCharsets.UTF_8)),
                Visitor.of(request).name(), clock.instant());
        return page(key, done ? 200 : 409, done ? "" : "work-closed", request);
    }

    private ResponseEntity<String> page(String key, int status, String fault, HttpServletRequest request) {
        Optional<Work> work = book.work(key);
        if (work.isEmpty() && book.states(List.of(key)).get(key) != State.POSTED) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("key", key);
        values.put("open", work.isPresent());
        values.put("fault", fault.isEmpty() ? "" : frame.text(request, fault));
        work.map(Work::posting).ifPresent(posting -> values.putAll(of(posting, request)));
        work.ifPresent(one -> values.put("why", one.why()));
        return frame.show("console/work", status, request, values);
    }

    private Map<String, Object> of(Posting posting, HttpServletRequest request) {
        String amount = posting.amount().map(money -> frame.spell(request, money) + " " + money.currency()).orElse("");
        String account = posting.account().toString();
        return Map.of("account", account, "accountLink", ConsoleView.account(account), "kind", posting.kind().name(),
                "amount", amount, "on", posting.on(), "code", posting.code(), "reference", posting.reference(), "text",
                posting.text());
    }
}
