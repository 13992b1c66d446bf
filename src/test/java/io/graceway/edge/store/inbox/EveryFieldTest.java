package io.graceway.edge.store.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.config.Part;
import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.remittance.Receipt;
import io.graceway.journey.writeback.MessageKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every field of every message, missing and wrong in turn: the line is answered, and nothing else happens. */
class EveryFieldTest {

    private final House house = new House(Databases.H2).place("P1", "northgate", "100.00", "USD", State.ACKNOWLEDGED);
    private int files;

    private static Part catalogue() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("mappings/documents.yaml"))) {
            return new CheckedYaml(name -> null).read("documents.yaml", in).part();
        }
    }

    @Test
    void a_required_field_that_is_missing_stops_its_line_and_only_it() throws IOException {
        Part catalogue = catalogue();
        for (MessageKind kind : Told.kinds()) {
            DocumentLine right = Told.line(kind, "M1", "P1");
            Part fields = catalogue.at(kind.document()).at(right.record());
            assertThat(fields.keys()).as("fields of %s", kind).isNotEmpty();
            for (String field : fields.keys()) {
                if (fields.at(field).text("").contains("required") && right.has(field)) {
                    assertRefused(kind, field, null, "GW-REM-010");
                }
            }
        }
    }

    @Test
    void a_field_of_another_type_or_with_half_a_character_stops_its_line_and_only_it() throws IOException {
        Part catalogue = catalogue();
        for (MessageKind kind : Told.kinds()) {
            DocumentLine right = Told.line(kind, "M1", "P1");
            right.fields().forEach((field, value) -> {
                if (catalogue.at(kind.document()).at(right.record()).keys().contains(field)) {
                    assertRefused(kind, field, value instanceof String ? "\ud800" : "no such thing", "GW-REM-013");
                }
            });
        }
    }

    private void assertRefused(MessageKind kind, String field, Object instead, String code) {
        house.jdbc.update("delete from quarantine");
        Map<String, Object> fields = new LinkedHashMap<>(Told.line(kind, "M1", "P1").fields());
        fields.remove(field);
        if (instead != null) {
            fields.put(field, instead);
        }
        Receipt receipt = new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of(House.TONE))
                .take(new Sent("northgate", kind.document(), "f" + ++files,
                new DocumentLine(0, Told.line(kind, "M1", "P1").record(), fields)));
        assertThat(receipt).as("%s with %s %s", kind, field, instead == null ? "missing" : "wrong").extracting(
                Receipt::outcome, Receipt::records, Receipt::rejected, Receipt::code)
                .containsExactly("R", 1L, 1L, code);
        assertThat(house.text("select (select count(*) from news) + (select count(*) from posting) + (select count(*) "
                + "from activity) + (select count(*) from arrangement) + (select count(*) from fee_invoice)"))
                .isEqualTo("0");
        assertThat(house.text("select state from placement")).isEqualTo("ACKNOWLEDGED");
    }
}
