package io.graceway.edge.document.mapping;

import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.value.ValueType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The documents, records and fields there are, as {@code mappings/documents.yaml} lists them. */
public final class Catalogue {

    /** @param oneOf the closed list of values; empty where any will do */
    record Entry(ValueType.Meaning meaning, boolean required, Set<String> oneOf) {

        /** Reads {@code text}, {@code decimal required} or {@code text required of A B C}. */
        static Entry of(Part part) {
            List<String> words = List.of(part.text("").split(" "));
            int of = words.indexOf("of");
            return new Entry(ValueType.Meaning.valueOf(words.get(0).toUpperCase(Locale.ROOT)),
                    words.contains("required"), of < 0 ? Set.of() : Set.copyOf(words.subList(of + 1, words.size())));
        }
    }

    private final Part documents;

    private Catalogue(Part documents) {
        this.documents = documents;
    }

    /** The catalogue in the jar. */
    public static Catalogue shipped() {
        try (InputStream in = Catalogue.class.getResourceAsStream("/mappings/documents.yaml")) {
            return new Catalogue(new CheckedYaml(name -> null).read("mappings/documents.yaml", in).part());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> documents() {
        return documents.keys();
    }

    public List<String> records(String document) {
        return documents.at(document).isText() ? parts(documents.at(document)).stream()
                .flatMap(one -> records(one).stream()).toList() : documents.at(document).keys();
    }

    public List<String> fields(String document, String record) {
        return record(document, record).keys();
    }

    /** Whether the record is ours; headers and trailers of a dialect are its own affair. */
    boolean has(String document, String record) {
        return record(document, record).isThere();
    }

    Optional<Entry> entry(String document, String record, String field) {
        Part part = record(document, record).at(field);
        return part.isThere() ? Optional.of(Entry.of(part)) : Optional.empty();
    }

    /** What each field of a record means. */
    Map<String, ValueType.Meaning> meanings(String document, String record) {
        Map<String, ValueType.Meaning> meanings = new LinkedHashMap<>();
        fields(document, record).forEach(field ->
                meanings.put(field, Entry.of(record(document, record).at(field)).meaning()));
        return meanings;
    }

    /** A document that is written as {@code of a b c} has the records of those. */
    private Part record(String document, String record) {
        Part part = documents.at(document);
        return parts(part).stream().map(one -> documents.at(one).at(record)).filter(Part::isThere).findFirst()
                .orElse(part.at(record));
    }

    private static List<String> parts(Part document) {
        List<String> words = List.of(document.isText() ? document.text("").split(" ") : new String[0]);
        return words.isEmpty() ? words : words.subList(1, words.size());
    }
}
