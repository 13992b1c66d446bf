package io.graceway.journey.placement;

import java.time.Instant;
import java.util.List;

/** Where deliveries and the evidence of every rung are kept. */
public interface DeliveryBook {

    /** Deliveries whose time to be tried has come. */
    List<Delivery> due(Instant now);

    /** Writes a rung down with its evidence, as soon as it is reached. */
    void reached(Delivery delivery, Rung rung, String evidence, Instant at);

    /**
     * Writes down how an attempt ended.
     *
     * @param nextTry when to try again; for deliveries that are not under way any more it means nothing
     */
    void ended(Delivery delivery, Delivery.State state, String trouble, Instant nextTry, Instant at);

    /** Deliveries that stand at an agency and were not seen to be taken away yet. */
    List<Delivery> standing();
}
