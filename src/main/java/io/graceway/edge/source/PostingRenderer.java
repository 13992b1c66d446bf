package io.graceway.edge.source;

import io.graceway.journey.writeback.Posting;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes postings in the layout a source system takes: the same postings always as the same bytes. */
@FunctionalInterface
public interface PostingRenderer {

    void write(OutputStream out, List<Posting> postings) throws IOException;
}
