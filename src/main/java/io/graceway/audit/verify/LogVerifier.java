package io.graceway.audit.verify;

import io.graceway.audit.Checkpoint;
import io.graceway.audit.EntryTable;
import io.graceway.audit.LogFolder;
import io.graceway.audit.LogKey;
import io.graceway.audit.LogRefused;
import io.graceway.audit.stamp.Stamp;
import io.graceway.audit.stamp.StampTrust;
import io.graceway.audit.stamp.Stamps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Checks a routing log with nothing but its published files and its public key; with the database, that too. */
public final class LogVerifier {

    private final LogFolder folder;
    private final LogKey key;
    private final Optional<StampTrust> authorities;

    /** The key comes from the auditor's own papers: a key that lies beside the log proves nothing about it. */
    public LogVerifier(Path folder, LogKey key) {
        this(new LogFolder(folder), key);
    }

    LogVerifier(LogFolder folder, LogKey key) {
        this(folder, key, Optional.empty());
    }

    private LogVerifier(LogFolder folder, LogKey key, Optional<StampTrust> authorities) {
        this.folder = folder;
        this.key = key;
        this.authorities = authorities;
    }

    /** The same, which also checks the time stamps beside the log, and that the log continues what they stamp. */
    public LogVerifier believing(Optional<StampTrust> trust) {
        return new LogVerifier(folder, key, trust);
    }

    /** Checks the published files. */
    public Verification verify() {
        return verify(Optional.empty(), List.of());
    }

    /** Checks the published files, and that they only continue what a checkpoint kept earlier committed to. */
    public Verification verifySince(Path keptCheckpoint) {
        return verify(Optional.of(keptCheckpoint), List.of());
    }

    /** The same, and that they continue what each of these witnesses has cosigned. */
    public Verification verify(Optional<Path> keptCheckpoint, List<LogKey> witnesses) {
        Findings findings = new Findings();
        List<Checkpoint> kept = new ArrayList<>();
        keptCheckpoint.flatMap(file -> open(findings, readKept(file), "the checkpoint that was kept"))
                .ifPresent(kept::add);
        witnesses.forEach(witness -> witnessed(findings, witness).ifPresent(kept::add));
        authorities.ifPresent(trust -> {
            kept.addAll(stamped(findings, trust));
            if (Stamps.sizes(folder).isEmpty()) {
                findings.add(Findings.NOT_STAMPED, "nothing here has a time stamp");
            }
        });
        return findings.verification(check(findings, openPublished(findings).orElse(null), kept));
    }

    private Optional<Checkpoint> witnessed(Findings findings, LogKey witness) {
        Optional<byte[]> note = folder.read(LogFolder.WITNESSES + witness.hexId());
        if (note.isEmpty()) {
            findings.add(Findings.NOT_WITNESSED, "nothing here was cosigned by the witness " + witness.name());
            return Optional.empty();
        }
        try {
            Instant at = witness.cosignedAt(note.get());
            Optional<Checkpoint> checkpoint = open(findings, note.get(), "the checkpoint of " + witness.name());
            checkpoint.ifPresent(one -> findings.cosigned(new Verification.Cosigned(witness.name(), one.size(), at)));
            return checkpoint;
        } catch (LogRefused e) {
            findings.add(Findings.NOT_WITNESSED, "the signature of the witness " + witness.name() + " does not hold");
            return Optional.empty();
        }
    }

    private List<Checkpoint> stamped(Findings findings, StampTrust trust) {
        List<Checkpoint> kept = new ArrayList<>();
        for (long size : Stamps.sizes(folder)) {
            try {
                Stamp stamp = Stamps.read(folder, size, trust);
                Checkpoint checkpoint = Checkpoint.parse(key.open(folder.read(Stamps.checkpoint(size)).orElseThrow()));
                if (checkpoint.size() != size || !checkpoint.origin().equals(key.name())) {
                    throw new LogRefused(Findings.STAMP, "it is about " + checkpoint.size() + " entries of "
                            + checkpoint.origin());
                }
                findings.stamped(new Verification.Stamped(size, stamp));
                kept.add(checkpoint);
            } catch (LogRefused e) {
                findings.add(Findings.STAMP, "the time stamp of " + size + " entries does not hold: "
                        + e.getMessage());
            }
        }
        return kept;
    }

    /** Checks the published files, and the database against them and against its own head. */
    public Verification verify(EntryTable table) {
        Findings findings = new Findings();
        Checkpoint checkpoint = openPublished(findings).orElse(null);
        long size = check(findings, checkpoint, authorities.map(trust -> stamped(findings, trust)).orElse(List.of()));
        new TableCheck(table, folder, findings, checkpoint).run();
        return findings.verification(size);
    }

    private long check(Findings findings, Checkpoint checkpoint, List<Checkpoint> kept) {
        long size = checkpoint == null ? 0 : checkpoint.size();
        if (checkpoint != null) {
            new FolderCheck(folder, findings, checkpoint, kept).run();
        }
        StrayFiles.find(folder, size, findings);
        byte[] vkey = (key + "\n").getBytes(StandardCharsets.US_ASCII);
        Optional<byte[]> beside = folder.read(LogFolder.VKEY);
        if (beside.isPresent() && !Arrays.equals(beside.get(), vkey)) {
            findings.add(Findings.OTHER_KEY, "the key in " + LogFolder.VKEY + " is not the key given: trust neither "
                    + "before you have asked the log's owner");
        }
        return size;
    }

    private Optional<Checkpoint> openPublished(Findings findings) {
        Optional<byte[]> note = folder.read(LogFolder.CHECKPOINT);
        if (note.isEmpty()) {
            findings.add(Findings.CHECKPOINT, "there is no checkpoint: nothing here is committed to");
        }
        return note.flatMap(bytes -> open(findings, bytes, "the checkpoint"));
    }

    private Optional<Checkpoint> open(Findings findings, byte[] note, String which) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(key.open(note));
            if (checkpoint.origin().equals(key.name())) {
                return Optional.of(checkpoint);
            }
            findings.add(Findings.OTHER_LOG, which + " belongs to another log, " + checkpoint.origin());
        } catch (LogRefused e) {
            findings.add(Findings.CHECKPOINT, which + " does not hold: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static byte[] readKept(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new LogRefused("GW-LOG-043", "the kept checkpoint cannot be read at " + file
                    + ": correct the path", e);
        }
    }
}
