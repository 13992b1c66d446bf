package io.graceway.edge.seal;

import io.graceway.journey.placement.SealBroken.Flaw;
import java.io.IOException;

/** A flaw found while reading, on its way up through the streams. */
final class Flawed extends IOException {

    private static final long serialVersionUID = 1L;
    final Flaw flaw;

    Flawed(Flaw flaw, String detail) {
        super(detail);
        this.flaw = flaw;
    }

    static void unless(boolean fine, Flaw flaw, String detail) throws Flawed {
        if (!fine) {
            throw new Flawed(flaw, detail);
        }
    }
}
