package io.graceway.routes;

import io.graceway.journey.account.Pass;
import io.graceway.journey.delinquency.RecognisedPage;
import io.graceway.journey.delinquency.Sources.SourcePass;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import io.graceway.journey.eligibility.VerdictPage;
import io.graceway.journey.notice.NoticePage;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.PlacementPage;
import io.graceway.journey.placement.PreparedParcel;
import io.graceway.journey.placement.RenderedParcel;
import io.graceway.journey.placement.change.ChangePage;
import io.graceway.journey.placement.VettingWatch.Lapses;
import io.graceway.journey.recall.RecallPage;
import io.graceway.journey.remittance.AgencyMail.Incoming;
import io.graceway.journey.remittance.DirectPage;
import io.graceway.journey.writeback.Writeback.Run;
import java.util.Iterator;
import java.util.List;

/** What the routes ask for, bean by bean: the name of the bean, and what the route may rely on. */
interface Cast {

    /** Bean name to what it is asked. */
    List<Class<?>> ALL = List.of(Cast.class.getDeclaredClasses());

    interface Turn {
        boolean isMine();
    }

    interface Schedule {
        Pass due();
    }

    interface LogRound {
        void publish();
    }

    interface Sources {
        List<SourcePass> all(Pass pass);

        Iterator<RecognisedPage> pages(SourcePass one);
    }

    interface HouseCases {
        RecognisedPage join(RecognisedPage page);
    }

    interface Eligibility {
        VerdictPage judge(RecognisedPage page);
    }

    interface AccountBook {
        StandingPage record(VerdictPage page);
    }

    interface PassReport {
        StandingPage tell(StandingPage page);
    }

    interface Notices {
        NoticePage serve(StandingPage page);
    }

    interface NoticeBook {
        NoticePage record(NoticePage page);
    }

    interface NoticeRound {
        void hear();

        void send();
    }

    interface Placements {
        PlacementPage offer(NoticePage page);
    }

    interface PlacementBook {
        PlacementPage record(PlacementPage page);
    }

    interface VettingWatch {
        Lapses look(Pass pass);
    }

    interface Alerts {
        void tell(Pass pass);
    }

    interface Retention {
        int round(Pass pass);
    }

    interface VettingBook {
        Lapses record(Lapses lapses);
    }

    interface Parcels {
        Iterator<Outgoing> waiting(Pass pass);
    }

    interface ParcelFiles {
        RenderedParcel render(Outgoing outgoing);
    }

    interface ParcelSealing {
        PreparedParcel seal(RenderedParcel rendered);
    }

    interface DeliveryBook {
        void prepare(PreparedParcel parcel);
    }

    interface Deliveries {
        void deliver();

        void watch();
    }

    interface AgencyMail {
        List<Incoming> arrivals(Pass pass);

        Incoming fetch(Incoming one);

        Incoming open(Incoming one);

        Incoming take(Incoming one);

        void clear(Incoming one);
    }

    interface Changes {
        ChangePage watch(StandingPage page);
    }

    interface ChangeBook {
        ChangePage record(ChangePage page);
    }

    interface Recalls {
        RecallPage watch(StandingPage page);

        RecallPage due(Pass pass);
    }

    interface RecallBook {
        RecallPage record(RecallPage page);
    }

    interface Remittances {
        DirectPage direct(StandingPage page);
    }

    interface RemittanceBook {
        DirectPage record(DirectPage page);
    }

    interface Writeback {
        List<String> sources();

        List<String> prompt();

        Run post(String source);

        void tell(Run run);
    }

    interface Wakes {
        List<SourcePass> due(Pass pass);

        void done(SourcePass one);
    }

    interface Hooks {
        List<String> due();

        void deliver(String recipient);
    }

    interface PastHooks {
        void forget();
    }

    interface Quarantine {
        void failed(String route, Exception failure);
    }
}
