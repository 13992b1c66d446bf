package io.graceway.journey.remittance;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.delinquency.DebtKind;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.Agency.Basis;
import io.graceway.journey.placement.FeeSchedule;
import io.graceway.journey.placement.Placement;
import io.graceway.journey.placement.Vetting;
import io.graceway.journey.placement.report.AgencyFileNumber;
import io.graceway.journey.placement.report.Holding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Agencies, placements and lines for tests of the way back. */
public final class Cases {

    public static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    public static final ZoneId ZONE = ZoneId.of("America/New_York");
    public static final int FEE = 2500;

    private Cases() {
    }

    public static Agency net(String id) {
        return agency(id, Basis.NET);
    }

    public static Agency gross(String id) {
        return agency(id, Basis.GROSS);
    }

    private static Agency agency(String id, Basis basis) {
        FeeSchedule fees = new FeeSchedule(List.of(new FeeSchedule.Step(0, FEE)));
        return new Agency(id, id, new Vetting(List.of(), List.of()), Set.of(DebtorType.CONSUMER),
                Set.of(DebtKind.TRADE),
                Set.of("USD", "EUR", "JPY"), 1000, 1, "plain", Agency.Cutoff.daily(LocalTime.NOON), ZONE,
                new Agency.Terms(fees, basis, true, 7, 30));
    }

    /** The same agency on other terms. */
    public static Agency on(Agency one, Agency.Terms terms) {
        return new Agency(one.id(), one.name(), one.vetting(), one.types(), one.kinds(), one.currencies(),
                one.capacity(), one.share(), one.dialect(), one.cutoff(), one.zone(), terms);
    }

    public static Holding held(String number, String agency, Money placed) {
        return held(number, agency, placed, Placement.State.ACKNOWLEDGED);
    }

    public static Holding held(String number, String agency, Money placed, Placement.State state) {
        boolean answered = state == Placement.State.ACKNOWLEDGED;
        return new Holding(new Placement(new PlacementNumber(number), key(number, placed.currency()), agency, 1,
                LocalDate.of(2026, 3, 18), placed, placed, FEE, "acme-home@4", state), ZONE,
                Optional.of(new AgencyFileNumber("F-" + number)).filter(any -> answered), answered, "", false,
                Optional.of("D1"), "hash", Optional.empty());
    }

    public static AccountKey key(String placement, String currency) {
        return new AccountKey("erp", new AccountNumber("AC-" + placement), currency);
    }

    public static DocumentLine payment(String id, String placement, String amount, String fee, String currency) {
        return line(id, "PAYMENT", null, placement, amount, fee, currency);
    }

    public static DocumentLine reversal(String id, String reverses, String placement, String amount, String currency) {
        return line(id, "REVERSAL", reverses, placement, amount, null, currency);
    }

    public static DocumentLine line(String id, String kind, String reverses, String placement, String amount,
            String fee,
                                    String currency) {
        return DocumentLine.of("payment", "payment-id", id, "placement", placement, "kind", kind, "reverses", reverses,
                "amount", new BigDecimal(amount), "fee", fee == null ? null : new BigDecimal(fee), "currency", currency,
                "paid-on", DAY);
    }

    public static Known knowing(Holding... holdings) {
        return new Known(java.util.Arrays.stream(holdings).collect(java.util.stream.Collectors.toMap(Holding::number,
                one -> one)),
                Map.of(), Map.of());
    }

    /** What comes of these payments, with the fee on what was paid directly. */
    static FeeStatement statement(List<AgencyPayment> payments, String onDirect) {
        Money zero = Money.zero("USD");
        return new FeeStatement(sum(payments, zero, Split::credited), sum(payments, zero, Split::earned),
                Money.of(onDirect, "USD"), sum(payments, zero, Split::fee));
    }

    private static Money sum(List<AgencyPayment> payments, Money zero, Function<Split, Money> part) {
        return payments.stream().map(one -> one.signed(part.apply(one.split()))).reduce(zero, Money::plus);
    }
}
