package io.graceway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.config.Part;
import io.graceway.journey.writeback.MessageKind;
import io.graceway.journey.writeback.MessageKind.Sender;
import io.graceway.journey.writeback.News;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of messages, its page, the catalogue of documents and the flat dialects say the same. */
class MessagesTest {

    @Test
    void the_page_is_the_table() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("src/docs/messages.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| document")).toList();
        assertThat(rows).containsExactlyElementsOf(Stream.of(MessageKind.values()).map(MessagesTest::row).toList());
    }

    private static String row(MessageKind one) {
        return "| " + String.join(" | ", one.document(), one.sender().name().toLowerCase(Locale.ROOT),
                words(one.legal()), one.does(), words(one.posts())) + " |";
    }

    private static String words(Collection<? extends Enum<?>> all) {
        return all.isEmpty() ? "-" : all.stream().sorted().map(one -> "`" + one + "`").collect(Collectors
                .joining(" "));
    }

    @Test
    void the_flat_dialects_spell_every_message_in_every_direction_it_goes() {
        Dialects dialects = Dialects.shipped();
        for (String dialect : List.of("flat-csv", "flat-json")) {
            for (MessageKind one : MessageKind.values()) {
                assertThat(dialects.mappings(dialect, true).contains(one.document())).as("%s reads %s", dialect, one)
                        .isEqualTo(one.sender() != Sender.HOUSE);
                assertThat(dialects.writes(dialect, one.document())).as("%s writes %s", dialect, one)
                        .isEqualTo(one.sender() != Sender.AGENCY);
            }
        }
    }

    @Test
    void the_codes_of_news_are_those_of_their_documents() throws IOException {
        Part catalogue;
        try (InputStream in = Files.newInputStream(Path.of("mappings/documents.yaml"))) {
            catalogue = new CheckedYaml(name -> null).read("documents.yaml", in).part();
        }
        for (MessageKind kind : News.KINDS) {
            String entry = catalogue.at(kind.document()).at(kind.document()).at(News.codeField(kind)).text("");
            assertThat(entry).as("codes of %s", kind).isEqualTo(News.codes(kind).isEmpty() ? ""
                    : "text required of " + String.join(" ", News.codes(kind)));
        }
    }
}
