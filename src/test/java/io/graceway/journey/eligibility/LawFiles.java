package io.graceway.journey.eligibility;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.DebtKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped law files, read without the gateway's own loader. */
public final class LawFiles {

    static final Path FOLDER = Path.of("src/main/resources/law");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Schema SCHEMA = schema();

    private LawFiles() {
    }

    public static List<Rule> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().flatMap(file -> rules(tree(read(file))).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<?, ?> tree(String yaml) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    /** What the schema has against it. */
    static List<Error> problems(String yaml) {
        JsonNode node = MAPPER.valueToTree(tree(yaml));
        return SCHEMA.validate(node);
    }

    static List<Rule> rules(Map<?, ?> file) {
        List<Rule> rules = new ArrayList<>();
        for (Object one : (List<?>) file.get("rules")) {
            rules.add(rule((Map<?, ?>) one));
        }
        return rules;
    }

    private static Rule rule(Map<?, ?> entry) {
        Rule.Scope scope = new Rule.Scope(set(entry, "places", Place::of), set(entry, "types", DebtorType::valueOf),
                set(entry, "kinds", DebtKind::valueOf));
        return new Rule(text(entry, "id"), (Integer) entry.get("version"), Rule.Layer.LAW,
                Parameter.valueOf(text(entry, "parameter")), new BigDecimal(text(entry, "value")), "", scope,
                LocalDate.parse(text(entry, "from")),
                entry.containsKey("until") ? LocalDate.parse(text(entry, "until")) : null,
                text(entry, "citation"), text(entry, "grade"));
    }

    private static String text(Map<?, ?> entry, String key) {
        return String.valueOf(entry.get(key));
    }

    private static <T> Set<T> set(Map<?, ?> entry, String key, Function<String, T> read) {
        List<?> values = entry.containsKey(key) ? (List<?>) entry.get(key) : List.of();
        return values.stream().map(String::valueOf).map(read).collect(Collectors.toSet());
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(Path.of("partner-config/schema/law.schema.json")));
    }
}
