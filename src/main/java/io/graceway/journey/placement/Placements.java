package io.graceway.journey.placement;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.eligibility.Cleared;
import io.graceway.journey.notice.AgencyPreview;
import io.graceway.journey.notice.NoticePage;
import io.graceway.journey.notice.ReadyToPlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The door of the stage: offers accounts to agencies, one vetted agency each, with every reason. */
public final class Placements implements AgencyPreview {

    private final AgencyChoice choice;
    private final PlacementBook book;

    public Placements(AgencyChoice choice, PlacementBook book) {
        this.choice = choice;
        this.book = book;
    }

    @Override
    public Map<AccountKey, Preview> preview(Collection<Cleared> accounts) {
        AgencyChoice.Market market = book.market(accounts.stream().map(one -> one.account().key()).toList()).counting();
        Map<AccountKey, Preview> previews = new HashMap<>();
        for (Cleared one : accounts) {
            AgencyChoice.Decision decision = choice.choose(one, market);
            decision.chosen().ifPresent(market::add);
            previews.put(one.account().key(), new Preview(decision.chosen().map(vetted -> vetted.agency().id()),
                    decision.text()));
        }
        return previews;
    }

    /** Places every ready account of the page with the agency that the customer was told. */
    public PlacementPage offer(NoticePage page) {
        List<ReadyToPlace> ready = page.ready();
        AgencyChoice.Market market = book.market(ready.stream().map(one -> one.cleared().account().key()).toList())
                .counting();
        PlacementPage result = new PlacementPage(page.pass(), new ArrayList<>(), new ArrayList<>());
        for (ReadyToPlace one : ready) {
            AgencyChoice.Decision decision = choice.confirm(one.cleared(), market, one.served().agency());
            decision.chosen().ifPresentOrElse(vetted -> {
                market.add(vetted);
                result.decided().add(decided(one, vetted, market, decision.text()));
            }, () -> result.refused().add(new PlacementPage.Refused(one, decision.text())));
        }
        return result;
    }

    private static PlacementPage.Decided decided(ReadyToPlace ready, VettedAgency vetted, AgencyChoice.Market market,
                                                 String why) {
        AccountKey key = ready.cleared().account().key();
        return new PlacementPage.Decided(new PlacementNumber(Ids.of("P", key, ready.served().notice())),
                market.tier(key), ready,
                vetted, why);
    }
}
