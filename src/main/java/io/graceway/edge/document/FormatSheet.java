package io.graceway.edge.document;

import io.graceway.edge.document.mapping.FieldNote;
import io.graceway.edge.document.mapping.Mapping;
import io.graceway.edge.document.mapping.RecordMap;
import io.graceway.edge.document.wire.WireFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of file as a partner has to know it.
 *
 * @param document what it is
 * @param fileName as the dialect names it; empty where its name begins with the document's
 * @param records  what stands in it
 * @param examples file to its whole text
 * @param format   how the bytes are taken
 */
public record FormatSheet(String document, String fileName, List<Section> records, Map<String, String> examples,
                          WireFormat format) {

    static FormatSheet of(Mapping mapping, Optional<FileName> name, Map<String, String> examples) {
        return new FormatSheet(mapping.document(), name.map(FileName::spelled).orElse(""), mapping.records().values()
                .stream().filter(record -> !record.isIgnored()).map(Section::of).toList(), examples,
                mapping.format());
    }

    /** One kind of record; the marker tells it from others, and is empty where it need not. */
    public record Section(String name, String table, String marker, List<FieldNote> fields) {

        static Section of(RecordMap record) {
            return new Section(record.name(), record.table(), record.kind().marker(), FieldNote.of(record));
        }
    }
}
