package io.graceway.wiring;

import io.graceway.edge.agency.hosted.Counter;
import io.graceway.face.agencyapi.Trays;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** The counters of all agencies that come to the API. */
record Counters(Map<String, Counter> byAgency) implements Trays {

    @Override
    public Left left(String agency, String name) {
        Counter counter = byAgency.get(agency);
        return !counter.isThere(name) ? Left.REMOVED : counter.isFetched(name) ? Left.FETCHED : Left.WAITING;
    }

    @Override
    public boolean give(String agency, String name, long from, OutputStream out) throws IOException {
        return byAgency.get(agency).give(name, from, out);
    }

    @Override
    public void remove(String agency, String name) throws IOException {
        byAgency.get(agency).remove(name);
    }

    @Override
    public Receipt take(String agency, String name, InputStream content) throws IOException {
        Counter.Receipt receipt = byAgency.get(agency).take(name, content);
        return new Receipt(Handed.valueOf(receipt.handed().name()), receipt.tally().size(), receipt.tally().sha256());
    }
}
