package io.graceway.journey.placement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Brings sealed parcels up the delivery ladder. After an attempt whose end nobody saw it looks before it puts again,
 * and what cannot be told stays unknown until a person has asked.
 */
public final class Deliveries {

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    private final Map<String, AgencyMailbox> mailboxes;
    private final DeliveryBook book;
    private final Clock clock;

    /** @param mailboxes by agency id */
    public Deliveries(Map<String, AgencyMailbox> mailboxes, DeliveryBook book, Clock clock) {
        this.mailboxes = Map.copyOf(mailboxes);
        this.book = book;
        this.clock = clock;
    }

    /** Tries every delivery whose time has come. */
    public void deliver() {
        book.due(clock.instant()).forEach(this::climb);
    }

    /** Sees which delivered parcels were taken away. */
    public void watch() {
        for (Delivery delivery : book.standing()) {
            try {
                if (mailbox(delivery).isPickedUp(delivery.consignment())) {
                    book.reached(delivery, Rung.PICKED_UP, "the parcel was taken away", clock.instant());
                }
            } catch (MailboxFailure e) {
                // Not knowing whether it was taken changes nothing: the next round asks again.
                continue;
            }
        }
    }

    private void climb(Delivery delivery) {
        try {
            // Nothing is sent before CONNECTED is written down: a delivery that never got there needs no look.
            if (delivery.rung() == Rung.PREPARED || safeToPut(delivery)) {
                mailbox(delivery).put(delivery.consignment(),
                        (rung, evidence) -> book.reached(delivery, rung, evidence, clock.instant()));
                end(delivery, Delivery.State.DELIVERED, "");
            }
        } catch (MailboxFailure e) {
            end(delivery, e.isPassing() ? Delivery.State.UNDERWAY : Delivery.State.STOPPED, e.getMessage());
        }
    }

    /** What became of the earlier attempt decides; only what surely did not arrive is put again. */
    private boolean safeToPut(Delivery delivery) throws MailboxFailure {
        AgencyMailbox.Whereabouts found = mailbox(delivery).look(delivery.consignment());
        switch (found) {
            case COMPLETE, TAKEN -> {
                book.reached(delivery, Rung.MANIFEST_SENT, "found " + found + " after an attempt nobody saw the end of",
                        clock.instant());
                end(delivery, Delivery.State.DELIVERED, "");
                return false;
            }
            case UNCLEAR -> {
                end(delivery, Delivery.State.UNKNOWN, "GW-MAIL-900: something else stands under its name; ask the "
                        + "agency");
                return false;
            }
            case ABSENT -> {
                if (delivery.rung().compareTo(Rung.VERIFIED) >= 0) {
                    end(delivery, Delivery.State.UNKNOWN, "GW-MAIL-901: it was complete and is gone; ask the agency");
                    return false;
                }
                return true;
            }
            default -> {
                return true;
            }
        }
    }

    private void end(Delivery delivery, Delivery.State state, String trouble) {
        Instant now = clock.instant();
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(MOST_DOUBLINGS, delivery.attempts()));
        book.ended(delivery, state, trouble, now.plus(wait), now);
    }

    private AgencyMailbox mailbox(Delivery delivery) {
        AgencyMailbox mailbox = mailboxes.get(delivery.agency());
        if (mailbox == null) {
            throw new IllegalStateException("agency " + delivery.agency() + " is not configured any more");
        }
        return mailbox;
    }
}
