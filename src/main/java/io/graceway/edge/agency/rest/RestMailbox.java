package io.graceway.edge.agency.rest;

import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.window.WindowMailbox;
import java.util.function.Consumer;

/** An agency's mailbox that is a small REST interface on its server. */
public final class RestMailbox extends WindowMailbox {

    /** @param passedOver told at every listing of each file that is left where it lies because of its name */
    public RestMailbox(RestTerms terms, Consumer<PassedOver> passedOver) {
        super(new RestDoor(terms), passedOver);
    }
}
