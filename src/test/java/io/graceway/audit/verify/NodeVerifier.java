package io.graceway.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.LogKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other verifier, written from the published formats in another language: {@code src/test/node/verify-log.mjs}. */
public final class NodeVerifier {

    private NodeVerifier() {
    }

    /** What it says of each folder: verdict, size, firstBad, last. */
    static List<JsonNode> verify(LogKey key, Path since, List<Path> folders) throws Exception {
        return verify(key, since == null ? List.of() : List.of("--since", since.toString()), folders);
    }

    /** What it says of a log that a witness cosigned. */
    static JsonNode verify(LogKey key, LogKey witness, Path folder) throws Exception {
        return verify(key, List.of("--witness", witness.toString()), List.of(folder)).get(0);
    }

    /** What it says of each proof: verdict, index, entry. */
    static List<JsonNode> verifyProofs(LogKey key, List<Path> proofs) throws Exception {
        return verify(key, List.of("--proof"), proofs);
    }

    /** What it says of each evidence pack: verdict, entries, made. */
    public static List<JsonNode> verifyPacks(LogKey key, List<Path> packs) throws Exception {
        return verify(key, List.of("--evidence"), packs);
    }

    private static List<JsonNode> verify(LogKey key, List<String> options, List<Path> folders) throws Exception {
        List<String> command = new ArrayList<>(List.of("node", "src/test/node/verify-log.mjs", "--vkey",
                key.toString()));
        command.addAll(options);
        folders.forEach(folder -> command.add(folder.toString()));
        Process node = start(command);
        String out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        node.waitFor();
        List<JsonNode> results = out.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        assertThat(results).as(out).hasSameSizeAs(folders);
        boolean allProved = results.stream().allMatch(result -> result.get("verdict").asString().equals("PROVED"));
        assertThat(node.exitValue()).isEqualTo(allProved ? 0 : 1);
        return results;
    }

    /** What it says of a log damaged in every way it is told, and in every bit and length besides. */
    static List<JsonNode> damage(LogKey key, Path folder, Path changes) {
        Process node = start(List.of("node", "src/test/node/damage-log.mjs", key.toString(), folder.toString(),
                changes.toString()));
        try {
            String out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(node.waitFor()).isZero();
            return out.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        } catch (IOException | InterruptedException e) {
            return Assertions.fail("the independent log verifier was cut off", e);
        }
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            return Assertions.fail("the independent log verifier needs Node 18 or later on the PATH: install nodejs");
        }
    }
}
