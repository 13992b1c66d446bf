package io.graceway.edge.document;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.TableReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A home folder with the mappings of one test, and what comes of reading with them. */
final class Home implements TableReader.LineSink {

    final List<DocumentLine> lines = new ArrayList<>();
    final List<Reject> rejects = new ArrayList<>();
    final List<String> whose = new ArrayList<>();
    FileTotals totals;
    private final Path folder;

    Home(Path folder) {
        this.folder = folder;
    }

    /** @param name such as {@code test/closure.in} */
    Home with(String name, String yaml) {
        return file(name + ".map.yaml", yaml);
    }

    /** What a dialect has beside its mappings. */
    Home about(String dialect, String yaml) {
        return file(dialect + "/dialect.yaml", yaml);
    }

    private Home file(String name, String yaml) {
        try {
            Path file = folder.resolve("mappings").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, yaml);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dialects dialects() {
        return Dialects.load(folder);
    }

    Home read(String document, String wire) throws IOException {
        return read(document, wire, StandardCharsets.UTF_8);
    }

    Home read(String document, String wire, Charset charset) throws IOException {
        return read(document, new ByteArrayInputStream(wire.getBytes(charset)));
    }

    Home read(String document, InputStream in) throws IOException {
        totals = dialects().reader("test", document).read(in, this);
        return this;
    }

    String write(String document, DocumentLine... given) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        totals = dialects().writer("test", document).write(out, List.of(given));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Codes of the rejects with their lines and fields, as one text. */
    List<String> faults() {
        return rejects.stream().map(one -> one.line() + " " + one.field() + " " + one.code()).toList();
    }

    /** Codes of why the file cannot be believed. */
    List<String> disagreements() {
        return totals.disagreements().stream().map(one -> one.line() + " " + one.code()).toList();
    }

    @Override
    public void line(DocumentLine line) {
        lines.add(line);
    }

    @Override
    public void reject(String account, Reject reject) {
        whose.add(account);
        rejects.add(reject);
    }
}
