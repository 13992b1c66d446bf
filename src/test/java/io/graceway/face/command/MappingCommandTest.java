package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.document.Dialects;
import io.graceway.face.GivenHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page about dialects is run as it is written, and the preview of what the agency sends is what is taken. */
class MappingCommandTest {

    @TempDir
    private Path folder;
    private final Terminal terminal = new Terminal();

    @Test
    void the_worked_example_of_the_page_does_what_the_page_says() throws IOException {
        String page = Files.readString(Path.of("src/docs/dialects.md"));
        Matcher files = Pattern.compile("(?ms)^`([^`]+)`:\\n\\n```\\w*\\n(.*?)^```").matcher(page);
        int count = 0;
        for (; files.find(); count++) {
            Path file = folder.resolve(files.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, files.group(2));
        }
        assertThat(count).isEqualTo(3);
        Matcher shown = Pattern.compile("(?ms)^\\$ graceway (.*?)\\n(.*?)^```").matcher(page);
        assertThat(shown.find()).isTrue();
        assertThat(terminal.run(shown.group(1).replace("preview ", "preview " + folder + "/") + " --home " + folder))
                .isEqualTo(Exit.PARTLY);
        assertThat(terminal.out()).isEqualTo(shown.group(2));
        assertThat(terminal.run("mapping preview " + folder + "/outbox/MONEY-20260402.txt --dialect tiny --json --home "
                + folder)).isEqualTo(Exit.PARTLY);
        assertThat(terminal.objects()).extracting(one -> one.get("what").asString()).containsExactly("line", "reject",
                "reject", "total", "fault", "fault", "fault");
        assertThat(terminal.objects().get(1).get("field").asString()).isEqualTo("4");
    }

    /** Nothing else is told than in the home of the gateway, which says of both what they mean. */
    @Test
    void a_file_of_an_agency_is_read_with_its_dialect_and_its_own_codes() throws IOException {
        GivenHome.in(folder);
        Path file = Files.writeString(folder.resolve("closure-7.csv"),
                "placement,code,closed_on,note\nPL-1,GONE,2026-05-01,\n");
        String command = "mapping preview " + file + " --home " + folder;
        assertThat(terminal.run(command + " --agency northgate")).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("code=GONE");
        Path codes = Files.createDirectories(folder.resolve("partner-config/codes")).resolve("northgate.yaml");
        Files.writeString(codes, "codes:\n- {mapping: closure, record: closure, field: code, code: GONE, means: "
                + "UNTRACEABLE}\n");
        assertThat(terminal.run(command + " --agency northgate")).as(terminal.out()).isZero();
        assertThat(terminal.out()).contains("code=UNTRACEABLE");
        assertThat(terminal.run(command + " --dialect flat-csv")).isZero();
        assertThat(terminal.out()).contains("code=GONE");
        assertThat(terminal.run(command + " --agency harbour")).isNotZero();
        assertThat(terminal.err()).contains("GW-CMD-002");
        assertThat(terminal.run(command + " --agency northgate --dialect flat-csv")).isEqualTo(Exit.USAGE);
        assertThat(terminal.run(command)).isEqualTo(Exit.USAGE);
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void shows_every_shipped_example_without_a_reject() throws IOException {
        Dialects dialects = Dialects.shipped();
        int shown = 0;
        for (String dialect : new String[] {"indebted", "aim-fixed", "aim-delimited", "sap-fica", "debitura",
                "debrec"}) {
            for (String mapping : dialects.mappings(dialect, true)) {
                try (var wires = Files.list(Path.of("mappings", dialect))) {
                    for (Path wire : wires.filter(one -> one.getFileName().toString().startsWith(mapping
                            + ".in.example.") && !one.toString().endsWith(".yaml")).toList()) {
                        assertThat(terminal.run("mapping preview " + wire + " --dialect " + dialect + " --mapping "
                                + mapping + " --set partner-recipient=partner --set house-recipient=house --json"))
                                .as(terminal.out() + terminal.err()).isEqualTo(Exit.DONE);
                        assertThat(terminal.objects()).extracting((JsonNode one) -> one.get("what").asString())
                                .contains("line").doesNotContain("reject", "fault");
                        shown++;
                    }
                }
            }
        }
        assertThat(shown).isEqualTo(14);
    }

    @Test
    void says_what_is_missing() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "");
        assertThat(terminal.run("mapping preview " + folder + "/none.csv --dialect indebted")).isEqualTo(Exit.USAGE);
        assertThat(terminal.run("mapping preview " + file + " --dialect indebted")).isEqualTo(Exit.REFUSED);
        assertThat(terminal.err()).contains("GW-CFG-014", "payment-report", "--mapping");
        assertThat(terminal.run("mapping preview " + file + " --dialect nobody --mapping remittance"))
                .isEqualTo(Exit.REFUSED);
        assertThat(terminal.err()).contains("GW-CFG-013", "indebted");
    }
}
