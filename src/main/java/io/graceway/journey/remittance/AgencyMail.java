package io.graceway.journey.remittance;

import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Pass;
import io.graceway.journey.placement.AgencyFile;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.ParcelSeal;
import io.graceway.journey.placement.ParcelSealing;
import io.graceway.journey.placement.SealBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What lies waiting from agencies: fetched into quarantine, opened and verified, taken, and only then cleared away. */
public final class AgencyMail {

    /** Reads an opened file as one of our documents. */
    public interface Reader {

        /** Which of our documents a file of that name is; empty when it is none that this agency may send. */
        Optional<String> document(String agency, String name);

        AgencyFile file(String agency, String name, String sha256, Instant at, Path plain, String document);
    }

    /** One file on its way in. @param plain empty until it was opened */
    public record Incoming(String agency, Arrival arrival, Instant at, Path sealed, String sha256, Optional<Path> plain,
                           Optional<Receipt> receipt) {

        Incoming opened(Path file) {
            return new Incoming(agency, arrival, at, sealed, sha256, Optional.of(file), receipt);
        }

        Incoming with(Receipt one) {
            return new Incoming(agency, arrival, at, sealed, sha256, plain, Optional.of(one));
        }
    }

    /** Hears that a mailbox could not be read now. */
    @FunctionalInterface
    public interface Away {

        void tell(String agency, MailboxFailure failure);
    }

    /** A mailbox could not be read; told as an unchecked one, so that a route can carry it. */
    public static final class MailboxAway extends RuntimeException {

        MailboxAway(MailboxFailure cause) {
            super(cause.getMessage(), cause);
        }
    }

    private static final long MOST_BYTES = 4L << 30;

    private final Map<String, AgencyMailbox> mailboxes;
    private final ParcelSeal seal;
    private final Reader reader;
    private final Inbox inbox;
    private final Path quarantine;
    private final KeptFiles kept;
    private final Away away;

    /**
     * @param mailboxes  by agency id
     * @param kept       files that can be read again
     * @param quarantine where files lie under names of ours until they are taken
     * @param away       hears of mailboxes that cannot be read now
     */
    public AgencyMail(Map<String, AgencyMailbox> mailboxes, ParcelSeal seal, Reader reader, Inbox inbox,
                      KeptFiles kept, Path quarantine, Away away) {
        this.mailboxes = new TreeMap<>(mailboxes);
        this.seal = seal;
        this.reader = reader;
        this.inbox = inbox;
        this.quarantine = quarantine;
        this.kept = kept;
        this.away = away;
    }

    /** Whatever waits anywhere; an agency that cannot be reached now keeps nobody else's from being read. */
    public List<Incoming> arrivals(Pass pass) {
        List<Incoming> all = new ArrayList<>(again(pass));
        mailboxes.forEach((agency, mailbox) -> {
            try {
                for (Arrival arrival : mailbox.arrivals()) {
                    all.add(new Incoming(agency, arrival, pass.at(), quarantine.resolve(Ids.of("F", agency,
                            arrival.name())
                            + ".sealed"), "", Optional.empty(), Optional.empty()));
                }
            } catch (MailboxFailure e) {
                away.tell(agency, e);
            }
        });
        return all;
    }

    private List<Incoming> again(Pass pass) {
        return kept.asked().stream().map(one -> new Incoming(one.agency(), new Arrival(one.name(), 0), pass.at(),
                kept.path(one.agency(), one.sha256()), one.sha256(), Optional.empty(), Optional.empty())).toList();
    }

    public Incoming fetch(Incoming one) throws IOException {
        if (kept.holds(one.sealed())) {
            return one;
        }
        try {
            Files.deleteIfExists(one.sealed());
            mailboxes.get(one.agency()).fetch(one.arrival(), one.sealed(), MOST_BYTES);
        } catch (MailboxFailure e) {
            throw new MailboxAway(e);
        }
        return new Incoming(one.agency(), one.arrival(), one.at(), one.sealed(), ParcelSealing.sha256(one.sealed()),
                Optional.empty(), Optional.empty());
    }

    /** A file whose seal does not hold has no effect; its sender is told, always in the same words. */
    public Incoming open(Incoming one) throws IOException {
        Optional<String> document = reader.document(one.agency(), one.arrival().name());
        if (document.isEmpty()) {
            return one.with(inbox.refuse(one.agency(), one.arrival().name(), one.sha256(), "",
                    Inbox.Refusal.open("GW-REM-901", "the file's name says no document that you may send; name it as "
                    + "agreed and send it again"), one.at()));
        }
        Path plain = one.sealed().resolveSibling(one.sealed().getFileName() + ".plain");
        try {
            Files.deleteIfExists(plain);
            seal.open(one.agency(), one.sealed(), plain);
            return one.opened(plain);
        } catch (SealBroken e) {
            return one.with(inbox.refuse(one.agency(), one.arrival().name(), one.sha256(), document.get(),
                    new Inbox.Refusal(e.code(), e.getMessage(), e.flaw().code(), e.detail()), one.at()));
        }
    }

    /** Everything that the file says takes effect in one transaction, or nothing does. */
    public Incoming take(Incoming one) throws IOException {
        if (one.plain().isEmpty()) {
            return one;
        }
        try {
            String document = reader.document(one.agency(), one.arrival().name()).orElseThrow();
            return one.with(inbox.take(reader.file(one.agency(), one.arrival().name(), one.sha256(), one.at(),
                    one.plain().get(), document)));
        } finally {
            Files.deleteIfExists(one.plain().get());
        }
    }

    /**
     * After the effect is committed the agency's copy goes; a crash before it brings the same file again, which is
     * known.
     */
    public void clear(Incoming one) {
        if (!kept.holds(one.sealed())) {
            try {
                mailboxes.get(one.agency()).taken(one.arrival());
            } catch (MailboxFailure e) {
                throw new MailboxAway(e);
            }
            inbox.cleared(one.agency(), one.sha256());
        }
        kept.settle(one.agency(), one.sha256(), one.sealed());
    }
}
