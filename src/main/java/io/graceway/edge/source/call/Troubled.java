package io.graceway.edge.source.call;

/** A call that did not come to its end. */
public final class Troubled extends RuntimeException {

    private final transient Trouble trouble;

    public Troubled(Trouble trouble) {
        super(trouble.text(), null, false, false);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
