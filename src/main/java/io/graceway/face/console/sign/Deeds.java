package io.graceway.face.console.sign;

/** Where it is written down what people did in the console. */
public interface Deeds {

    /**
     * @param what    as the routing log calls it, without {@code console.} before it
     * @param person  the name they sign in with; empty where nobody is signed in
     * @param subject what it was done to
     * @param facts   name, value, name, value; nothing that says who a customer is
     */
    void done(String what, String person, String subject, String... facts);
}
