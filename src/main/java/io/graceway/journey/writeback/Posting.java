package io.graceway.journey.writeback;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Texts;
import io.graceway.journey.delinquency.HouseCase;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One thing to be posted in a source system.
 *
 * @param key       ours and unique for ever; posting the same key twice has one effect
 * @param amount    what its kind says of it, always positive; empty where that kind has none
 * @param on        the day it counts from
 * @param code      status, case type, closure code or part of the master record in our closed lists; empty
 *                  where the kind needs none
 * @param reference what it is about: a placement, payment or notice number
 * @param text      for people in the source system
 */
public record Posting(String key, AccountKey account, Kind kind, Optional<Money> amount, LocalDate on, String code,
                      String reference, String text) {

    /**
     * What a source system can be asked to post. This table is the rule by which one that knows a matter only under a
     * more general name is told of it: a hold as a dispute, an arrangement as a status, what is proposed to be written
     * off as a closure. An adjustment has no such name, so that money never ends up among notes.
     */
    public enum Kind {
        PAYMENT(Amount.MOVED, null), REVERSAL(Amount.MOVED, null), ADJUSTMENT(Amount.PROPOSED, null),
        NOTE(Amount.NONE, null), STATUS(Amount.NONE, null), DISPUTE(Amount.NONE, null), CLOSURE(Amount.NONE, null),
        CONTACT(Amount.NONE, null), ARRANGEMENT(Amount.STATED, STATUS), HOLD(Amount.NONE, DISPUTE),
        WRITE_OFF(Amount.PROPOSED, CLOSURE);

        /** Those that a source is taken to know whose file does not say which it takes. */
        public static final Set<Kind> COMMON = Collections.unmodifiableSet(EnumSet.of(PAYMENT, REVERSAL, NOTE, STATUS,
                DISPUTE, CLOSURE, CONTACT));

        /** Cases in which the customer says that something of the debt is not right; all others are holds. */
        private static final Set<HouseCase.Type> DISPUTES = EnumSet.of(HouseCase.Type.DISPUTE,
                HouseCase.Type.COMPLAINT, HouseCase.Type.SERVICE_ISSUE, HouseCase.Type.BILLING_ISSUE,
                HouseCase.Type.PAYMENT_CLAIMED);

        private final Amount amount;
        private final Kind general;

        Kind(Amount amount, Kind general) {
            this.amount = amount;
            this.general = general;
        }

        /** By which a source is told of a case of that type, whoever it came from. */
        public static Kind of(HouseCase.Type type) {
            return DISPUTES.contains(type) ? DISPUTE : HOLD;
        }

        /** Whether the source owes or is owed another sum by it; one that is proposed changes nothing by itself. */
        public boolean movesMoney() {
            return amount == Amount.MOVED;
        }

        public Amount amount() {
            return amount;
        }

        /** The older kind under which a source is told of it that does not know this one. */
        public Optional<Kind> general() {
            return Optional.ofNullable(general);
        }
    }

    /** What the amount of a posting is. */
    public enum Amount {
        /** It has none. */
        NONE,
        /** Credited or taken back by the posting. */
        MOVED,
        /** Put to the source, which decides: nothing is owed less before the source shows it so. */
        PROPOSED,
        /** Part of what is told, such as one payment of a plan; may be absent. */
        STATED
    }

    public Posting {
        key = Texts.required("posting key", key, 80);
        boolean fits = switch (kind.amount()) {
            case NONE -> amount.isEmpty();
            case MOVED, PROPOSED -> amount.isPresent();
            case STATED -> true;
        };
        if (!fits || amount.filter(one -> !one.isPositive()).isPresent()) {
            throw new IllegalArgumentException("a " + kind + " posting " + key
                    + " has a positive amount exactly when its kind is one of money");
        }
    }

    /** It in the words of a source that takes these kinds; empty where that has none for it. */
    public Optional<Posting> fitting(Set<Kind> takes) {
        return takes.contains(kind) ? Optional.of(this) : kind.general().filter(takes::contains).map(general ->
                new Posting(key, account, general, Optional.empty(), on, code, reference, text));
    }

    /** Its key and kind; the text may speak of a person. */
    @Override
    public String toString() {
        return "Posting[" + key + " " + kind + "]";
    }
}
