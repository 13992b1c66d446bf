package io.graceway.edge.source.envelope;

/** It is not the XML that we take; says why, without anything of it. */
public final class OddXml extends Exception {

    OddXml(String why) {
        super(why, null, false, false);
    }
}
