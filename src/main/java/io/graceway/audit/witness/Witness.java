package io.graceway.audit.witness;

import io.graceway.audit.Checkpoint;
import io.graceway.audit.FolderTree;
import io.graceway.audit.LogFolder;
import io.graceway.audit.LogKey;
import io.graceway.audit.LogRefused;
import io.graceway.audit.SigningKey;
import io.graceway.audit.tree.TreeGrowth;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers the last checkpoint of a log, and cosigns another only when it continues that one.
 *
 * <p>What it remembers lies in a folder of its own: {@code <id>.checkpoint} the last that it cosigned, {@code
 * <id>.refused} the last that contradicted it, both signed by the log and together the proof of a fork.
 */
public final class Witness {

    /** The log's key did not sign it. */
    public static final String UNSIGNED = "GW-LOG-030";
    /** It is of a log that this witness does not know. */
    public static final String UNKNOWN_LOG = "GW-LOG-031";
    /** Not what a witness can be asked. */
    public static final String MALFORMED = "GW-LOG-060";
    /** The witness remembers another size than it was told. */
    public static final String OTHER_SIZE = "GW-LOG-061";
    /** The same size with another root. */
    public static final String FORK = "GW-LOG-062";
    /** The log does not begin with what it was. */
    public static final String INCONSISTENT = "GW-LOG-063";
    /** The log is shorter than it was. */
    public static final String SHRUNK = "GW-LOG-064";

    private final LogFolder memory;
    private final SigningKey key;
    private final LogKey log;
    private final Clock clock;

    /** @param memory folder of the witness's own, which must survive it */
    public Witness(Path memory, SigningKey key, LogKey log, Clock clock) {
        this.memory = new LogFolder(memory);
        this.key = key;
        this.log = log;
        this.clock = clock;
    }

    /** The last checkpoint that it cosigned, with both signatures; none at first. */
    public Optional<byte[]> last() {
        return memory.read(log.hexId() + ".checkpoint");
    }

    /** Size of that checkpoint; 0 at first. */
    public long lastSize() {
        return last().map(note -> Checkpoint.parse(log.open(note)).size()).orElse(0L);
    }

    /** Cosigns a published log; gives the checkpoint with both signatures. Refuses a fork and a shrunken log. */
    public byte[] look(LogFolder published) {
        byte[] note = published.read(LogFolder.CHECKPOINT).orElseThrow(() -> new LogRefused(UNSIGNED,
                "there is no checkpoint in " + published.root()));
        Checkpoint checkpoint = Checkpoint.parse(log.open(note));
        long old = lastSize();
        if (checkpoint.size() < old) {
            memory.replace(log.hexId() + ".refused", note);
            throw new LogRefused(SHRUNK, "the log had " + old + " entries when this witness cosigned it, and has "
                    + checkpoint.size() + " now: keep both checkpoints, and ask the log's owner");
        }
        String text = new String(note, StandardCharsets.UTF_8);
        String line = add(new Submission(old, Submission.lines(TreeGrowth.of(old, checkpoint.size(),
                new FolderTree(published, checkpoint.size()))), text));
        return (text + line).getBytes(StandardCharsets.UTF_8);
    }

    /** Cosigns what only continues the last checkpoint, and gives the line; every refusal has a code of this class. */
    public String add(Submission asked) {
        byte[] note = asked.note().getBytes(StandardCharsets.UTF_8);
        if (!asked.note().startsWith(log.name() + "\n")) {
            throw new LogRefused(UNKNOWN_LOG, "this witness knows the log " + log.name() + " only");
        }
        Checkpoint checkpoint = Checkpoint.parse(log.open(note));
        if (asked.oldSize() > checkpoint.size()) {
            throw new LogRefused(MALFORMED, "the old size " + asked.oldSize() + " is greater than the size "
                    + checkpoint.size());
        }
        return alone(() -> cosign(asked, checkpoint, note));
    }

    private String cosign(Submission asked, Checkpoint checkpoint, byte[] note) {
        Optional<Checkpoint> last = last().map(bytes -> Checkpoint.parse(log.open(bytes)));
        long old = last.map(Checkpoint::size).orElse(0L);
        if (asked.oldSize() != old) {
            throw new LogRefused(OTHER_SIZE, "this witness cosigned " + old + " entries last, not " + asked.oldSize());
        }
        if (last.isPresent()) {
            refuseContradiction(asked, checkpoint, last.get(), note);
        } else if (!asked.growth().isEmpty()) {
            throw new LogRefused(INCONSISTENT, "the first checkpoint comes without hashes");
        }
        String line = key.cosign(checkpoint.text(), clock.instant());
        // What is cosigned is remembered first, whatever happens to the answer.
        memory.replace(log.hexId() + ".checkpoint", (asked.note() + line).getBytes(StandardCharsets.UTF_8));
        memory.sync();
        return line;
    }

    private void refuseContradiction(Submission asked, Checkpoint checkpoint, Checkpoint last, byte[] note) {
        boolean sameSize = checkpoint.size() == last.size();
        boolean holds = sameSize ? Arrays.equals(checkpoint.rootHash(), last.rootHash()) : TreeGrowth.holds(last.size(),
                last.rootHash(), checkpoint.size(), checkpoint.rootHash(), asked.hashes());
        if (!holds) {
            memory.replace(log.hexId() + ".refused", note);
            throw new LogRefused(sameSize ? FORK : INCONSISTENT, "the checkpoint of " + checkpoint.size() + " entries "
                    + "is no continuation of the " + last.size() + " that this witness cosigned: its folder "
                    + "keeps both");
        }
    }

    private synchronized String alone(Supplier<String> work) {
        Path lockFile = memory.root().resolve(".lock");
        try {
            Files.createDirectories(memory.root());
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                memory.removeTemporary();
                return work.get();
            }
        } catch (IOException e) {
            throw new LogRefused("GW-LOG-025", "the witness's folder cannot be used at " + memory.root()
                    + ": check that the disk is there, has room, and belongs to its user", e);
        }
    }
}
