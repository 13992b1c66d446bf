package io.graceway.edge.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the wording of notices is kept: a home folder, and the template {@code plain} that is shipped. */
public final class Templates {

    /** The language that is used when a template does not know the customer's. */
    public static final String FALLBACK = "en";

    private static final int LONGEST = 256 * 1024;

    private final Path home;

    /** @param home holds {@code notices/<template>/<language>/}; it need not exist */
    public Templates(Path home) {
        this.home = home;
    }

    /**
     * The files of one template in one language, unrendered.
     *
     * @param files content by file name
     */
    record Source(String template, String language, Map<String, String> files) {
    }

    /**
     * The wanted files in the customer's language, else in {@link #FALLBACK}; all of them from one folder, never mixed.
     *
     * @return empty when neither language has all of them
     */
    Optional<Source> find(String template, String language, List<String> wanted) {
        if (!template.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            return Optional.empty();
        }
        return in(template, language, wanted).or(() -> in(template, FALLBACK, wanted));
    }

    private Optional<Source> in(String template, String language, List<String> wanted) {
        if (language == null || !language.matches("[a-z]{2,3}")) {
            return Optional.empty();
        }
        String folder = "notices/" + template + "/" + language + "/";
        return source(template, language, wanted, name -> fromHome(folder + name))
                .or(() -> source(template, language, wanted, name -> shipped(folder + name)));
    }

    private static Optional<Source> source(String template, String language, List<String> wanted, Shelf shelf) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : wanted) {
            Optional<String> text = shelf.read(name);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            files.put(name, text.get());
        }
        return Optional.of(new Source(template, language, files));
    }

    private Optional<String> fromHome(String name) {
        Path file = home.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(text(name, in));
        } catch (IOException e) {
            throw new UncheckedIOException("GW-NOT-010: template " + name + " cannot be read", e);
        }
    }

    private static Optional<String> shipped(String name) {
        try (InputStream in = Templates.class.getResourceAsStream("/" + name)) {
            return in == null ? Optional.empty() : Optional.of(text(name, in));
        } catch (IOException e) {
            throw new UncheckedIOException("GW-NOT-010: template " + name + " cannot be read", e);
        }
    }

    private static String text(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new IOException(name + " is longer than " + LONGEST + " bytes");
        }
        return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
    }

    private interface Shelf {

        Optional<String> read(String name);
    }
}
