package io.graceway.edge.store.inbox;

import static io.graceway.journey.remittance.Cases.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.remittance.Receipt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Harbour is gross: 1,000.00 received and 400.00 paid directly at 25 percent are 350.00, by hand. */
@ParameterizedClass
@EnumSource(Databases.class)
class FeeInvoiceFileTest {

    private static final String AFTER = "2026-05-31T16:00:00Z";

    @Parameter
    Databases databases;

    private House house;
    private SqlInbox inbox;

    @BeforeEach
    void receipts() {
        house = new House(databases).place("P1", "harbour", "2000.00");
        inbox = new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of(House.TONE), 2);
        inbox.take(new Sent("harbour", "remittance", "r1", payment("1", "P1", "1000.00", null, "USD")));
        house.jdbc.update("insert into direct_payment (id, placement, currency, amount, fee, seen_on, kind) values "
                + "('D1', 'P1', 'USD', 400, 100, date '2026-05-10', 'PAYMENT')");
    }

    @Test
    void an_invoice_that_is_the_contract_worked_out_is_taken_once() {
        assertThat(take("f1", invoice("FI-1", "2026-05-30", "350.00")).outcome()).isEqualTo("A");
        assertThat(take("f2", invoice("FI-1", "2026-05-30", "350.00"))).isEqualTo(new Receipt("A", 1, 0, 0, 1, ""));
        assertThat(house.rows("select agency, invoice, from_day, until_day, fee from fee_invoice")).containsExactly(
                "harbour FI-1 2026-05-01 2026-05-30 350");
        assertThat(house.logged()).contains("remittance.billed");
    }

    @Test
    void a_cent_more_or_less_goes_back_with_our_own_figures() {
        assertThat(take("f1", invoice("FI-1", "2026-05-30", "350.01")).code()).isEqualTo("GW-REM-122");
        assertThat(take("f2", invoice("FI-1", "2026-05-30", "349.99")).code()).isEqualTo("GW-REM-122");
        assertThat(house.messages("harbour", "reject", "field", "why").get(2)).contains("fee", "350.00 USD",
                "250.00 USD", "100.00 USD");
        assertThat(take("f3", with(invoice("FI-1", "2026-05-30", "350.00"), "receipts", "999.00")).code())
                .isEqualTo("GW-REM-122");
        assertThat(house.rows("select invoice from fee_invoice")).isEmpty();
    }

    @Test
    void no_day_is_billed_twice_and_none_before_it_is_over() {
        take("f1", invoice("FI-1", "2026-05-09", "250.00"));
        assertThat(take("f2", invoice("FI-2", "2026-05-30", "350.00")).code()).isEqualTo("GW-REM-121");
        assertThat(take("f3", invoice("FI-1", "2026-05-08", "250.00")).code()).isEqualTo("GW-REM-101");
        assertThat(take("f4", invoice("FI-3", "2026-05-31", "350.00")).code()).isEqualTo("GW-REM-121");
        assertThat(take("f5", with(invoice("FI-4", "2026-05-31", "100.00"), "from", LocalDate.of(2026, 5, 10)))
                .code()).isEqualTo("GW-REM-120");
        assertThat(take("f6", with(invoice("FI-4", "2026-05-30", "100.00"), "from", LocalDate.of(2026, 5, 10)))
                .outcome()).isEqualTo("A");
    }

    private Receipt take(String name, DocumentLine line) {
        return inbox.take(new Sent("harbour", "fee-invoice", name, line).at(AFTER));
    }

    private static DocumentLine invoice(String number, String until, String fee) {
        return DocumentLine.of("fee-invoice", "invoice", number, "from", LocalDate.of(2026, 5, 1), "until",
                LocalDate.parse(until), "fee", new BigDecimal(fee), "currency", "USD");
    }

    private static DocumentLine with(DocumentLine line, String name, Object value) {
        java.util.Map<String, Object> fields = new java.util.LinkedHashMap<>(line.fields());
        fields.put(name, value instanceof String amount ? new BigDecimal(amount) : value);
        return new DocumentLine(0, line.record(), fields);
    }
}
