package io.graceway.edge.store.inbox;

import io.graceway.edge.store.back.House;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader.LineSink;
import io.graceway.journey.placement.AgencyFile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A file as an agency sent it, for tests. */
final class Sent implements AgencyFile {

    private final String agency;
    private final String document;
    private String sha256;
    private final List<DocumentLine> lines = new ArrayList<>();
    private final List<Reject> unreadable = new ArrayList<>();
    private final List<Reject> faults = new ArrayList<>();
    private Instant at = House.NOON;
    private boolean isSealed = true;
    private int breaksAfter = Integer.MAX_VALUE;

    Sent(String agency, String document, String name, DocumentLine... lines) {
        this.agency = agency;
        this.document = document;
        this.sha256 = Ids.hex(name);
        for (DocumentLine line : lines) {
            this.lines.add(new DocumentLine(this.lines.size() + 2, line.record(), line.fields()));
        }
    }

    Sent at(String moment) {
        at = Instant.parse(moment);
        return this;
    }

    /** With those sealed bytes. */
    Sent as(String digest) {
        sha256 = digest;
        return this;
    }

    Sent unsealed() {
        isSealed = false;
        return this;
    }

    Sent faulty(String code) {
        faults.add(new Reject(0, "", code, "the totals do not agree"));
        return this;
    }

    Sent unreadable(long line, String field) {
        unreadable.add(new Reject(line, field, "GW-DOC-004", "no amount"));
        return this;
    }

    /** The connection to the quarantine breaks after that many lines. */
    Sent breaksAfter(int count) {
        breaksAfter = count;
        return this;
    }

    @Override
    public String agency() {
        return agency;
    }

    @Override
    public String name() {
        return "file.csv";
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public String document() {
        return document;
    }

    @Override
    public boolean isSealed() {
        return isSealed;
    }

    @Override
    public Instant at() {
        return at;
    }

    @Override
    public void walk(LineSink sink) throws IOException {
        unreadable.forEach(one -> sink.reject("", one));
        for (int i = 0; i < lines.size(); i++) {
            if (i == breaksAfter) {
                throw new IOException("broken for the test");
            }
            sink.line(lines.get(i));
        }
    }

    @Override
    public List<Reject> faults() {
        return faults;
    }
}
