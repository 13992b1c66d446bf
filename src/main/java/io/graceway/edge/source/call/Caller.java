package io.graceway.edge.source.call;

import io.graceway.edge.source.soap.FetchDocument;
import io.graceway.edge.source.soap.FetchDocumentResponse;
import io.graceway.edge.source.soap.Receivables;
import io.graceway.edge.source.soap.ReceivablesRefusal;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.soap.Signing;
import io.graceway.soap.Unbelieved;
import jakarta.xml.ws.WebServiceException;
import java.nio.file.Path;

/** The service as it is called: whatever goes wrong is {@link Troubled}. */
public final class Caller {

    private final Receivables port;
    private final Line line;

    /** One call. */
    @FunctionalInterface
    interface Question<A> {
        A ask(Receivables port) throws ReceivablesRefusal;
    }

    public Caller(Line line) {
        this.port = Calls.on(line);
        this.line = line;
    }

    <A> A ask(Question<A> question) {
        try {
            line.signing().ifPresent(Signing::mustBeValid);
            return question.ask(port);
        } catch (ReceivablesRefusal | WebServiceException | Unbelieved e) {
            throw new Troubled(line.faults().trouble(e));
        }
    }

    /**
     * A paper of an account, which is still to come in while it is read.
     *
     * @param folder where a part of it may lie until then
     */
    public FetchDocumentResponse fetch(String account, String reference, Path folder, long most) {
        if (line.signing().isPresent()) {
            throw new SourceRefused("GW-SRC-141", "fetching a paper: a signature does not cover what is attached, so"
                    + " that none is taken over a line that is signed; have somebody send it another way", null);
        }
        FetchDocument question = new FetchDocument();
        question.setAccount(account);
        question.setReference(reference);
        Receivables papers = Calls.forPapers(line, folder, most);
        return ask(any -> papers.fetchDocument(question));
    }
}
