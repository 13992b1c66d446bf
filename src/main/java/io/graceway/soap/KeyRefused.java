package io.graceway.soap;

/** A key or certificate of ours, or one that is pinned, that cannot be used. */
public final class KeyRefused extends IllegalArgumentException {

    private final String place;
    private final String why;

    /** @param place the key of the configuration that names the file */
    KeyRefused(String place, String why) {
        super(place + ": " + why);
        this.place = place;
        this.why = why;
    }

    public String why() {
        return why;
    }

    public String place() {
        return place;
    }
}
