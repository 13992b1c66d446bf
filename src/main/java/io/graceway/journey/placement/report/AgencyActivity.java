package io.graceway.journey.placement.report;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.HouseCase;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One thing that an agency did or learned about a placement; what it does not say is empty, and cannot be checked.
 *
 * @param event      the agency's own number for it
 * @param outbound   the agency spoke first
 * @param note       may be personal: it is kept, and never logged
 * @param thirdParty somebody other than the debtor was spoken to
 * @param legalStep  a step of or towards a lawsuit; {@code NONE} says that there was none
 * @param more       what else it says of itself
 * @param content    digest over all fields: the same event once more, or another one under its number
 */
public record AgencyActivity(long line, String event, String placement, Instant at, Optional<Channel> channel,
                             Optional<Boolean> outbound, Outcome outcome, Optional<String> note,
                             Optional<Boolean> thirdParty, Optional<String> legalStep, More more, String content) {

    /**
     * What only some checks need.
     *
     * @param asserted the amount that the agency said is owed
     * @param template the agency's text that was used
     * @param feeCode  a fee that was charged to the customer
     * @param offers   codes of what was offered, separated by blanks
     * @param approval the house's number of its approval of the legal step
     * @param cost     of the legal step
     * @param actedBy  who did it; empty for the agency itself
     */
    public record More(Optional<Money> asserted, Optional<String> template, Optional<String> feeCode,
                       Optional<String> offers, Optional<String> approval, Optional<Money> cost,
                       Optional<String> actedBy) {
    }

    /** What came of it: one closed list, onto which every dialect maps its own codes. */
    public enum Outcome {
        ATTEMPT, NO_ANSWER, VOICEMAIL, SENT, VALIDATION_SENT, BOUNCE, CONVERSATION, REFUSED, PROMISE, ARRANGEMENT,
        DISPUTE(HouseCase.Type.DISPUTE), HARDSHIP(HouseCase.Type.HARDSHIP), COMPLAINT(HouseCase.Type.COMPLAINT),
        CEASE_CONTACT(HouseCase.Type.CEASE_CONTACT), ATTORNEY(HouseCase.Type.ATTORNEY),
        BANKRUPTCY(HouseCase.Type.BANKRUPTCY), DECEASED(HouseCase.Type.DECEASED);

        private final HouseCase.Type opens;

        Outcome() {
            this(null);
        }

        Outcome(HouseCase.Type opens) {
            this.opens = opens;
        }

        /** Somebody was spoken to. */
        public boolean isTalk() {
            return compareTo(CONVERSATION) >= 0;
        }

        /** Something was said or written, so that an amount may have been. */
        boolean says() {
            return this == SENT || this == VALIDATION_SENT || isTalk();
        }

        /** The case that the house has to settle once it hears of it. */
        public Optional<HouseCase.Type> opens() {
            return Optional.ofNullable(opens);
        }
    }

    /** Who spoke first. */
    private enum Direction {
        OUT, IN
    }

    public static AgencyActivity of(DocumentLine line) {
        Fields fields = new Fields(line);
        return new AgencyActivity(line.number(), fields.id("event-id"), fields.id("placement"), fields.instant("at"),
                fields.givenCode("channel", Channel.class),
                fields.givenCode("direction", Direction.class).map(Direction.OUT::equals),
                fields.code("outcome", Outcome.class), fields.given("note"), fields.flag("third-party"),
                fields.given("legal-step"), new More(fields.money("asserted"), fields.given("template"),
                fields.given("fee-code"), fields.given("offers"), fields.given("approval"), fields.money("cost"),
                fields.given("acted-by")),
                Ids.hex(new TreeMap<>(line.fields()).toString()));
    }

    Optional<Money> asserted() {
        return more.asserted;
    }

    Optional<String> template() {
        return more.template;
    }

    Optional<String> feeCode() {
        return more.feeCode;
    }

    Optional<String> offers() {
        return more.offers;
    }

    public Optional<String> approval() {
        return more.approval;
    }

    Optional<String> actedBy() {
        return more.actedBy;
    }

    Optional<Money> cost() {
        return more.cost;
    }

    /** Something of or towards a lawsuit was done. */
    public boolean isLegalStep() {
        return legalStep.filter(step -> !step.equals("NONE")).isPresent();
    }

    /** Its numbers only: a note may speak of a person. */
    @Override
    public String toString() {
        return "AgencyActivity[" + event + " " + placement + " " + outcome + "]";
    }
}
