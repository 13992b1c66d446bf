package io.graceway.edge.document.agency;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.FileTotals;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.config.ConfigRefused;
import io.graceway.edge.document.preview.Before;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader.LineSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file just as one from an agency is read, and shows each line as it came and as it was understood. */
public final class MappingPreview {

    /** Who looks at it. */
    public interface Sheet {

        /** @param before the line as it came; in JSON and XML the line at which the record's number points */
        void line(String before, DocumentLine after);

        void reject(String before, Reject why);
    }

    private MappingPreview() {
    }

    /**
     * @param mapping by which it is read; where it is not given, folder and name say, as for one from the agency
     * @throws ConfigRefused GW-CFG-014 where nothing says by which
     */
    public static FileTotals of(Dialects dialects, Speech speech, Optional<String> mapping, Path file, Sheet sheet)
            throws IOException {
        String name = mapping.or(() -> named(dialects, speech.dialect(), file)).orElseThrow(() -> new ConfigRefused(
                new ConfigRefused.Problem(file.toString(), 0, "GW-CFG-014", "neither folder nor name says which of "
                        + dialects.mappings(speech.dialect(), true) + " it is; give --mapping")));
        try (InputStream in = Files.newInputStream(file); Before before = new Before(file,
                StandardCharsets.UTF_8)) {
            return dialects.reader(speech, name).read(in, new LineSink() {
                @Override
                public void line(DocumentLine line) {
                    sheet.line(before.line(line.number()), line);
                }

                @Override
                public void reject(String whose, Reject reject) {
                    sheet.reject(before.line(reject.line()), reject);
                }
            });
        }
    }

    private static Optional<String> named(Dialects dialects, String dialect, Path file) {
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent() == null ? null : whole.getParent().getFileName();
        String name = whole.getFileName().toString();
        return Optional.ofNullable(folder).flatMap(one -> AgencyDocuments.mapping(dialects, dialect, one + "/" + name))
                .or(() -> AgencyDocuments.mapping(dialects, dialect, name));
    }
}
