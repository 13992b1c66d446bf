package io.graceway.edge.document.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Reads YAML files that people write, puts in values for {@code ${env:NAME}}, and keeps the line of everything. */
public final class CheckedYaml {

    /** Far above any real file: what is longer was not written by a person. */
    private static final int MOST_BYTES = 1 << 20;

    private final Function<String, String> environment;

    /** @param environment gives the value of a variable, or null where there is none */
    public CheckedYaml(Function<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Reads, checks and binds in one go.
     *
     * @param schema name of a class path resource such as {@code /schema/agency.schema.json}, JSON Schema 2020-12
     * @throws ConfigRefused GW-CFG-001 to 007, all problems at once
     */
    public <T> T read(Path file, String schema, Class<T> type) {
        return read(file).check(schema).bind(type);
    }

    public YamlFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (IOException e) {
            throw unreadable(file.toString(), "could not be read; check that it exists and may be read");
        }
    }

    /** @param name how problems name the file */
    public YamlFile read(String name, InputStream in) {
        try {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw unreadable(name, "is longer than 1 MiB; split it");
            }
            String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString();
            return new YamlBuilder(name, environment).build(text);
        } catch (CharacterCodingException e) {
            throw unreadable(name, "is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            throw unreadable(name, "could not be read to its end; check the disk");
        }
    }

    public YamlFile read(String name, byte[] bytes) {
        return read(name, new ByteArrayInputStream(bytes));
    }

    private static ConfigRefused unreadable(String name, String why) {
        return new ConfigRefused(new ConfigRefused.Problem(name, 0, "GW-CFG-001", "the file " + why));
    }
}
