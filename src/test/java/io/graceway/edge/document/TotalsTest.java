package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The remittance of the default dialect: what the trailer says must be what the file holds, to the cent. */
class TotalsTest {

    private static final String HEAD =
            "record,payment_id,placement,kind,reverses,amount,fee,currency,paid_on,records\n";
    private static final String ONE = "payment,P-1,PL-1,PAYMENT,,60.10,15.00,EUR,2026-04-01,\n";
    private static final String TWO = "payment,P-2,PL-2,REVERSAL,P-1,60.2,0,EUR,2026-04-02,\n";
    private static final String USD = "payment,P-3,PL-3,PAYMENT,,1.00,0.25,USD,2026-04-02,\n";
    private static final String END = "trailer,,,,,120.30,15.00,EUR,,2\ntrailer,,,,,1.00,0.25,USD,,1\n";

    @TempDir
    private Path folder;
    private Home home;

    @BeforeEach
    void maps() {
        home = new Home(folder).with("test/remittance.in", "extends: flat-csv\n");
    }

    @Test
    void agree_by_currency_whatever_the_spelling_of_the_decimals() throws IOException {
        home.read("remittance", HEAD + ONE + TWO + USD + END);
        assertThat(home.disagreements()).isEmpty();
        assertThat(home.totals.found("EUR", "amount")).isEqualByComparingTo(new BigDecimal("120.30"));
        assertThat(home.totals.declared().get("EUR").records()).isEqualTo(2);
        assertThat(home.lines).extracting(line -> line.record()).containsOnly("payment").hasSize(3);
    }

    @Test
    void a_rejected_line_still_counts_as_long_as_its_amount_can_be_read() throws IOException {
        home.read("remittance", HEAD + ONE.replace("PAYMENT", "GIFT") + TWO + USD + END);
        assertThat(home.faults()).containsExactly("2 kind GW-DOC-008");
        assertThat(home.whose).containsExactly("PL-1");
        assertThat(home.disagreements()).isEmpty();
        assertThat(home.totals.records()).isEqualTo(3);
        assertThat(home.totals.rejected()).isEqualTo(1);
    }

    @Test
    void a_line_whose_amount_nobody_can_read_makes_the_file_unprovable() throws IOException {
        home.read("remittance", HEAD + ONE.replace("60.10", "60,10") + TWO + USD + END);
        assertThat(home.faults()).containsExactly("2  GW-DOC-003");
        assertThat(home.disagreements()).contains("2 GW-DOC-044");
        home.read("remittance", HEAD + ONE.replace("60.10", "6O.10") + TWO + USD + END);
        assertThat(home.disagreements()).contains("2 GW-DOC-044");
    }

    @Test
    void a_difference_of_one_cent_or_one_record_is_found() throws IOException {
        assertThat(home.read("remittance", HEAD + ONE + TWO + USD + END.replace("120.30", "120.31")).disagreements())
                .containsExactly("5 GW-DOC-041");
        assertThat(home.read("remittance", HEAD + ONE + TWO + USD + END.replace("EUR,,2", "EUR,,3")).disagreements())
                .containsExactly("5 GW-DOC-040");
        assertThat(home.read("remittance", HEAD + ONE + TWO + END).disagreements())
                .containsExactly("5 GW-DOC-040", "5 GW-DOC-041", "5 GW-DOC-041");
    }

    @Test
    void a_trailer_that_is_missing_doubled_or_unreadable_proves_nothing() throws IOException {
        assertThat(home.read("remittance", HEAD + ONE).disagreements()).containsExactly("0 GW-DOC-042");
        assertThat(home.read("remittance", HEAD).disagreements()).containsExactly("0 GW-DOC-042");
        assertThat(home.read("remittance", HEAD + ONE + TWO + USD + END + END).disagreements())
                .containsExactly("7 GW-DOC-043", "8 GW-DOC-043");
        assertThat(home.read("remittance", HEAD + ONE + TWO + USD + END.replace("EUR,,2", "EUR,,two")).disagreements())
                .containsExactly("0 GW-DOC-042");
        assertThat(home.read("remittance", HEAD + "trailer,,,,,0,0,EUR,,0\n").disagreements()).isEmpty();
    }

    @Test
    void a_reversal_says_what_it_reverses_and_amounts_are_never_negative() throws IOException {
        home.read("remittance", HEAD + TWO.replace(",P-1,", ",,") + ONE.replace("60.10", "-60.10") + END);
        assertThat(home.faults()).containsExactly("2 reverses GW-DOC-012", "3 amount GW-DOC-007");
        assertThat(home.rejects.get(0).why()).isEqualTo("a reversal must say which payment it reverses");
    }
}
