package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.document.mapping.OwnCode;
import io.graceway.edge.document.mapping.OwnCode.Unknown;
import io.graceway.journey.delinquency.TableReader.LineSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one partner's codes mean counts for its files alone, beside the dialect's table and where there is none. */
class OwnCodesTest {

    private static final String REPORT = """
            document: report
            format: csv
            csv: {delimiter: "|", header: false}
            marker: "1"
            records:
              payment: {marker: P, fields: {payment-id: "2", placement: "3", kind: {at: "4", codes: {PA: PAYMENT}},
                amount: {at: "5", type: decimal}, fee: {type: decimal, constant: "0"}, currency: {constant: USD},
                paid-on: {at: "6", type: date}}}
              recall-objection: {marker: O, fields: {placement: "2", code: {at: "3", codes: {ARR: PAYMENT_ARRANGEMENT,
                LEG: LEGAL_ACTION}}}}
              closure: {marker: C, fields: {placement: "2", code: "3", closed-on: {at: "4", type: date}}}
            """;
    private static final String WIRE = "O|PL-1|ARR\nO|PL-1|PLAN\nC|PL-1|GONE|2026-05-01\nC|PL-1|PAID|2026-05-01\n"
            + "P|R-1|PL-1|CB|5.00|2026-05-01\n";
    private static final OwnCode PLAN = new OwnCode("report", "recall-objection", "code", "PLAN",
            "PAYMENT_ARRANGEMENT");
    private static final OwnCode GONE = new OwnCode("report", "closure", "code", "GONE", "UNTRACEABLE");
    /** As the journey has them for what our documents leave open. */
    private static final OwnCode.Lists LISTS = (record, field) -> (record + " " + field).equals("closure code")
            ? Set.of("PAID", "UNTRACEABLE") : Set.of();

    private Dialects dialects;
    private Home home;

    @BeforeEach
    void a_dialect(@TempDir Path folder) {
        home = new Home(folder).with("test/report.in", REPORT);
        dialects = home.dialects();
    }

    private static Speech knowing(OwnCode... codes) {
        return new Speech("test", Map.of(), List.of(codes));
    }

    private List<String> read(Speech speech) throws IOException {
        List<String> read = new java.util.ArrayList<>();
        dialects.reader(speech, "report").read(new ByteArrayInputStream(WIRE.getBytes(StandardCharsets.UTF_8)),
                new LineSink() {
                    @Override
                    public void line(io.graceway.journey.account.DocumentLine line) {
                        read.add(line.number() + " " + line.text("code"));
                    }

                    @Override
                    public void reject(String whose, io.graceway.journey.account.Reject why) {
                        read.add(why.line() + " " + why.code());
                    }
                });
        return read;
    }

    private Optional<Unknown> unknown(Speech speech, long line) throws IOException {
        return dialects.reader(speech, "report").unknown(new ByteArrayInputStream(WIRE.getBytes(
                StandardCharsets.UTF_8)), line, LISTS);
    }

    @Test
    void a_code_counts_beside_the_table_and_beside_none() throws Exception {
        List<String> before = List.of("1 PAYMENT_ARRANGEMENT", "2 GW-DOC-008", "3 GONE", "4 PAID", "5 GW-DOC-008");
        assertThat(read(Speech.of("test"))).isEqualTo(before);
        assertThat(read(knowing(PLAN, GONE))).containsExactly("1 PAYMENT_ARRANGEMENT", "2 PAYMENT_ARRANGEMENT",
                "3 UNTRACEABLE", "4 PAID", "5 GW-DOC-008");
        assertThat(read(Speech.of("test"))).as("another partner's files").isEqualTo(before);
    }

    @Test
    void the_dialects_own_word_stands() throws Exception {
        assertThat(read(knowing(new OwnCode("report", "recall-objection", "code", "ARR", "LEGAL_ACTION"))))
                .startsWith("1 PAYMENT_ARRANGEMENT");
    }

    @Test
    void an_unknown_code_is_found_with_what_it_could_mean() throws Exception {
        assertThat(unknown(knowing(), 1)).isEmpty();
        assertThat(unknown(knowing(), 2)).contains(new Unknown("recall-objection", "code", "PLAN", Set.of(
                "PAYMENT_ARRANGEMENT", "LEGAL_ACTION")));
        assertThat(unknown(knowing(), 3)).contains(new Unknown("closure", "code", "GONE", Set.of("PAID",
                "UNTRACEABLE")));
        assertThat(unknown(knowing(), 4)).isEmpty();
        assertThat(unknown(knowing(PLAN, GONE), 2)).isEmpty();
        assertThat(unknown(knowing(PLAN, GONE), 3)).isEmpty();
        assertThat(unknown(knowing(), 9)).isEmpty();
    }

    @Test
    void what_says_what_money_is_cannot_be_told_here() throws Exception {
        assertThat(unknown(knowing(), 5)).isEmpty();
        OwnCode money = new OwnCode("report", "payment", "kind", "CB", "REVERSAL");
        assertThat(dialects.incoming("test", "report").orElseThrow()).satisfies(one -> assertThat(money.choices(one,
                LISTS)).isEmpty());
    }
}
