package io.graceway.wiring.config;

import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.config.ConfigRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The whole {@code partner-config} folder of a home, every file checked against its schema.
 *
 * @param folder   the folder itself; relative paths in the files start here
 * @param agencies by id, which is the file's name
 * @param yaml     what read them
 */
public record PartnerFiles(Path folder, HouseFile house, Map<String, BrandFile> brands,
        Map<String, AgencyConfig> agencies, Map<String, SourceConfig> sources, CheckedYaml yaml) {

    /** Reads everything; refuses with every problem of every file. */
    public static PartnerFiles read(Path home, Function<String, String> environment) {
        return new Reader(home.resolve("partner-config"), new CheckedYaml(environment), new ArrayList<>()).read();
    }

    /** @param problems of the files read so far */
    private record Reader(Path folder, CheckedYaml yaml, List<ConfigRefused.Problem> problems) {

        PartnerFiles read() {
            PartnerFiles read = new PartnerFiles(folder, one(folder.resolve("house.yaml"), "house", HouseFile.class),
                    all("brand", BrandFile.class), all("agency", AgencyConfig.class),
                    all("source", SourceConfig.class), yaml);
            if (!problems.isEmpty()) {
                throw new ConfigRefused(problems);
            }
            return read;
        }

        private <T> Map<String, T> all(String kind, Class<T> type) {
            Path files = folder.resolve(kind.equals("agency") ? "agencies" : kind + "s");
            Map<String, T> read = new TreeMap<>();
            if (!Files.isDirectory(files)) {
                return read;
            }
            try (Stream<Path> found = Files.list(files)) {
                for (Path file : found.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
                    String name = file.getFileName().toString();
                    read.put(name.substring(0, name.length() - ".yaml".length()), one(file, kind, type));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("GW-CFG-101: " + files + " cannot be listed", e);
            }
            return read;
        }

        /** Null when the file has problems, which are kept. */
        private <T> T one(Path file, String kind, Class<T> type) {
            try {
                return yaml.read(file, "/schema/" + kind + ".schema.json", type);
            } catch (ConfigRefused refused) {
                problems.addAll(refused.problems());
                return null;
            }
        }
    }

    /**
     * What is wrong with a source although its file fits the schema.
     *
     * @param pointer JSON pointer of the place in it
     * @param why     what was expected and what to do
     */
    public ConfigRefused refusedSource(String id, String pointer, String code, String why) {
        return refused("sources", id, pointer, code, why);
    }

    /** The same for an agency. */
    public ConfigRefused refusedAgency(String id, String pointer, String code, String why) {
        return refused("agencies", id, pointer, code, why);
    }

    private ConfigRefused refused(String kind, String id, String pointer, String code, String why) {
        return new ConfigRefused(yaml.read(folder.resolve(kind).resolve(id + ".yaml")).problem(pointer, code, why));
    }

    /** A path as it stands in a partner file: absolute, or relative to the folder. */
    public Path resolve(Path path) {
        return folder.resolve(path).normalize();
    }
}
