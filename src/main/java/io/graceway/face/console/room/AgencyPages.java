package io.graceway.face.console.room;

import io.graceway.face.console.Frame;
import io.graceway.face.console.list.Sheet;
import io.graceway.face.console.list.Sheets;
import io.graceway.face.console.list.Summaries;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.VettingWatch.State;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The agencies beside each other, and all there is about one of them. */
@RestController
public final class AgencyPages {

    private static final String ID = "/agencies/{id:[A-Za-z0-9_-]+}";
    /** How far back confirmations go, as on the command line. */
    private static final int CONFIRMED_DAYS = 30;

    private final Frame frame;
    private final Sheets sheets;
    private final AgencyDesk desk;
    private final Summaries summaries;
    private final Clock clock;

    public AgencyPages(Frame frame, Sheets sheets, AgencyDesk desk, Summaries summaries, Clock clock) {
        this.frame = frame;
        this.sheets = sheets;
        this.desk = desk;
        this.summaries = summaries;
        this.clock = clock;
    }

    @GetMapping("/agencies")
    ResponseEntity<String> all(HttpServletRequest request) {
        Room room = new Room(frame, sheets, request, "agencies", "");
        allSheets().forEach(one -> room.sheet(one, "/agencies." + one.name()));
        return room.show(200);
    }

    @GetMapping("/agencies.{sheet:[a-z-]+}.{kind:csv|xlsx}")
    ResponseEntity<?> export(@PathVariable("sheet") String sheet, @PathVariable("kind") String kind,
                             HttpServletRequest request) throws IOException {
        return file(allSheets(), sheet, "agencies", kind, request);
    }

    private List<Sheet> allSheets() {
        return List.of(AgencySheets.all(desk.vetting()), AgencySheets.scorecards(desk.scorecards(), Optional.empty()));
    }

    @GetMapping(ID)
    ResponseEntity<String> one(@PathVariable("id") String id, HttpServletRequest request) {
        State state = state(id);
        Agency agency = state.agency();
        Room room = new Room(frame, sheets, request, "agency", "").subject(agency.name())
                .fact("agency-id", id)
                .fact("agency-standing", frame.name(request, "life", desk.standing(id).name()))
                .fact("agency-mailbox", desk.ways(id).mailbox())
                .fact("agency-dialect", agency.dialect()).fact("agency-cutoff", agency.cutoff().at() + " " + agency
                .zone())
                .fact("agency-objection", (long) agency.terms().objectionDays())
                .link(frame.text(request, "agency-life"), "/agencies/" + id + "/life")
                .link(frame.text(request, "agency-handbook") + " (HTML)", "/agencies/" + id + "/handbook.html")
                .link(frame.text(request, "agency-handbook") + " (PDF)", "/agencies/" + id + "/handbook.pdf")
                .link(frame.text(request, "onboard-change"), "/onboarding");
        for (String list : List.of("placements", "deliveries", "files", "recalls", "payouts", "findings")) {
            room.link(frame.name(request, "list", list), "/list/" + list + "?agency=" + id);
        }
        sheets(state).forEach(one -> room.sheet(one, "/agencies/" + id + "/" + one.name()));
        return room.show(200);
    }

    @GetMapping(ID + "/{sheet:[a-z-]+}.{kind:csv|xlsx}")
    ResponseEntity<?> export(@PathVariable("id") String id, @PathVariable("sheet") String sheet,
                             @PathVariable("kind") String kind, HttpServletRequest request) throws IOException {
        return file(sheets(state(id)), sheet, "agencies/" + id, kind, request);
    }

    /** What the agency has to know to trade with the house. */
    @GetMapping(ID + "/handbook.{kind:html|pdf}")
    ResponseEntity<byte[]> handbook(@PathVariable("id") String id, @PathVariable("kind") String kind) {
        state(id);
        String name = id + "-handbook." + kind;
        return ResponseEntity.ok().header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Content-Type", kind.equals("html") ? "text/html; charset=UTF-8" : "application/pdf")
                .body(desk.handbook(id).get(name));
    }

    private State state(String id) {
        return desk.vetting().stream().filter(one -> one.agency().id().equals(id)).findFirst().orElseThrow(() ->
                new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Sheet> sheets(State state) {
        String id = state.agency().id();
        return List.of(AgencySheets.credentials(state), AgencySheets.uncovered(state),
                AgencySheets.tones(desk.tones(), summaries.read("agency-tones", id)),
                summaries.read("agency-findings", id), AgencySheets.scorecards(desk.scorecards(), Optional.of(id)),
                summaries.read("agency-recalls", id), summaries.read("agency-remittances", id),
                AgencySheets.confirmations(desk.confirmations(clock.instant().minus(Duration.ofDays(CONFIRMED_DAYS)))
                .stream().filter(one -> one.agency().equals(id)).toList()), AgencySheets.keys(desk.ways(id)));
    }

    private ResponseEntity<?> file(List<Sheet> all, String name, String subject, String kind,
                                   HttpServletRequest request) throws IOException {
        Map<String, Sheet> byName = new LinkedHashMap<>();
        all.forEach(one -> byName.put(one.name(), one));
        if (!byName.containsKey(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return sheets.file(byName.get(name), subject + "/" + name, kind, request);
    }
}
