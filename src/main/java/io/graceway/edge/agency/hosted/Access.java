package io.graceway.edge.agency.hosted;

/** Told of everything that an agency does in its mailbox; what is told goes into the routing log. */
@FunctionalInterface
public interface Access {

    /**
     * @param what  {@code login}, {@code refused-login}, {@code read}, {@code written}, {@code removed},
     *              {@code denied}
     * @param facts names and values in turn; never a name that the agency chose
     */
    void seen(String agency, String what, String... facts);
}
