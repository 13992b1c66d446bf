package io.graceway.audit.witness;

import io.graceway.audit.Checkpoint;
import io.graceway.audit.FolderTree;
import io.graceway.audit.LogFolder;
import io.graceway.audit.LogKey;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.LogRefused;
import io.graceway.audit.tree.TreeGrowth;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Asks every witness to cosign what was published, and keeps its answer beside the log, in {@code witness/<id>}. */
public final class WitnessRound {

    /** Takes what is asked to the witness. */
    public interface Way {

        /** What it answered; refuses with {@code GW-LOG-065} where it cannot be reached. */
        Answer ask(String submission);
    }

    /** @param status as in HTTP */
    public record Answer(int status, String body) {
    }

    /** @param key public key of the witness */
    public record Party(LogKey key, Way way) {
    }

    private final LogPublisher publisher;
    private final LogFolder folder;
    private final LogKey log;
    private final List<Party> parties;

    public WitnessRound(LogPublisher publisher, LogFolder folder, LogKey log, List<Party> parties) {
        this.publisher = publisher;
        this.folder = folder;
        this.log = log;
        this.parties = List.copyOf(parties);
    }

    /** Asks all, and gives why those refused who did; one that refuses or cannot be reached stops nobody else. */
    public List<LogRefused> ask() {
        List<LogRefused> refused = new ArrayList<>();
        for (Party party : parties) {
            try {
                ask(party);
            } catch (LogRefused e) {
                refused.add(e);
            }
        }
        return refused;
    }

    private void ask(Party party) {
        byte[] note = folder.read(LogFolder.CHECKPOINT).orElse(null);
        String kept = LogFolder.WITNESSES + party.key.hexId();
        byte[] last = folder.read(kept).orElse(null);
        if (note == null || last != null && Arrays.equals(note, Arrays.copyOf(last, note.length))) {
            return;
        }
        Checkpoint checkpoint = Checkpoint.parse(log.open(note));
        long old = last == null ? 0 : Checkpoint.parse(log.open(last)).size();
        Answer answer = party.way.ask(submission(old, checkpoint, note).text());
        if (answer.status == 409 && answer.body.matches("(0|[1-9]\\d{0,17})\n")
                && Long.parseLong(answer.body.strip()) <= checkpoint.size()) {
            // It remembers another checkpoint than we do: an answer of its own was lost on the way.
            answer = party.way.ask(submission(Long.parseLong(answer.body.strip()), checkpoint, note).text());
        }
        if (answer.status != 200) {
            throw new LogRefused("GW-LOG-066", "the witness " + party.key.name() + " did not cosign the log of "
                    + checkpoint.size() + " entries and answered " + answer.status + ": it may remember another "
                    + "history; ask whoever runs it");
        }
        byte[] cosigned = (new String(note, StandardCharsets.UTF_8) + answer.body).getBytes(StandardCharsets.UTF_8);
        party.key.cosignedAt(cosigned);
        publisher.keepBeside(kept, cosigned);
    }

    private Submission submission(long old, Checkpoint checkpoint, byte[] note) {
        return new Submission(old, Submission.lines(TreeGrowth.of(old, checkpoint.size(),
                new FolderTree(folder, checkpoint.size()))), new String(note, StandardCharsets.UTF_8));
    }
}
