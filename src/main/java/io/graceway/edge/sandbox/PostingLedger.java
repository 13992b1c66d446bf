package io.graceway.edge.sandbox;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what would be posted in a source system, a file each, and posts nothing. */
public final class PostingLedger implements SourceSystem {

    private final Path folder;
    private final Set<Posting.Kind> takes;

    /** @param takes what the source itself would take */
    public PostingLedger(Path folder, Set<Posting.Kind> takes) {
        this.folder = folder;
        this.takes = Set.copyOf(takes);
    }

    @Override
    public Set<Posting.Kind> takes() {
        return takes;
    }

    @Override
    public List<Outcome> post(List<Posting> postings) {
        return postings.stream().map(this::post).toList();
    }

    private Outcome post(Posting one) {
        String name = one.key().replaceAll("[^A-Za-z0-9.-]", "_") + "-" + Integer.toHexString(one.key().hashCode());
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".txt"), lines(one), StandardOpenOption.CREATE_NEW);
            return new Outcome(one.key(), Result.POSTED, "SANDBOX: only written down");
        } catch (FileAlreadyExistsException e) {
            return new Outcome(one.key(), Result.ALREADY, "SANDBOX: only written down");
        } catch (IOException e) {
            return new Outcome(one.key(), Result.LATER, "GW-BOX-005 the sandbox's folder cannot be written: "
                    + e.getClass().getSimpleName());
        }
    }

    private static String lines(Posting one) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("SANDBOX", "written down, posted nowhere");
        lines.put("key", one.key());
        lines.put("account", one.account().number().value());
        lines.put("kind", one.kind().name());
        one.amount().ifPresent(money -> lines.put("amount", money.amount().toPlainString()));
        lines.put("currency", one.account().currency());
        lines.put("on", one.on().toString());
        lines.put("code", one.code());
        lines.put("reference", one.reference());
        lines.put("text", one.text());
        return lines.entrySet().stream().map(line -> line.getKey() + ": " + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public List<CheckStep> checkWriting() {
        return List.of();
    }
}
