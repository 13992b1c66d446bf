package io.graceway.journey.placement;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Ids;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.eligibility.Cleared;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which agency may have an account. Every agency is asked and answers why not; among those that may, shares decide by a
 * hash of the account, so that the same question always gets the same answer.
 */
public final class AgencyChoice {

    /**
     * A choice with all its reasons.
     *
     * @param chosen empty when no agency may have the account
     * @param why    agency id to its reasons why not; an agency that may has none
     */
    public record Decision(Optional<VettedAgency> chosen, Map<String, List<String>> why) {

        /** On one line: {@code northgate: chosen; harbour: no licence for US-NY TRADE}. */
        public String text() {
            return String.join("; ", why.entrySet().stream().map(entry -> entry.getKey() + ": "
                    + (entry.getValue().isEmpty() ? isChosen(entry.getKey()) ? "chosen" : "may, not chosen"
                    : String.join(", ", entry.getValue()))).toList());
        }

        private boolean isChosen(String agency) {
            return chosen.filter(one -> one.agency().id().equals(agency)).isPresent();
        }
    }

    /**
     * What is known of all agencies at the moment of choosing.
     *
     * @param accepted what agencies have accepted of brand tones so far
     * @param load     open placements by agency id
     * @param earlier  agencies that had an account before, by account; none has it twice
     * @param worked   how many of them took it on, by account: each is a tier; who turned it down is none
     * @param closed   agencies to which people let nothing new go, and what that is called
     */
    public record Market(Collection<ToneAcceptance> accepted, Map<String, Integer> load,
                         Map<AccountKey, Set<String>> earlier, Map<AccountKey, Integer> worked,
                         Map<String, String> closed) {

        /** With every agency open. */
        public Market(Collection<ToneAcceptance> accepted, Map<String, Integer> load,
                      Map<AccountKey, Set<String>> earlier, Map<AccountKey, Integer> worked) {
            this(accepted, load, earlier, worked, Map.of());
        }

        /** The tier of the account's next placement: 1 for a first one. */
        public int tier(AccountKey account) {
            return 1 + worked.getOrDefault(account, 0);
        }

        /** The same with loads that can be added to, so that a page cannot fill an agency beyond its capacity. */
        Market counting() {
            return new Market(accepted, new HashMap<>(load), earlier, worked, closed);
        }

        void add(VettedAgency agency) {
            load.merge(agency.agency().id(), 1, Integer::sum);
        }
    }

    private final List<Agency> agencies;
    private final Map<String, BrandTone> tones;

    /** @param tones by brand id */
    public AgencyChoice(Collection<Agency> agencies, Map<String, BrandTone> tones) {
        this.agencies = agencies.stream().sorted(java.util.Comparator.comparing(Agency::id)).toList();
        this.tones = Map.copyOf(tones);
    }

    /** One of all agencies, decided by shares among those that may. */
    public Decision choose(Cleared cleared, Market market) {
        return choose(cleared, market, agency -> true);
    }

    /** The agency that the customer was told, if it still may; another one would need another notice. */
    public Decision confirm(Cleared cleared, Market market, String told) {
        return choose(cleared, market, agency -> agency.id().equals(told));
    }

    private Decision choose(Cleared cleared, Market market, Predicate<Agency> asked) {
        BrandTone tone = tones.get(cleared.account().brand().id());
        Map<String, List<String>> why = new LinkedHashMap<>();
        List<Agency> able = new ArrayList<>();
        for (Agency agency : agencies) {
            List<String> reasons = whyNot(agency, cleared, tone, market);
            why.put(agency.id(), reasons);
            if (reasons.isEmpty() && asked.test(agency)) {
                able.add(agency);
            }
        }
        return new Decision(pick(able, cleared).map(agency -> vetted(agency, cleared, tone)), why);
    }

    private static List<String> whyNot(Agency agency, Cleared cleared, BrandTone tone, Market market) {
        DelinquentAccount account = cleared.account();
        List<String> why = new ArrayList<>(
                agency.vetting().whyNot(account.debtor().place(), account.kind(), cleared.day()));
        if (!agency.types().contains(account.debtor().type())) {
            why.add("does not take " + account.debtor().type());
        }
        if (!agency.kinds().contains(account.kind())) {
            why.add("does not take " + account.kind());
        }
        if (!agency.currencies().contains(account.key().currency())) {
            why.add("does not account in " + account.key().currency());
        }
        if (tone == null) {
            why.add("brand " + account.brand() + " has no tone profile");
        } else if (market.accepted.stream().noneMatch(one -> one.agency().equals(agency.id()) && one.covers(tone))) {
            why.add("has not accepted tone " + tone);
        }
        Optional.ofNullable(market.closed.get(agency.id())).ifPresent(why::add);
        if (agency.share() == 0) {
            why.add("has no share: takes no new accounts");
        }
        if (market.load.getOrDefault(agency.id(), 0) >= agency.capacity()) {
            why.add("capacity of " + agency.capacity() + " reached");
        }
        why.addAll(history(agency, account.key(), market));
        return why;
    }

    /** None has an account twice, and each works the tiers that its fees name. */
    private static List<String> history(Agency agency, AccountKey account, Market market) {
        List<String> why = new ArrayList<>();
        if (market.earlier.getOrDefault(account, Set.of()).contains(agency.id())) {
            why.add("had this account before");
        }
        int tier = market.tier(account);
        if (!agency.terms().fees().works(tier)) {
            why.add("works " + agency.terms().fees().tiers().stream().map(one -> "tier " + one).collect(Collectors
                    .joining(" and ")) + ", this would be tier " + tier);
        }
        return why;
    }

    private static Optional<Agency> pick(List<Agency> able, Cleared cleared) {
        int all = able.stream().mapToInt(Agency::share).sum();
        if (all <= 0) {
            return Optional.empty();
        }
        byte[] hash = Ids.sha256(cleared.account().key().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        int ticket = Math.floorMod(java.nio.ByteBuffer.wrap(hash).getInt(), all);
        for (Agency agency : able) {
            ticket -= agency.share();
            if (ticket < 0) {
                return Optional.of(agency);
            }
        }
        return Optional.empty();
    }

    private static VettedAgency vetted(Agency agency, Cleared cleared, BrandTone tone) {
        return new VettedAgency(agency, tone, agency.vetting().snapshot(cleared.account().debtor().place(),
                cleared.account().kind(), cleared.day()));
    }
}
