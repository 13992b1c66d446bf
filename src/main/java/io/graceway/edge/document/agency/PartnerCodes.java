package io.graceway.edge.document.agency;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.config.ConfigRefused;
import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.config.WholeFile;
import io.graceway.edge.document.mapping.Mapping;
import io.graceway.edge.document.mapping.OwnCode;
import io.graceway.journey.account.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What codes of agencies mean that their dialects do not know: {@code partner-config/codes/<agency>.yaml}, read anew
 * for each file that comes in, and written a line at a time.
 */
public final class PartnerCodes {

    private static final String NEW = "# What codes of this agency mean that its dialect does not know, one a line.\n"
            + "codes:\n";

    /** A version of the file gives way to the next; each is called by its SHA-256, which is empty for none. */
    public record Change(String before, String after) {
    }

    private final Path folder;
    private final Path kept;
    private final Dialects dialects;
    private final OwnCode.Lists lists;

    /** @param kept where a version that gave way is kept, @param lists what our documents leave open */
    public PartnerCodes(Path folder, Path kept, Dialects dialects, OwnCode.Lists lists) {
        this.folder = folder;
        this.kept = kept;
        this.dialects = dialects;
        this.lists = lists;
    }

    /** @throws ConfigRefused GW-CFG-012 with file and line, for a code that cannot mean that */
    public List<OwnCode> of(String agency, String dialect) {
        Path file = file(agency);
        return Files.exists(file) ? read(file, bytes(file), dialect) : List.of();
    }

    /**
     * Reads all of them once.
     *
     * @param dialects by agency
     * @throws ConfigRefused also GW-WEB-053 for a file of an agency that there is not
     */
    public PartnerCodes check(Map<String, String> dialects) {
        dialects.forEach(this::of);
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            files.filter(file -> file.toString().endsWith(".yaml") && !dialects.containsKey(file.getFileName()
                    .toString().replaceAll("\\.yaml$", ""))).sorted().findFirst().ifPresent(file -> {
                        throw new ConfigRefused(new ConfigRefused.Problem(file.toString(), 0, "GW-WEB-053",
                                "there is no such agency; name the file after one of " + dialects.keySet()));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("GW-WEB-051: " + folder + " cannot be read", e);
        }
        return this;
    }

    private Path file(String agency) {
        return folder.resolve(agency + ".yaml");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("GW-WEB-051: " + file + " cannot be read", e);
        }
    }

    private List<OwnCode> read(Path file, byte[] bytes, String dialect) {
        Part root = new CheckedYaml(name -> null).read(file.toString(), new ByteArrayInputStream(bytes))
                .check("/schema/codes.schema.json").part();
        List<OwnCode> codes = new ArrayList<>();
        for (Part part : root.at("codes").list()) {
            OwnCode one = new OwnCode(part.at("mapping").text(""), part.at("record").text(""),
                    part.at("field").text(""), part.at("code").text(""), part.at("means").text(""));
            check(part, one, dialect);
            if (codes.stream().anyMatch(one::isAbout)) {
                throw part.refused("GW-CFG-012", "the code '" + one.code() + "' is told twice what it means; keep one");
            }
            codes.add(one);
        }
        return codes;
    }

    private void check(Part part, OwnCode one, String dialect) {
        Optional<Mapping> mapping = dialects.incoming(dialect, one.mapping());
        Set<String> choices = mapping.map(in -> one.choices(in, lists)).orElse(Set.of());
        if (choices.isEmpty()) {
            throw part.refused("GW-CFG-012", "the dialect " + dialect + " has no codes in the field '" + one.field()
                    + "' of '" + one.record() + "' in " + one.mapping() + ", or they say what money is; correct the"
                    + " place");
        }
        if (!choices.contains(one.means())) {
            throw part.at("means").refused("GW-CFG-012", "'" + one.means() + "' is not one of our codes there; use one"
                    + " of " + choices);
        }
        mapping.flatMap(one::meaning).filter(known -> !known.equals(one.means())).ifPresent(known -> {
            throw part.at("means").refused("GW-CFG-012", "in the dialect " + dialect + " the code means " + known
                    + " already; take this line out");
        });
    }

    /**
     * Writes that a code means this from now on; the file is there whole or as it was.
     *
     * @param first is told before it is so
     * @return whether it was not known before
     * @throws IllegalStateException GW-WEB-052 where it means something else, GW-WEB-051 where the file is of another
     *                               shape or cannot be written
     */
    public synchronized boolean add(String agency, String dialect, OwnCode one, Consumer<Change> first) {
        Path file = file(agency);
        List<OwnCode> had = of(agency, dialect);
        List<OwnCode> same = had.stream().filter(one::isAbout).toList();
        if (!same.isEmpty()) {
            if (!same.contains(one)) {
                throw new IllegalStateException("GW-WEB-052: the code means " + same.get(0).means() + " already; who"
                        + " wants it otherwise changes " + file);
            }
            return false;
        }
        byte[] before = Files.exists(file) ? bytes(file) : new byte[0];
        String text = before.length == 0 ? NEW : new String(before, StandardCharsets.UTF_8);
        byte[] after = (text + (text.endsWith("\n") ? "" : "\n") + line(one)).getBytes(StandardCharsets.UTF_8);
        List<OwnCode> now = new ArrayList<>(had);
        now.add(one);
        if (!reads(file, after, dialect, now)) {
            throw new IllegalStateException("GW-WEB-051: " + file + " is not written so that a line at its end is one"
                    + " more code; add this by hand: " + line(one).strip());
        }
        write(agency, before, after, () -> first.accept(new Change(digest(before), digest(after))));
        return true;
    }

    private boolean reads(Path file, byte[] bytes, String dialect, List<OwnCode> expected) {
        try {
            return read(file, bytes, dialect).equals(expected);
        } catch (ConfigRefused e) {
            return false;
        }
    }

    /** Everything in quotes that somebody else may have chosen. */
    private static String line(OwnCode one) {
        return "- {mapping: " + one.mapping() + ", record: " + one.record() + ", field: " + one.field() + ", code: \""
                + one.code().replace("\\", "\\\\").replace("\"", "\\\"") + "\", means: \"" + one.means() + "\"}\n";
    }

    private static String digest(byte[] bytes) {
        return bytes.length == 0 ? "" : Ids.hex(bytes);
    }

    private void write(String agency, byte[] before, byte[] after, Runnable first) {
        Path file = file(agency);
        try {
            WholeFile.keep(kept, agency + "-" + digest(before) + ".yaml", before);
            WholeFile.replace(file, after, first);
        } catch (IOException e) {
            throw new IllegalStateException("GW-WEB-051: " + file + " cannot be written; let the gateway write there,"
                    + " or add the last line by hand: " + new String(after, StandardCharsets.UTF_8).lines()
                    .reduce((a, b) -> b).orElse(""), e);
        }
    }
}
