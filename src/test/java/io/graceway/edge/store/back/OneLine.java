package io.graceway.edge.store.back;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader.LineSink;
import io.graceway.journey.placement.AgencyFile;
import java.time.Instant;
import java.util.List;

/** A file of northgate's with one line, for tests. */
record OneLine(String document, String sha256, Instant at, DocumentLine line) implements AgencyFile {

    static AgencyFile objection(String name, String at, String placement, String code) {
        return new OneLine("recall-objection", Ids.hex(name), Instant.parse(at),
                DocumentLine.of("recall-objection", "placement", placement, "code", code));
    }

    static AgencyFile remittance(String name, DocumentLine line) {
        return new OneLine("remittance", Ids.hex(name), House.NOON, line);
    }

    @Override
    public String agency() {
        return "northgate";
    }

    @Override
    public String name() {
        return "file.csv";
    }

    @Override
    public boolean isSealed() {
        return true;
    }

    @Override
    public void walk(LineSink sink) {
        sink.line(line);
    }

    @Override
    public List<Reject> faults() {
        return List.of();
    }
}
