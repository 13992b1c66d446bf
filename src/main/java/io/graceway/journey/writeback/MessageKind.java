package io.graceway.journey.writeback;

import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.writeback.Posting.Kind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every message between the house and its agencies: who sends it, in which states of its placement it is taken, what it
 * does, what the source is told, and what answers it. The page {@code src/docs/messages.md} is this table.
 */
public enum MessageKind {

    PLACEMENT("placement", Sender.HOUSE, EnumSet.of(State.DECIDED), "the agency works the account, in the tone that "
            + "comes with it", Set.of()),
    REJECT("reject", Sender.HOUSE, Set.of(), "answers every file of the agency: what was taken, and each line that was "
            + "not", Set.of()),
    DIRECT_PAYMENT("direct-payment", Sender.HOUSE, Legal.WITH_AGENCY, "the customer paid the house: the agency "
            + "asks for less", Set.of(Kind.STATUS)),
    ADJUSTMENT("adjustment", Sender.HOUSE, Legal.WITH_AGENCY, "what is owed became less without a payment, "
            + "which earns no fee", Set.of(Kind.STATUS)),
    DIRECT_PAYMENT_REVERSAL("direct-payment-reversal", Sender.HOUSE, Legal.WITH_AGENCY, "that payment did not "
            + "stand: the agency asks for more again, and the fee on it goes back", Set.of()),
    RECALL("recall", Sender.HOUSE, Legal.WITH_AGENCY, "pending, the agency may object; extended by an objection; "
            + "final, the account comes home", Set.of(Kind.STATUS)),
    ACKNOWLEDGEMENT("acknowledgement", Sender.AGENCY, Legal.LEFT, "the placement is acknowledged, or comes home when "
            + "it is turned down; balances are compared", Set.of()),
    CONTACT_UPDATE("contact-update", Sender.BOTH, Legal.LEFT, "the new address, phone or e-mail; what is empty is not "
            + "used any more",
            Set.of(Kind.CONTACT)),
    RECALL_OBJECTION("recall-objection", Sender.AGENCY, EnumSet.of(State.RECALL_PENDING), "the recall is extended once",
            Set.of()),
    CLOSURE("closure", Sender.AGENCY, Legal.TAKEN_BACK, "the account comes home; a placement that was recalled is "
            + "confirmed", EnumSet.of(Kind.CLOSURE, Kind.WRITE_OFF, Kind.DISPUTE, Kind.HOLD)),
    NOTE("note", Sender.BOTH, Legal.LEFT, "kept for people", Set.of(Kind.NOTE)),
    STATUS("status", Sender.AGENCY, Legal.WITH_AGENCY, "kept for people; `LEGAL` is refused without an approval number",
            Set.of(Kind.STATUS)),
    ACTIVITY("activity", Sender.AGENCY, Legal.LEFT, "checked against the brand tone; what the customer said may open a "
            + "case", EnumSet.of(Kind.DISPUTE, Kind.HOLD)),
    ARRANGEMENT("arrangement", Sender.BOTH, Legal.WITH_AGENCY, "while it runs people cannot recall without force; "
            + "one that comes in time counts as an objection to a recall; one of the house's is taken over as it is",
            Set.of(Kind.ARRANGEMENT)),
    REMITTANCE("remittance", Sender.AGENCY, Legal.LEFT, "payments and what is taken back: every cent is credited, or "
            + "in suspense with a reason", Set.of(Kind.PAYMENT, Kind.REVERSAL, Kind.STATUS)),
    FEE_INVOICE("fee-invoice", Sender.AGENCY, Set.of(), "taken when it is what the contract gives, to the minor unit; "
            + "no day is billed twice", Set.of()),
    PAYOUT("payout", Sender.AGENCY, Set.of(), "taken when it is what the agency reported less what the contract gives "
            + "it, to the minor unit; no payment is paid out twice", Set.of()),
    DISPUTE("dispute", Sender.BOTH, Legal.LEFT, "holds the account until the house has settled it, at every agency",
            Set.of(Kind.DISPUTE), HouseCase.Type.DISPUTE),
    COMPLAINT("complaint", Sender.BOTH, Legal.LEFT, "holds the account until the house has settled it",
            Set.of(Kind.DISPUTE), HouseCase.Type.COMPLAINT),
    HOLD("hold", Sender.BOTH, Legal.LEFT, "holds the account for the reason it gives",
            EnumSet.of(Kind.DISPUTE, Kind.HOLD)),
    BANKRUPTCY("bankruptcy", Sender.BOTH, Legal.LEFT, "holds the account, and takes it back at once",
            Set.of(Kind.HOLD), HouseCase.Type.BANKRUPTCY),
    DECEASED("deceased", Sender.BOTH, Legal.LEFT, "holds the account, and takes it back at once",
            Set.of(Kind.HOLD), HouseCase.Type.DECEASED),
    JUDGMENT("judgment", Sender.AGENCY, Legal.LEFT, "people look at it, unless the house approved the step",
            Set.of(Kind.STATUS)),
    INFORMATION_REQUEST("information-request", Sender.AGENCY, Legal.WITH_AGENCY, "people put "
            + "the papers into the source, or answer for a legal step", Set.of()),
    INVENTORY("inventory", Sender.AGENCY, Legal.LEFT, "compared with our book; every difference is kept and told back",
            Set.of()),
    ERASURE_ORDER("erasure-order", Sender.HOUSE, Legal.OVER, "the agency erases what it holds of the placement",
            Set.of()),
    ERASURE_CONFIRMATION("erasure-confirmation", Sender.AGENCY, Legal.OVER, "the order is confirmed, or the agency "
            + "says that the law has it keep something", Set.of()),
    INFORMATION_ANSWER("information-answer", Sender.HOUSE, Legal.WITH_AGENCY, "names the papers that the source has, "
            + "or the number under which a legal step is approved",
            Set.of());

    /** Who writes it. */
    public enum Sender {
        HOUSE, AGENCY, BOTH
    }

    /** States of a placement that several messages share. */
    private static final class Legal {

        /** The agency has heard of it, whatever became of it since: news of a customer are never too late. */
        static final Set<State> LEFT = EnumSet.of(State.SENT, State.ACKNOWLEDGED, State.RECALL_PENDING, State.RECALLED,
                State.CLOSED, State.REJECTED);
        static final Set<State> WITH_AGENCY = EnumSet.of(State.SENT, State.ACKNOWLEDGED, State.RECALL_PENDING);
        static final Set<State> OVER = EnumSet.of(State.RECALLED, State.CLOSED, State.REJECTED);
        static final Set<State> TAKEN_BACK = EnumSet.of(State.SENT, State.ACKNOWLEDGED, State.RECALL_PENDING,
                State.RECALLED);
    }

    private final String document;
    private final Sender sender;
    private final Set<State> legal;
    private final String does;
    private final Set<Kind> posts;
    private final HouseCase.Type opens;

    MessageKind(String document, Sender sender, Set<State> legal, String does, Set<Kind> posts) {
        this(document, sender, legal, does, posts, null);
    }

    MessageKind(String document, Sender sender, Set<State> legal, String does, Set<Kind> posts, HouseCase.Type opens) {
        this.document = document;
        this.sender = sender;
        this.legal = legal;
        this.does = does;
        this.posts = posts;
        this.opens = opens;
    }

    /** Those that agencies send. */
    public static List<MessageKind> inbound() {
        return Stream.of(values()).filter(one -> one.sender != Sender.HOUSE).toList();
    }

    public static Optional<MessageKind> inbound(String document) {
        return inbound().stream().filter(one -> one.document.equals(document)).findFirst();
    }

    /** The document that carries it, which is also the name of its record. */
    public String document() {
        return document;
    }

    public Sender sender() {
        return sender;
    }

    /** In these states a placement takes it, in the others it is refused. */
    public Set<State> legal() {
        return Collections.unmodifiableSet(legal);
    }

    /** A placement in another state does not take it. */
    public boolean isLegalFor(State state) {
        return legal.contains(state);
    }

    public String does() {
        return does;
    }

    /** What the source is told. */
    public Set<Kind> posts() {
        return posts;
    }

    /** The case that it opens in house, whatever it says. */
    public Optional<HouseCase.Type> opens() {
        return Optional.ofNullable(opens);
    }
}
