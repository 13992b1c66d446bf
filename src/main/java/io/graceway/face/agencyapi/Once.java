package io.graceway.face.agencyapi;

import io.graceway.face.agencyapi.wire.Problem;
import io.graceway.face.agencyapi.wire.Refused;
import io.graceway.face.agencyapi.wire.Reply;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/** Does a request once for its key: the same again is answered as the first time, another one is refused. */
final class Once {

    private static final long ASK_AGAIN_SECONDS = 5;

    /** What is said, in a form that can be kept. */
    record Said(int status, String text) {
    }

    private final RequestBook book;
    private final Clock clock;

    Once(RequestBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** @param digest of what is asked, so that a key can be told to belong to something else */
    Reply answer(String agency, String key, String digest, Supplier<Said> work) {
        RequestBook.Claim claim = book.claim(agency, key, digest, clock.instant());
        return switch (claim.standing()) {
            case ANOTHER -> throw new Refused(Problem.KEY_USED);
            case UNDERWAY -> throw new Refused(Problem.UNDERWAY).retryAfter(ASK_AGAIN_SECONDS);
            case DONE -> reply(new Said(claim.status(), claim.answer())).with(Map.of("Idempotent-Replayed", "true"));
            case YOURS -> reply(done(agency, key, work));
        };
    }

    private Said done(String agency, String key, Supplier<Said> work) {
        Said said;
        try {
            said = work.get();
        } catch (RuntimeException e) {
            // The claim would else stand until it is taken for that of a node that died.
            book.failed(agency, key);
            throw e;
        }
        book.done(agency, key, said.status, said.text);
        return said;
    }

    private static Reply reply(Said said) {
        return Reply.text(said.status, said.status < 400 ? "application/json" : "application/problem+json", said.text);
    }
}
