package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graceway.journey.account.DocumentLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes out as an interchange is as its directory has it, or does not go out. */
class EdifactWritingTest {

    private static final String SETTINGS = "settings: {house: %s, partner: P, test: 'false', syntax: UNOC, zone: UTC}";

    @TempDir
    private static Path folder;
    private static Dialects dialects;

    @BeforeAll
    static void maps() {
        dialects = new Home(folder).about("test", SETTINGS.formatted("H")).with("test/recall.out", "extends: debrec\n")
                .with("test/recall.in", """
                        format: edifact
                        edifact: {message: DEBREC, release: 21A, syntax: "${syntax}"}
                        records:
                          recall:
                            marker: GIR/EVE
                            fields:
                              placement: GIR.2.1
                              account: GIR.4.1
                              stage: {at: GIR/EVE.2.4}
                              reason: {at: "GIR/EVE/FTX[ZZZ,3.1=REASON].4.1"}
                        """).dialects();
    }

    private static DocumentLine recall(String field, String value) {
        Map<String, Object> fields = new HashMap<>(Map.of("placement", "PL-1", "account", "A-1", "stage", "PENDING",
                "reason", "MOVED", "object-by", LocalDate.of(2026, 6, 10)));
        fields.put(field, value);
        return new DocumentLine(1, "recall", fields);
    }

    private static byte[] write(Map<String, String> settings, DocumentLine... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        dialects.writer(new Speech("test", settings), "recall").write(out, List.of(lines));
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"UNOC, 3, Zoë's 50% + ?: on * Street", "UNOY, 4, Zoë's 50% + ?: on * Street 東",
        "UNOA, 3, 50% + ?: ON * ST'"})
    void what_is_written_in_any_syntax_is_read_again(String syntax, String version, String reason) throws IOException {
        byte[] wire = write(Map.of("syntax", syntax, "agency", "NORTH"), recall("reason", reason));
        assertThat(new String(wire, StandardCharsets.UTF_8)).contains("+" + syntax + ":" + version + "+");
        Home home = new Home(folder);
        home.totals = dialects.reader(new Speech("test", Map.of("syntax", syntax)), "recall").read(
                new ByteArrayInputStream(wire), home);
        assertThat(home.totals.disagreements()).isEmpty();
        assertThat(home.lines).extracting(line -> line.text("reason")).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({"UNOB, reason, pat@example.com, GW-DOC-053", "UNOA, reason, moved, GW-DOC-053",
        "UNOC, reason, 東, GW-DOC-053", "UNOC, reason, 'one\ntwo', GW-DOC-053",
        "UNOC, placement, P2345678901234567890123456789012345X, GW-DOC-051"})
    void what_the_syntax_or_the_element_cannot_hold_is_refused(String syntax, String field, String value, String code) {
        assertThat(catchThrowableOfType(DocumentRefused.class, () -> write(Map.of("syntax", syntax, "agency",
                "NORTH"), recall(field, value)))).hasMessageContaining(code);
    }

    @Test
    void without_a_sender_nothing_is_written() {
        assertThat(catchThrowableOfType(IOException.class, () -> dialects.writer(new Speech("debrec",
                Map.of("partner", "P")), "recall").write(new ByteArrayOutputStream(), List.of(recall("reason", "X")))))
                .hasMessageContaining("GW-DOC-122").hasMessageContaining("UNB.2");
    }
}
