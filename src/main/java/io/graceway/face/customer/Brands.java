package io.graceway.face.customer;

/** What customers read of brands and agencies. */
public interface Brands {

    /**
     * A brand as its customers know it.
     *
     * @param contact the brand's own contact line; empty when it gives none
     */
    record Face(String displayName, String legalName, String contact) {
    }

    /** The brand with that id. */
    Face brand(String id);

    /** The name of the agency with that id. */
    String agency(String id);
}
