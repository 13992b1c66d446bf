package io.graceway.routes;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Pass;
import io.graceway.journey.delinquency.RecognisedPage;
import io.graceway.journey.delinquency.Sources.SourcePass;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import io.graceway.journey.eligibility.VerdictPage;
import io.graceway.journey.notice.NoticePage;
import io.graceway.journey.notice.ReadyToPlace;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.ControlTotals;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.PlacementPage;
import io.graceway.journey.placement.PreparedParcel;
import io.graceway.journey.placement.RenderedParcel;
import io.graceway.journey.placement.change.ChangePage;
import io.graceway.journey.placement.VettingWatch.Lapses;
import io.graceway.journey.recall.RecallPage;
import io.graceway.journey.remittance.AgencyMail.Incoming;
import io.graceway.journey.remittance.DirectPage;
import io.graceway.journey.writeback.Writeback;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The smallest bodies that a route can carry. */
final class Given {

    static final Instant AT = Instant.parse("2026-03-02T12:00:00Z");

    private Given() {
    }

    static Pass pass(Pass.Until until) {
        return new Pass(AT, AsOf.moment(AT), until, true);
    }

    static RecognisedPage page(Pass pass, String source) {
        return new RecognisedPage(pass, source, List.of(), List.of());
    }

    static StandingPage standings(Pass.Until until) {
        return new StandingPage(pass(until), "erp", List.of(), List.of());
    }

    /** A page with so many accounts whose last chance is over; who they are is of no matter to a route. */
    static NoticePage notices(Pass pass, int ready) {
        return new NoticePage(pass, List.of(), List.of(), List.of(), List.of(),
                Collections.nCopies(ready, (ReadyToPlace) null));
    }

    static Outgoing outgoing(String delivery) {
        return new Outgoing(delivery, "northgate", "placement", List.of(), into -> { });
    }

    static List<Incoming> arrivals(String... names) {
        return Arrays.stream(names).map(name -> new Incoming("northgate", new Arrival(name, 1), AT, Path.of(name), "",
                Optional.empty(), Optional.empty())).toList();
    }

    /** What the beans do unless a test says otherwise: one source with one page, nothing else waiting. */
    static Map<String, Stage.Play> plays() {
        return Map.ofEntries(
                Map.entry("turn.isMine", none -> true),
                Map.entry("sources.all", pass -> List.of(new SourcePass((Pass) pass, "erp"))),
                Map.entry("sources.pages", one -> List.of(page(((SourcePass) one).pass(), "erp")).iterator()),
                Map.entry("houseCases.join", page -> page),
                Map.entry("eligibility.judge", page -> new VerdictPage(((RecognisedPage) page).pass(),
                        ((RecognisedPage) page).source(), List.of(), List.of())),
                Map.entry("accountBook.record", page -> new StandingPage(((VerdictPage) page).pass(),
                        ((VerdictPage) page).source(), List.of(), List.of())),
                Map.entry("passReport.tell", page -> page),
                Map.entry("notices.serve", page -> notices(((StandingPage) page).pass(), 1)),
                Map.entry("noticeBook.record", page -> page),
                Map.entry("placements.offer", page ->
                        new PlacementPage(((NoticePage) page).pass(), List.of(), List.of())),
                Map.entry("placementBook.record", page -> page),
                Map.entry("alerts.tell", pass -> pass),
                Map.entry("vettingWatch.look", pass -> new Lapses(((Pass) pass).at(), List.of(), List.of())),
                Map.entry("vettingBook.record", lapses -> lapses),
                Map.entry("parcels.waiting", pass -> Collections.emptyIterator()),
                Map.entry("parcelFiles.render", one -> new RenderedParcel((Outgoing) one, Path.of("plain"), "parcel",
                        new ControlTotals(0, Map.of()), Map.of(), List.of(), (parcel, sealed) -> new byte[0])),
                Map.entry("parcelSealing.seal", one -> new PreparedParcel(((RenderedParcel) one).outgoing(), null,
                        ((RenderedParcel) one).totals())),
                Map.entry("agencyMail.arrivals", pass -> List.of()),
                Map.entry("agencyMail.fetch", one -> one),
                Map.entry("agencyMail.open", one -> one),
                Map.entry("agencyMail.take", one -> one),
                Map.entry("changes.watch", page -> new ChangePage(((StandingPage) page).pass().at(), List.of())),
                Map.entry("changeBook.record", page -> page),
                Map.entry("recalls.watch", page -> recalls(((StandingPage) page).pass())),
                Map.entry("recalls.due", pass -> recalls((Pass) pass)),
                Map.entry("recallBook.record", page -> page),
                Map.entry("remittances.direct", page -> new DirectPage(((StandingPage) page).pass(), List.of())),
                Map.entry("remittanceBook.record", page -> page),
                Map.entry("wakes.due", pass -> List.of()),
                Map.entry("hooks.due", none -> List.of()),
                Map.entry("retention.round", pass -> 0),
                Map.entry("writeback.sources", none -> List.of("erp")),
                Map.entry("writeback.prompt", none -> List.of("erp")),
                Map.entry("writeback.post", source -> new Writeback.Run(0, 0, 0, "")));
    }

    private static RecallPage recalls(Pass pass) {
        return new RecallPage(pass.at(), List.of(), List.of(), List.of());
    }
}
