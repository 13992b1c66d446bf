package io.graceway.journey.notice;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Pass;
import io.graceway.journey.eligibility.Cleared;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What one page of standings came to at the notice.
 *
 * @param planned   notices to be sent
 * @param served    notices that count as served from today
 * @param withdrawn notices that are void, with the reason
 * @param unplaced  cleared accounts that no agency may have, with every agency's why not
 * @param ready     accounts whose last chance is over and that are cleared again today
 */
public record NoticePage(Pass pass, List<Planned> planned, List<NoticeServed> served, List<Withdrawn> withdrawn,
                         List<Unplaced> unplaced, List<ReadyToPlace> ready) {

    /**
     * A notice that is to be sent.
     *
     * @param after the notice that bounced and that this one stands in for; {@code null} for a first one
     * @param why   every agency and why or why not
     */
    public record Planned(Cleared cleared, NoticeRecord notice, String after, String why) {
    }

    /** @param restUntil no new notice before this day */
    public record Withdrawn(AccountKey account, String notice, String reason, LocalDate restUntil) {
    }

    /** @param why every agency and why not */
    public record Unplaced(AccountKey account, String why) {
    }

    /** Routes look a page up whenever they ask it something: that must not walk over all its accounts. */
    @Override
    public int hashCode() {
        return Objects.hash(pass, planned.size(), served.size(), ready.size());
    }

    /** For routes: whether anybody of this page is to be placed now. */
    public boolean isPlacing() {
        return pass.isReachesPlacement() && !ready.isEmpty();
    }

    static NoticePage empty(Pass pass) {
        return new NoticePage(pass, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>());
    }
}
