package io.graceway.edge.source.call;

import io.graceway.edge.source.soap.Receivables;
import io.graceway.edge.source.soap.ReceivablesRefusal;
import jakarta.xml.ws.WebServiceException;

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
        line.signing().ifPresent(Signing::mustBeValid);
        try {
            return question.ask(port);
        } catch (ReceivablesRefusal | WebServiceException e) {
            throw new Troubled(line.faults().trouble(e));
        }
    }
}
