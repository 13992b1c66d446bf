package io.graceway.journey.writeback;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Money;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.placement.report.Closure;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.remittance.AgencyPayment;
import io.graceway.journey.writeback.Posting.Amount;
import io.graceway.journey.writeback.Posting.Kind;
import java.time.LocalDate;
import java.util.Optional;

/** What happened outside, in words that a source system can take. */
public final class Postings {

    private static final int LONGEST_KEY = 80;

    private Postings() {
    }

    /** The customer paid the agency: the account is credited in full, whatever the agency keeps back. */
    public static Posting payment(AgencyPayment payment, Holding held) {
        return new Posting(paymentKey(held, payment.id()), held.placement().account(), Kind.PAYMENT,
                Optional.of(payment.split().credited()), payment.paidOn(), "", held.number(),
                "Paid to " + held.placement().agency() + " under its number " + payment.id());
    }

    /** The payment did not stand; the code is the key of the posting that it takes back. */
    public static Posting reversal(AgencyPayment reversal, Holding held) {
        String payment = reversal.reverses().orElseThrow();
        return new Posting(key("REV", held.placement().agency(), reversal.id()), held.placement().account(),
                Kind.REVERSAL,
                Optional.of(reversal.split().credited()), reversal.paidOn(), paymentKey(held, payment), held.number(),
                "Taken back by " + held.placement().agency() + ": its payment " + payment);
    }

    /**
     * Where the placement stands now.
     *
     * @param code  PAID, REOPENED or RECALLED
     * @param cause number of what made it so, because one placement can be paid twice
     */
    public static Posting status(String code, Holding held, LocalDate on, String cause) {
        return new Posting(key("STA", code + "-" + held.number(), cause), held.placement().account(), Kind.STATUS,
                Optional.empty(), on, code, held.number(), "Placement with " + held.placement().agency() + ": " + code);
    }

    /** The customer told the agency something that the house has to settle. */
    public static Posting opened(HouseCase one, AccountKey account, String agency) {
        return new Posting(key("CASE", agency, one.id()), account, Kind.of(one.type()), Optional.empty(), one.opened(),
                one.type().name(), one.id(), "Told to " + agency + ": " + one.type());
    }

    /** The agency gave the account back; for some reasons what is left is proposed to be written off with that. */
    public static Posting closure(Closure closure, Holding held) {
        Optional<Money> given = Optional.of(held.left()).filter(left -> closure.code().givesUp() && left.isPositive());
        return new Posting(key("CLO", closure.code() + "-" + held.number(), closure.closedOn().toString()),
                held.placement().account(), given.isPresent() ? Kind.WRITE_OFF : Kind.CLOSURE, given,
                closure.closedOn(), closure.code().name(), held.number(), "Given back by "
                + held.placement().agency() + ": " + closure.code() + given.map(left -> ", " + left + " left").orElse(
                ""));
    }

    /** What an agency learned; where it opens a case the reference is the case, which the source takes as its own. */
    public static Posting told(News news, Holding held, Optional<HouseCase> opened) {
        String agency = held.placement().agency();
        Kind kind = opened.map(one -> Kind.of(one.type())).orElseGet(() -> news.kind().posts().iterator().next());
        String code = switch (news.kind()) {
            case CONTACT_UPDATE, STATUS -> news.code();
            case ARRANGEMENT -> "ARRANGEMENT_" + news.code();
            case JUDGMENT -> "JUDGMENT";
            default -> opened.map(one -> one.type().name()).orElse("");
        };
        return new Posting(key("NEWS", agency, news.kind().document() + "-" + news.id()), held.placement().account(),
                kind, kind.amount() == Amount.NONE ? Optional.empty() : news.amount(), news.on(), code,
                opened.map(HouseCase::id).orElse(held.number()),
                "Told by " + agency + ", " + news.kind().document() + (news.code().isEmpty() ? "" : " " + news.code())
                + (news.told().isEmpty() ? "" : ": " + news.told()));
    }

    private static String paymentKey(Holding held, String payment) {
        return key("PAY", held.placement().agency(), payment);
    }

    private static String key(String kind, String whose, String number) {
        String key = kind + "-" + whose + "-" + number;
        return key.length() <= LONGEST_KEY ? key : kind + "-" + Ids.of("", kind, whose, number);
    }

    /** Another key for a posting whose own is taken: numbers with dashes of two agencies can spell the same key. */
    public static Posting apart(Posting one) {
        return new Posting(one.kind() + "-" + Ids.of("", one.key(), one.account(), one.reference(), one.text()),
                one.account(), one.kind(), one.amount(), one.on(), one.code(), one.reference(), one.text());
    }
}
