package io.graceway.journey.remittance;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.report.Fields;
import io.graceway.journey.placement.report.LineFault;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money that an agency reports, or takes back, and where it is.
 *
 * @param id        the agency's own number, unique for the agency
 * @param reverses  the payment that a reversal takes back
 * @param placement as the agency spells it
 * @param reason    why not all of it is applied; empty when it is
 * @param content   digest of what the agency said: the same line again, or another one under its number
 */
public record AgencyPayment(long line, String id, Kind kind, Optional<String> reverses, String placement, Money amount,
                            Split split, String reason, LocalDate paidOn, String content) {

    /** Money that came, or money that went back. */
    public enum Kind {
        PAYMENT, REVERSAL
    }

    public AgencyPayment {
        if (!split.amount().equals(amount)) {
            throw new IllegalArgumentException("the parts of a payment are " + split.amount() + ", not " + amount);
        }
    }

    /** The amount as it counts: a reversal takes away. */
    public Money signed(Money part) {
        return kind == Kind.PAYMENT ? part : part.negated();
    }

    /** What a line says; where its money is stays open. */
    record Stated(long line, String id, Kind kind, Optional<String> reverses, String placement, Money amount,
                  Optional<Money> withheld, LocalDate paidOn) {

        static Stated of(DocumentLine line) {
            Fields fields = new Fields(line);
            Kind kind = fields.code("kind", Kind.class);
            if ((kind == Kind.REVERSAL) != fields.given("reverses").isPresent()) {
                throw new LineFault("reverses", "GW-REM-034", "a reversal names the payment it takes back, "
                        + "and nothing else does");
            }
            Money amount = fields.positive("amount");
            Optional<Money> withheld = fields.money("fee");
            if (withheld.filter(fee -> fee.isNegative() || fee.compareTo(amount) > 0).isPresent()) {
                throw new LineFault("fee", "GW-REM-033", "a fee lies between nothing and the amount paid");
            }
            return new Stated(line.number(), fields.id("payment-id"), kind,
                    kind == Kind.REVERSAL ? Optional.of(fields.id("reverses")) : Optional.empty(),
                    fields.id("placement"), amount, withheld, fields.date("paid-on"));
        }

        String content() {
            return Ids.hex(String.join("\u001f", kind.name(), reverses.orElse(""), placement, amount.toString(),
                    withheld.orElse(Money.zero(amount.currency())).toString(), paidOn.toString()));
        }

        AgencyPayment split(Split split, String reason) {
            return new AgencyPayment(line, id, kind, reverses, placement, amount, split, reason, paidOn, content());
        }
    }
}
