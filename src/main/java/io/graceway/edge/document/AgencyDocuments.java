package io.graceway.edge.document;

import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader.LineSink;
import io.graceway.journey.placement.AgencyFile;
import io.graceway.journey.remittance.AgencyMail;
import io.graceway.journey.writeback.MessageKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads files from agencies, each in its agency's dialect; which document a file is, its name says up to the first
 * digit.
 */
public final class AgencyDocuments implements AgencyMail.Reader {

    private final Dialects dialects;
    private final Function<String, String> dialectOf;

    /** @param dialectOf dialect by agency id */
    public AgencyDocuments(Dialects dialects, Function<String, String> dialectOf) {
        this.dialects = dialects;
        this.dialectOf = dialectOf;
    }

    @Override
    public Optional<String> document(String agency, String name) {
        return MessageKind.inbound().stream().map(MessageKind::document)
                .filter(document -> name.matches(document + "[-_.].*"))
                .filter(document -> dialects.reads(dialectOf.apply(agency), document)).findFirst();
    }

    @Override
    public AgencyFile file(String agency, String name, String sha256, Instant at, Path plain, String document) {
        return new Opened(agency, name, sha256, document, at, plain,
                dialects.reader(dialectOf.apply(agency), document));
    }

    private record Opened(String agency, String name, String sha256, String document, Instant at, Path plain,
                          DocumentReader reader) implements AgencyFile {

        @Override
        public void walk(LineSink sink) throws IOException {
            read(sink);
        }

        @Override
        public List<Reject> faults() throws IOException {
            LineSink nowhere = new LineSink() {
                @Override
                public void line(io.graceway.journey.account.DocumentLine line) {
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
