package io.graceway.edge.document.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.mapping.OwnCode;
import io.graceway.journey.account.Ids;
import io.graceway.journey.placement.AgencyFile;
import io.graceway.journey.placement.report.PlacementNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agency's codes: a file that people and the console write alike, a line for each, read anew for every file. */
class PartnerCodesTest {

    private static final OwnCode GONE = new OwnCode("closure", "closure", "code", "GONE \"AWAY\" \\", "UNTRACEABLE");
    private static final OwnCode LEFT = new OwnCode("activity", "activity", "outcome", "LM", "VOICEMAIL");

    @TempDir
    private Path home;
    private PartnerCodes codes;
    private Path file;
    private final List<PartnerCodes.Change> changes = new ArrayList<>();

    @BeforeEach
    void start() {
        codes = new PartnerCodes(home.resolve("codes"), home.resolve("before"), Dialects.shipped(), (record, field) ->
                Map.of("closure code", Set.of("PAID", "UNTRACEABLE"), "activity outcome", Set.of("VOICEMAIL"))
                .getOrDefault(record + " " + field, Set.of()));
        file = home.resolve("codes/northgate.yaml");
    }

    private boolean add(OwnCode one) {
        return codes.add("northgate", "flat-csv", one, changes::add);
    }

    private List<OwnCode> read() {
        return codes.of("northgate", "flat-csv");
    }

    private void written(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void a_code_is_a_line_at_the_end_and_everything_else_stays() throws Exception {
        assertThat(read()).isEmpty();
        assertThat(add(GONE)).isTrue();
        String mine = Files.readString(file).replace("codes:\n", "codes:\n# Asked for on the telephone.\n");
        Files.writeString(file, mine);
        assertThat(add(LEFT)).isTrue();
        assertThat(Files.readString(file)).isEqualTo(mine + "- {mapping: activity, record: activity, field: outcome, "
                + "code: \"LM\", means: \"VOICEMAIL\"}\n");
        assertThat(read()).containsExactly(GONE, LEFT);
        try (Stream<Path> kept = Files.list(home.resolve("before"))) {
            assertThat(kept).singleElement().satisfies(one -> assertThat(one).hasContent(mine)
                    .hasFileName("northgate-" + Ids.hex(mine) + ".yaml"));
        }
        assertThat(changes).extracting(PartnerCodes.Change::before).containsExactly("", Ids.hex(mine));
        assertThat(changes.get(1).after()).isEqualTo(Ids.hex(Files.readString(file)));
    }

    @Test
    void said_twice_it_is_written_once_and_said_otherwise_not_at_all() throws Exception {
        add(GONE);
        String once = Files.readString(file);
        assertThat(add(GONE)).isFalse();
        assertThatThrownBy(() -> add(new OwnCode("closure", "closure", "code", GONE.code(), "PAID")))
                .hasMessageContaining("GW-WEB-052").hasMessageContaining("UNTRACEABLE");
        assertThat(Files.readString(file)).isEqualTo(once);
        assertThat(changes).hasSize(1);
    }

    @Test
    void a_file_of_another_shape_is_left_as_it_is() throws Exception {
        written("codes: []\n");
        assertThatThrownBy(() -> add(GONE)).hasMessageContaining("GW-WEB-051").hasMessageContaining("by hand");
        assertThat(Files.readString(file)).isEqualTo("codes: []\n");
        assertThat(changes).isEmpty();
    }

    @Test
    void what_cannot_be_logged_is_not_written() {
        assertThatThrownBy(() -> codes.add("northgate", "flat-csv", GONE, any -> {
            throw new IllegalStateException("the log is away");
        })).hasMessage("the log is away");
        assertThat(read()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "closure|code|GONE|LOST|GW-CFG-012|'LOST' is not one of our codes",
        "closure|note|GONE|PAID|GW-CFG-012|has no codes in the field 'note'",
        "none|code|GONE|PAID|GW-CFG-012|has no codes in the field",
        "closure|code|GONE||GW-CFG-006|should fit"})
    void a_line_that_cannot_be_is_told_with_file_and_line(String record, String field, String code, String means,
                                                          String error, String why) throws Exception {
        written("# mine\ncodes:\n- {mapping: closure, record: " + record + ", field: " + field + ", code: \"" + code
                + "\", means: \"" + (means == null ? "" : means) + "\"}\n");
        assertThatThrownBy(this::read).hasMessageContaining("northgate.yaml").hasMessageContaining(":3")
                .hasMessageContaining(error).hasMessageContaining(why);
    }

    @Test
    void money_and_one_code_twice_are_refused() throws Exception {
        written("codes:\n- {mapping: remittance, record: payment, field: kind, code: CB, means: REVERSAL}\n");
        assertThatThrownBy(this::read).hasMessageContaining("GW-CFG-012").hasMessageContaining("what money is");
        String line = "- {mapping: closure, record: closure, field: code, code: X, means: PAID}\n";
        written("codes:\n" + line + line);
        assertThatThrownBy(this::read).hasMessageContaining("is told twice");
    }

    @Test
    void at_the_start_every_file_is_read_and_belongs_to_an_agency() throws Exception {
        assertThat(codes.check(Map.of("northgate", "flat-csv"))).isSameAs(codes);
        add(GONE);
        codes.check(Map.of("northgate", "flat-csv"));
        assertThatThrownBy(() -> codes.check(Map.of("harbour", "flat-csv"))).hasMessageContaining("GW-WEB-053")
                .hasMessageContaining("northgate.yaml");
        written("codes: none\n");
        assertThatThrownBy(() -> codes.check(Map.of("northgate", "flat-csv"))).hasMessageContaining("GW-CFG-006");
    }

    /** The same reader as before: nothing has to be started anew. */
    @Test
    void the_next_file_is_read_with_it() throws Exception {
        AgencyDocuments reader = new AgencyDocuments(Dialects.shipped(), agency -> new Speech("flat-csv", Map.of(),
                codes.of(agency, "flat-csv")), PlacementNumbers.NONE);
        Path plain = Files.writeString(home.resolve("plain"), "placement,code,closed_on,note\nPL-1,\"GONE \"\"AWAY\"\""
                + " \\\",2026-05-01,\n");
        assertThat(codesOf(reader, plain)).containsExactly("GONE \"AWAY\" \\");
        add(GONE);
        assertThat(codesOf(reader, plain)).containsExactly("UNTRACEABLE");
    }

    private static List<String> codesOf(AgencyDocuments reader, Path plain) throws IOException {
        List<String> found = new ArrayList<>();
        AgencyFile file = reader.file("northgate", "closure-1.csv", "s", Instant.EPOCH, plain, "closure");
        file.walk(new io.graceway.journey.delinquency.TableReader.LineSink() {
            @Override
            public void line(io.graceway.journey.account.DocumentLine line) {
                found.add(line.text("code"));
            }

            @Override
            public void reject(String whose, io.graceway.journey.account.Reject why) {
                found.add(why.toString());
            }
        });
        return found;
    }
}
