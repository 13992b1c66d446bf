package io.graceway.wiring;

import io.graceway.audit.Checkpoint;
import io.graceway.audit.EntryTable;
import io.graceway.audit.LogFolder;
import io.graceway.audit.LogKey;
import io.graceway.audit.LogRefused;
import io.graceway.audit.PublishedEntries;
import io.graceway.audit.stamp.StampTrust;
import io.graceway.audit.stamp.Stamps;
import io.graceway.audit.verify.LogVerifier;
import io.graceway.audit.verify.Verification;
import io.graceway.face.console.audit.LogDesk;
import io.graceway.face.evidence.EvidenceMaker;
import io.graceway.face.evidence.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The house's own log, as its console reaches it. */
final class PublishedLogDesk implements LogDesk {

    private final EvidenceMaker.Log log;
    private final PublishedEntries published;
    private final List<LogKey> witnesses;
    private final EntryTable table;
    private final EvidenceMaker packs;
    private final Optional<StampTrust> trust;
    private final Clock clock;
    private volatile Verified last;

    PublishedLogDesk(EvidenceMaker.Log log, PublishedEntries published, List<LogKey> witnesses, EntryTable table,
            EvidenceMaker packs, Optional<StampTrust> trust, Clock clock) {
        this.log = log;
        this.published = published;
        this.witnesses = List.copyOf(witnesses);
        this.table = table;
        this.packs = packs;
        this.trust = trust;
        this.clock = clock;
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        return published.folder().read(LogFolder.CHECKPOINT).map(note -> Checkpoint.parse(published.key().open(note)));
    }

    @Override
    public List<Verification.Cosigned> cosigned() {
        return witnesses.stream().flatMap(witness -> published.folder().read(LogFolder.WITNESSES + witness.hexId())
                .stream().flatMap(note -> cosigned(witness, note))).toList();
    }

    private Stream<Verification.Cosigned> cosigned(LogKey witness, byte[] note) {
        try {
            return Stream.of(new Verification.Cosigned(witness.name(), Checkpoint.parse(published.key().open(note))
                    .size(), witness.cosignedAt(note)));
        } catch (LogRefused e) {
            // What does not hold is no signature; the verification says why.
            return Stream.empty();
        }
    }

    @Override
    public Optional<Verification.Stamped> stamped() {
        return trust.stream().flatMap(authority -> Stamps.sizes(published.folder()).stream()
                .sorted(Comparator.reverseOrder()).flatMap(size -> stamped(size, authority))).findFirst();
    }

    private Stream<Verification.Stamped> stamped(long size, StampTrust authority) {
        try {
            return Stream.of(new Verification.Stamped(size, Stamps.read(published.folder(), size, authority)));
        } catch (LogRefused e) {
            // What does not hold proves no time; the verification says why.
            return Stream.empty();
        }
    }

    @Override
    public Optional<Verified> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public synchronized Verified verify() {
        log.publish();
        last = new Verified(clock.instant(), new LogVerifier(published.folder().root(), published.key())
                .believing(trust).verify(table));
        return last;
    }

    @Override
    public long evidence(Scope scope, boolean redacted, String by, Path file) throws IOException {
        return packs.make(scope, redacted, by, file);
    }
}
