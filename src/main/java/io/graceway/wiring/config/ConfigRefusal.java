package io.graceway.wiring.config;

/** A configuration whose files are each sound but do not fit together. */
public final class ConfigRefusal extends RuntimeException {

    private ConfigRefusal(String message) {
        super(message);
    }

    /** @param why what, where and what to do */
    public static ConfigRefusal of(String code, String why) {
        return new ConfigRefusal(code + ": " + why);
    }
}
