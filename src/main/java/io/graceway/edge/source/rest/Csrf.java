package io.graceway.edge.source.rest;

import io.graceway.edge.source.call.Trouble;
import io.graceway.edge.source.call.Troubled;
import java.util.Optional;

/** The token that every change has to carry, fetched by a read of the same session, and anew when that is over. */
final class Csrf {

    static final String HEADER = "X-CSRF-Token";

    private final String path;
    private final Web web;
    private String token = "";

    Csrf(RestTerms terms, Web web) {
        this.path = terms.login() == null ? null : terms.login().csrf();
        this.web = web;
    }

    /** What a call of that method has to carry. */
    synchronized Optional<String> of(String method) {
        if (path == null || method.equals("GET")) {
            return Optional.empty();
        }
        if (token.isEmpty()) {
            fetch();
        }
        return Optional.of(token);
    }

    /** Whether nothing was done because the token is over, so that the same may be sent with a new one. */
    synchronized boolean isOver(Answer answer) {
        boolean isOver = path != null && answer.status() == 403 && "required".equalsIgnoreCase(answer.header(HEADER));
        if (isOver) {
            token = "";
        }
        return isOver;
    }

    void fetch() {
        Answer answer = web.get(path, HEADER, "Fetch");
        if (answer.status() > 299) {
            throw new Troubled(Trouble.of(answer.status(), ""));
        }
        token = answer.header(HEADER);
        if (!token.matches("[\\x21-\\x7e]+")) {
            token = "";
            throw new Troubled(new Trouble(Trouble.What.CUT, "GW-SRC-100", "a read of " + path + " gives no token for"
                    + " changes; name a path under csrf that does, or take csrf out"));
        }
    }
}
