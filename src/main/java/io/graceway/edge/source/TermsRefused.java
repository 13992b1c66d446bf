package io.graceway.edge.source;

/** Terms of a source that cannot be meant, and where they stand in its section of the source's file. */
public final class TermsRefused extends IllegalArgumentException {

    private final String place;

    /**
     * @param place keys below the section, such as {@code queries/item}; empty for the whole of it
     * @param why   what was expected and what to do; never a secret
     */
    public TermsRefused(String place, String why) {
        super(why);
        this.place = place;
    }

    public String place() {
        return place;
    }
}
