package io.graceway.edge.source;

import io.graceway.edge.source.call.CallExtract;
import io.graceway.edge.source.call.CallPoster;
import io.graceway.edge.source.call.CallTrial;
import io.graceway.edge.source.call.Caller;
import io.graceway.edge.source.call.EntryCall;
import io.graceway.edge.source.paper.Papers;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountSource;
import io.graceway.journey.delinquency.TableReader;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A source system that is read and written over SOAP. */
public final class SoapSource implements AccountSource, SourceSystem {

    /** Of one paper. */
    private static final long MOST_BYTES = 100L << 20;

    private final SoapTerms terms;
    private final TableReader reader;
    private final Caller service;

    public SoapSource(SoapTerms terms, TableReader reader) {
        this.terms = terms;
        this.reader = reader;
        this.service = new Caller(terms.line());
    }

    /** Pages are asked for as they are taken; a failure on the way is a {@code SourceRefused}. */
    @Override
    public Extract open() {
        return new CallExtract(service, reader, terms.pageSize());
    }

    @Override
    public List<CheckStep> check() {
        return reaching().then("login", () -> CallTrial.login(service))
                .then("first page", () -> CallTrial.read(service, reader)).all();
    }

    @Override
    public Set<Posting.Kind> takes() {
        return terms.takes();
    }

    @Override
    public List<Outcome> post(List<Posting> postings) {
        return new CallPoster(new EntryCall(service), terms.takes()).post(postings);
    }

    @Override
    public List<CheckStep> checkWriting() {
        return reaching().then("kinds we may post", () -> CallTrial.write(service, terms.takes())).all();
    }

    /** A paper of an account, into a new file. */
    public Papers.Paper paper(String account, String reference, Path to) {
        return new Papers(service, MOST_BYTES).fetch(account, reference, to);
    }

    private Steps reaching() {
        return new Steps().then("resolve", () -> CallTrial.resolve(terms.line()))
                .then("connect", () -> CallTrial.connect(terms.line()));
    }
}
