package io.graceway.face.agencyapi;

/** Where documents of agencies take effect that come as JSON: the same way as files, after their seals were opened. */
@FunctionalInterface
public interface Intake {

    /**
     * Takes all of it in one transaction, with its answer; the same id a second time has no effect.
     *
     * @param id   SHA-256 of key and body
     * @param name by which the answer calls it
     */
    void take(String agency, String document, String id, String name, byte[] body);
}
