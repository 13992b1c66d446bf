package io.graceway.edge.store.door;

/** The store cannot be used: nothing in it was read or written. */
public final class StoreRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    /**
     * @param code stable code from the error catalogue
     * @param hint what, where and what to do; no secret
     */
    public StoreRefused(String code, String hint, Throwable cause) {
        super(code + ": " + hint, cause);
        this.code = code;
        this.hint = hint;
    }

    public String code() {
        return code;
    }

    public String hint() {
        return hint;
    }
}
