package io.graceway.edge.document.agency;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.DocumentReader;
import io.graceway.edge.document.FileTotals;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.mapping.OwnCode;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader.LineSink;
import io.graceway.journey.placement.AgencyFile;
import io.graceway.journey.placement.report.PlacementNumbers;
import io.graceway.journey.placement.report.PlacementNumbers.PlacementKey;
import io.graceway.journey.remittance.AgencyMail;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads files from agencies, each in its agency's dialect; which document a file is, folder and name say. */
public final class AgencyDocuments implements AgencyMail.Reader {

    private static final String SEALED = ".pgp";

    private final Dialects dialects;
    private final Function<String, Speech> speechOf;
    private final PlacementNumbers numbers;
    private final boolean areSealed;

    /** @param speechOf by agency id */
    public AgencyDocuments(Dialects dialects, Function<String, Speech> speechOf, PlacementNumbers numbers) {
        this(dialects, speechOf, numbers, true);
    }

    private AgencyDocuments(Dialects dialects, Function<String, Speech> speechOf, PlacementNumbers numbers,
                            boolean areSealed) {
        this.dialects = dialects;
        this.speechOf = speechOf;
        this.numbers = numbers;
        this.areSealed = areSealed;
    }

    /** Documents that came without a seal, all in the same words. */
    public static AgencyDocuments unsealed(Dialects dialects, Speech speech, PlacementNumbers numbers) {
        return new AgencyDocuments(dialects, any -> speech, numbers, false);
    }

    @Override
    public Optional<String> document(String agency, String name) {
        return mapping(dialects, speechOf.apply(agency).dialect(), name);
    }

    /** The mapping by which a file of that name is read; where the dialect names no files, ours begin with it. */
    static Optional<String> mapping(Dialects dialects, String dialect, String name) {
        String open = name.endsWith(SEALED) ? name.substring(0, name.length() - SEALED.length()) : name;
        return dialects.mappings(dialect, true).stream().filter(mapping -> dialects.fileName(dialect, mapping + ".in")
                .map(file -> file.fits(open)).orElseGet(() -> open.matches(mapping + "[-_.].*"))).findFirst();
    }

    @Override
    public AgencyFile file(String agency, String name, String sha256, Instant at, Path plain, String mapping) {
        Speech speech = speechOf.apply(agency);
        return new Opened(agency, name, sha256, areSealed, at, plain, dialects.reader(speech, mapping),
                dialects.placementsBy(speech.dialect()), numbers);
    }

    /** The code in that line of a file that nobody knows; empty where it has none. @param plain the opened file */
    public Optional<OwnCode.Unknown> unknown(String agency, String mapping, Path plain, long line,
                                             OwnCode.Lists lists) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(plain), 1 << 16)) {
            return dialects.reader(speechOf.apply(agency), mapping).unknown(in, line, lists);
        }
    }

    /** One line of a file as it came and as it is read now; a line may be several records. @param plain opened */
    public void look(String agency, String mapping, Path plain, long number, MappingPreview.Sheet sheet)
            throws IOException {
        MappingPreview.of(dialects, speechOf.apply(agency), Optional.of(mapping), plain, new MappingPreview.Sheet() {
            @Override
            public void line(String before, DocumentLine after) {
                if (after.number() == number) {
                    sheet.line(before, after);
                }
            }

            @Override
            public void reject(String before, Reject why) {
                if (why.line() == number) {
                    sheet.reject(before, why);
                }
            }
        });
    }

    private record Opened(String agency, String name, String sha256, boolean isSealed, Instant at, Path plain,
                          DocumentReader reader, PlacementKey by, PlacementNumbers numbers) implements AgencyFile {

        @Override
        public String document() {
            return reader.document();
        }

        @Override
        public void walk(LineSink sink) throws IOException {
            LongNumbers translated = new LongNumbers(agency, by, numbers, sink);
            read(translated);
            translated.finish();
        }

        @Override
        public List<Reject> faults() throws IOException {
            LineSink nowhere = new LineSink() {
                @Override
                public void line(DocumentLine line) {
                    // Only the totals are asked for.
                }

                @Override
                public void reject(String account, Reject reject) {
                    // A bad line is no fault of the file as a whole.
                }
            };
            return read(nowhere).disagreements();
        }

        private FileTotals read(LineSink sink) throws IOException {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(plain), 1 << 16)) {
                return reader.read(in, sink);
            }
        }
    }
}
