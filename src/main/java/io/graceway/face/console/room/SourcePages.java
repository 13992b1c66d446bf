package io.graceway.face.console.room;

import io.graceway.face.command.Failures;
import io.graceway.face.command.SourceDesk;
import io.graceway.face.command.SourceSheet;
import io.graceway.face.console.Frame;
import io.graceway.face.console.list.Sheets;
import io.graceway.face.console.sign.Allowed;
import io.graceway.face.console.sign.Deeds;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.Visitor;
import io.graceway.journey.writeback.Reconciliation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The sources: how each was last found, and what people ask of one: to try it, to look at it, to compare it. */
@RestController
public final class SourcePages {

    private static final String ID = "/sources/{id:[A-Za-z0-9_-]+}";

    /** Reads a source as a pass does and stores nothing. */
    public interface Previewer {

        void preview(String source, SourceSheet sheet);
    }

    private final Frame frame;
    private final Sheets sheets;
    private final Supplier<SourceDesk> desk;
    private final Previewer previewer;
    private final Deeds deeds;
    private final AtomicBoolean reading = new AtomicBoolean();

    public SourcePages(Frame frame, Sheets sheets, Supplier<SourceDesk> desk, Previewer previewer, Deeds deeds) {
        this.frame = frame;
        this.sheets = sheets;
        this.desk = desk;
        this.previewer = previewer;
        this.deeds = deeds;
    }

    @GetMapping("/sources")
    ResponseEntity<String> all(HttpServletRequest request) {
        return new Room(frame, sheets, request, "sources", "").sheet(SourceTables.all(desk.get().list()),
                "/sources").show(200);
    }

    @GetMapping("/sources.{kind:csv|xlsx}")
    ResponseEntity<?> export(@PathVariable("kind") String kind, HttpServletRequest request) throws IOException {
        return sheets.file(SourceTables.all(desk.get().list()), "sources", kind, request);
    }

    @GetMapping(ID)
    ResponseEntity<String> one(@PathVariable("id") String id, HttpServletRequest request) {
        return room(known(id), request).show(200);
    }

    /** Tries every step of reading and posting; what it found takes the place of the last one. */
    @Allowed({Role.OPERATOR, Role.ADMINISTRATOR})
    @PostMapping(ID + "/check")
    ResponseEntity<?> check(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        known(id);
        return alone(id, request, () -> {
            String found = SourceTables.result(desk.get().check(id));
            deeds.done("checked-source", Visitor.of(request).name(), id, "result", found);
            return room(known(id), request).told("", frame.text(request, "source-checked")).show(200);
        });
    }

    /** Shows the first records; they may be personal, so who looked stands in the log. */
    @Allowed(Role.OPERATOR)
    @PostMapping(ID + "/preview")
    ResponseEntity<?> preview(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        known(id);
        return alone(id, request, () -> {
            deeds.done("previewed-source", Visitor.of(request).name(), id);
            Peek peek = new Peek();
            previewer.preview(id, peek);
            Room room = new Room(frame, sheets, request, "source-preview", "source-preview-says").subject(id)
                    .link(frame.text(request, "source") + " " + id, "/sources/" + id);
            peek.sheets().forEach(one -> room.sheet(one, ""));
            return room.show(200);
        });
    }

    /** Compares what the source shows now with what is known here; the breaks as a page, or as a file. */
    @Allowed({Role.OPERATOR, Role.ADMINISTRATOR})
    @PostMapping(ID + "/reconcile")
    ResponseEntity<?> reconcile(@PathVariable("id") String id, @RequestParam(name = "as", defaultValue = "") String as,
                                HttpServletRequest request) throws IOException {
        known(id);
        return alone(id, request, () -> {
            Reconciliation.Result result = desk.get().reconcile(id, () -> { });
            deeds.done("reconciled-source", Visitor.of(request).name(), id, "accounts",
                    String.valueOf(result.accounts()), "breaks", String.valueOf(result.breaks().size()));
            return as.equals("csv") || as.equals("xlsx") ? sheets.file(SourceTables.breaks(result),
                    "sources/" + id + "/breaks", as, request) : compared(id, result, request);
        });
    }

    private ResponseEntity<String> compared(String id, Reconciliation.Result result, HttpServletRequest request) {
        return new Room(frame, sheets, request, "source-compared", "source-compared-says").subject(id)
                .fact("accounts", result.accounts()).fact("source-breaks", (long) result.breaks().size())
                .link(frame.text(request, "source") + " " + id, "/sources/" + id)
                .deed("source-compare-csv", "/sources/" + id + "/reconcile", "csv")
                .deed("source-compare-xlsx", "/sources/" + id + "/reconcile", "xlsx")
                .sheet(SourceTables.breaks(result), "").sheet(SourceTables.sums(result), "").show(200);
    }

    /** Something that reads a source. */
    private interface Reading {

        ResponseEntity<?> make() throws IOException;
    }

    /** One reading at a time: a source is not asked for everything twice at once because somebody pressed twice. */
    private ResponseEntity<?> alone(String id, HttpServletRequest request, Reading it) throws IOException {
        if (!reading.compareAndSet(false, true)) {
            return room(known(id), request).told(frame.text(request, "source-busy"), "").show(409);
        }
        try {
            return it.make();
        } catch (RuntimeException e) {
            String why = Failures.coded(e);
            if (why.isEmpty()) {
                throw e;
            }
            return room(known(id), request).told(why, "").show(502);
        } finally {
            reading.set(false);
        }
    }

    private Room room(SourceDesk.Known source, HttpServletRequest request) {
        String here = "/sources/" + source.id();
        Room room = new Room(frame, sheets, request, "source", "").subject(source.id())
                .fact("source-way", source.way()).fact("agency-dialect", source.dialect())
                .fact("source-brand", source.brand()).fact("source-takes", String.join(" ", source.takes()))
                .fact("source-checked-at", SourceTables.at(source))
                .link(frame.name(request, "list", "worklist"), "/list/worklist?source=" + source.id())
                .link(frame.name(request, "list", "accounts"), "/list/accounts?source=" + source.id());
        if (request.isUserInRole(Role.OPERATOR.name()) || request.isUserInRole(Role.ADMINISTRATOR.name())) {
            room.deed("source-check", here + "/check", "").deed("source-compare", here + "/reconcile", "");
        }
        if (request.isUserInRole(Role.OPERATOR.name())) {
            room.deed("source-look", here + "/preview", "");
        }
        return room.sheet(SourceTables.steps(source), "");
    }

    private SourceDesk.Known known(String id) {
        return desk.get().list().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() ->
                new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
