package io.graceway.audit.verify;

import io.graceway.audit.Checkpoint;
import io.graceway.audit.EntryTable;
import io.graceway.audit.LogFolder;
import io.graceway.audit.LogKey;
import io.graceway.audit.LogRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Checks a routing log with nothing but its published files and its public key; with the database, that too. */
public final class LogVerifier {

    private final LogFolder folder;
    private final LogKey key;

    /** The key comes from the auditor's own papers: a key that lies beside the log proves nothing about it. */
    public LogVerifier(Path folder, LogKey key) {
        this(new LogFolder(folder), key);
    }

    LogVerifier(LogFolder folder, LogKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** Checks the published files. */
    public Verification verify() {
        Findings findings = new Findings();
        return findings.verification(checkFiles(findings, null));
    }

    /** Checks the published files, and that they only continue what a checkpoint kept earlier committed to. */
    public Verification verifySince(Path keptCheckpoint) {
        Findings findings = new Findings();
        Checkpoint kept = open(findings, readKept(keptCheckpoint), "the checkpoint that was kept");
        return findings.verification(checkFiles(findings, kept));
    }

    /** Checks the published files, and the database against them and against its own head. */
    public Verification verify(EntryTable table) {
        Findings findings = new Findings();
        Checkpoint checkpoint = openPublished(findings);
        long size = check(findings, checkpoint, null);
        new TableCheck(table, folder, findings, checkpoint).run();
        return findings.verification(size);
    }

    private long checkFiles(Findings findings, Checkpoint kept) {
        return check(findings, openPublished(findings), kept);
    }

    private long check(Findings findings, Checkpoint checkpoint, Checkpoint kept) {
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

    private Checkpoint openPublished(Findings findings) {
        Optional<byte[]> note = folder.read(LogFolder.CHECKPOINT);
        if (note.isEmpty()) {
            findings.add(Findings.CHECKPOINT, "there is no checkpoint: nothing here is committed to");
            return null;
        }
        return open(findings, note.get(), "the checkpoint");
    }

    private Checkpoint open(Findings findings, byte[] note, String which) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(key.open(note));
            if (checkpoint.origin().equals(key.name())) {
                return checkpoint;
            }
            findings.add(Findings.OTHER_LOG, which + " belongs to another log, " + checkpoint.origin());
        } catch (LogRefused e) {
            findings.add(Findings.CHECKPOINT, which + " does not hold: " + e.getMessage());
        }
        return null;
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
