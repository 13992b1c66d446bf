package io.graceway.face.command;

import io.graceway.audit.PublishedEntries;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code graceway log prove}: one file for each entry that proves it without the rest of the log. */
@Command(name = "prove", mixinStandardHelpOptions = true,
        description = "Write proofs of entries: files that prove them offline, each by itself.",
        footer = {"", "Examples:", "  graceway log prove 4711",
            "  graceway log prove 0100000222 -o proofs",
            "  graceway log verify --proof proofs/entry-4711.tlog-proof --key log.vkey"})
final class ProveCommand implements Callable<Integer> {

    @ParentCommand
    private LogCommand parent;
    @Spec
    private CommandSpec spec;
    @Mixin
    private LogPlace place;
    @Parameters(paramLabel = "ENTRY", description = "the entry's number in the log; or whatever id it is about, with "
            + "a colon before it where it reads like a number: an account, a file, a parcel, a notice")
    private String entry;
    @Option(names = {"-o", "--out"}, paramLabel = "FOLDER", defaultValue = ".",
            description = "where the proofs are written (default: this folder)")
    private Path out;

    @Override
    public Integer call() throws IOException {
        return place.read(parent.gateway(), this::prove);
    }

    private int prove(PublishedEntries log) {
        List<Long> chosen = chosen(log);
        if (chosen.isEmpty()) {
            GracewayCommand.err(spec).println("GW-CMD-010: no entry of the routing log is about " + entry
                    + "; ids are compared exactly, with leading zeros");
            return Exit.NOT_FOUND;
        }
        PrintWriter told = GracewayCommand.out(spec);
        chosen.forEach(index -> told.println(write(log, index)));
        told.flush();
        return Exit.DONE;
    }

    /** By its number, where the log has such an entry; else all that are about that id. */
    private List<Long> chosen(PublishedEntries log) {
        if (entry.matches("0|[1-9]\\d{0,17}") && Long.parseLong(entry) < log.checkpoint().size()) {
            return List.of(Long.parseLong(entry));
        }
        String id = entry.startsWith(":") ? entry.substring(1) : entry;
        List<Long> found = new ArrayList<>();
        log.forEach((index, leaf) -> {
            if (EntryChoice.isAbout(EntryChoice.parse(leaf), id)) {
                found.add(index);
            }
        });
        return found;
    }

    private String write(PublishedEntries log, long index) {
        try {
            Path file = Files.createDirectories(out).resolve("entry-" + index + ".tlog-proof");
            Files.writeString(file, log.prove(index).text());
            JsonNode leaf = EntryChoice.parse(log.prove(index).entry().orElseThrow());
            return file + "  " + leaf.get("at").asString() + "  " + leaf.get("what").asString() + "  "
                    + leaf.get("subject").asString();
        } catch (IOException e) {
            throw new UncheckedIOException("a proof cannot be written below " + out, e);
        }
    }
}
