package io.graceway.edge.source;

import io.graceway.edge.source.folder.Drop;
import io.graceway.edge.source.folder.Folder;
import io.graceway.edge.source.folder.FolderFault;
import io.graceway.edge.source.folder.FolderTerms;
import io.graceway.edge.source.folder.Sha256;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A source system that takes postings as files in a folder. The name of a file follows from the keys in it, so that the
 * same postings given again find the file, or the {@code .done} file that the source leaves in its place. What makes
 * postings pending has to give a batch again as it was: other batches are other files.
 */
public final class FileWriteback implements SourceSystem {

    private final FolderTerms place;
    private final Set<Posting.Kind> takes;
    private final PostingRenderer renderer;
    private final Clock clock;

    public FileWriteback(FolderTerms place, Set<Posting.Kind> takes, PostingRenderer renderer, Clock clock) {
        this.place = place;
        this.takes = Set.copyOf(takes);
        this.renderer = renderer;
        this.clock = clock;
    }

    @Override
    public Set<Posting.Kind> takes() {
        return takes;
    }

    @Override
    public synchronized List<Outcome> post(List<Posting> postings) {
        Map<String, Outcome> outcomes = new HashMap<>();
        List<Posting> file = new ArrayList<>();
        for (Posting posting : postings) {
            Optional<String> refused = refusal(posting);
            refused.ifPresent(why -> outcomes.put(posting.key(),
                    new Outcome(posting.key(), Outcome.Result.REFUSED, why)));
            if (refused.isEmpty()) {
                file.add(posting);
            }
        }
        if (!file.isEmpty()) {
            Drop.Landed landed = drop(file);
            file.forEach(one -> outcomes.put(one.key(), new Outcome(one.key(),
                    Outcome.Result.valueOf(landed.how().name()), landed.evidence())));
        }
        return postings.stream().map(posting -> outcomes.get(posting.key())).toList();
    }

    @Override
    public List<CheckStep> checkWriting() {
        Steps steps = FolderCheck.reaching(place);
        return steps.then("write, rename and delete", () -> FolderCheck.inFolder(place, Drop::rehearse)).all();
    }

    private Drop.Landed drop(List<Posting> file) {
        String keys = file.stream().map(Posting::key).collect(Collectors.joining("\n"));
        String id = Sha256.hex(keys.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
        try (Folder folder = Folder.open(place)) {
            return new Drop(folder, clock).put(id, render(file));
        } catch (IOException e) {
            FolderFault fault = FolderFault.of(e);
            return new Drop.Landed(Drop.How.LATER, fault.code() + ": " + fault.hint());
        }
    }

    /** A posting that cannot even be written alone is refused, so that it does not hold up the others. */
    private Optional<String> refusal(Posting posting) {
        if (!takes.contains(posting.kind())) {
            return Optional.of("GW-SRC-050: this source takes no " + posting.kind());
        }
        try {
            render(List.of(posting));
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of("GW-SRC-061: the posting cannot be written in the source's layout");
        }
    }

    private byte[] render(List<Posting> postings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.write(out, postings);
        return out.toByteArray();
    }
}
