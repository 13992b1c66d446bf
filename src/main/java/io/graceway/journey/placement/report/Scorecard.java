package io.graceway.journey.placement.report;

import io.graceway.journey.account.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an agency did, in one currency, beside the others.
 *
 * @param placed     of everything that was ever sent to it
 * @param recovered  what customers paid to it and was credited, less what was taken back
 * @param compared   the part of it for which another agency had accounts of the same month and size
 * @param peers      what the others would have recovered of these, at their rates; empty where there is none
 * @param counts     what else happened
 */
public record Scorecard(String agency, Money placed, Money recovered, Money compared, Optional<Money> peers,
                        Counts counts) {

    private static final int RATE_DIGITS = 10;
    private static final int INDEX_DIGITS = 2;

    /**
     * Placements of one month, one currency and about one size, that went to one agency.
     *
     * @param group month and size
     */
    public record Cell(String agency, String group, Money placed, Money recovered) {

        private boolean besides(Cell other) {
            return !agency.equals(other.agency) && group.equals(other.group)
                    && placed.currency().equals(other.placed.currency());
        }
    }

    /**
     * @param placements    everything that was ever sent to it
     * @param answered      of these, what it answered
     * @param daysToAnswer  all days until the answers, added up
     * @param rejected      what it turned down
     * @param complaints    told by it or about it
     * @param disputes      told by it
     * @param reports       contacts that it reported
     * @param breaches      reported contacts that broke a rule, and silences
     * @param recalled      placements that were taken back
     * @param afterRecall   contacts with customers after the last day of a recall
     */
    public record Counts(long placements, long answered, long daysToAnswer, long rejected, long complaints,
                         long disputes, long reports, long breaches, long recalled, long afterRecall) {

        /** How often, for each thousand placements. */
        public BigDecimal perThousand(long count) {
            return placements == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(count).movePointRight(3)
                    .divide(BigDecimal.valueOf(placements), 1, RoundingMode.HALF_UP);
        }
    }

    /** @param cells of all agencies in this currency */
    public static Scorecard of(String agency, List<Cell> cells, Counts counts) {
        List<Cell> own = cells.stream().filter(one -> one.agency.equals(agency)).toList();
        Money zero = Money.zero(own.get(0).placed.currency());
        Money compared = zero;
        List<Money> peers = new ArrayList<>();
        for (Cell cell : own) {
            List<Cell> others = cells.stream().filter(one -> one.besides(cell)).toList();
            Money placed = others.stream().map(Cell::placed).reduce(zero, Money::plus);
            if (placed.isPositive()) {
                Money recovered = others.stream().map(Cell::recovered).reduce(zero, Money::plus);
                BigDecimal rate = recovered.amount().divide(placed.amount(), RATE_DIGITS, RoundingMode.HALF_EVEN);
                peers.add(new Money(cell.placed.amount().multiply(rate).setScale(cell.placed.amount().scale(),
                        RoundingMode.HALF_EVEN), zero.currency()));
                compared = compared.plus(cell.recovered);
            }
        }
        return new Scorecard(agency, sum(own, true, zero), sum(own, false, zero), compared,
                peers.stream().reduce(Money::plus), counts);
    }

    private static Money sum(List<Cell> cells, boolean placed, Money zero) {
        return cells.stream().map(one -> placed ? one.placed : one.recovered).reduce(zero, Money::plus);
    }

    /** Recovered of a hundred placed. */
    public BigDecimal rate() {
        return placed.isZero() ? BigDecimal.ZERO : recovered.amount().movePointRight(2).divide(placed.amount(), 1,
                RoundingMode.HALF_UP);
    }

    /** 1.00 is as well as the others with the same; empty where nobody had the same, or they recovered nothing. */
    public Optional<BigDecimal> index() {
        return peers.filter(Money::isPositive).map(others -> compared.amount().divide(others.amount(), INDEX_DIGITS,
                RoundingMode.HALF_UP));
    }

    /** On average; empty before its first answer. */
    public Optional<BigDecimal> daysToAnswer() {
        return counts.answered == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(counts.daysToAnswer)
                .divide(BigDecimal.valueOf(counts.answered), 1, RoundingMode.HALF_UP));
    }
}
