package io.graceway.face.evidence;

import static io.graceway.face.evidence.GivenPacks.files;
import static io.graceway.face.evidence.GivenPacks.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.evidence.PackVerifier;
import io.graceway.audit.verify.NodeVerifier;
import io.graceway.face.command.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a pack can be altered after it was made. */
class AlteredPackTest {

    @TempDir
    private static Path folder;
    private static GivenPacks given;

    @BeforeAll
    static void given() throws IOException {
        given = new GivenPacks(folder);
    }

    @AfterAll
    static void end() {
        given.close();
    }

    @Test
    void whatever_is_changed_taken_out_added_or_exchanged_is_found_by_both() throws Exception {
        Path pack = given.pack(Scope.ofAccount("C-1"), false);
        Map<String, byte[]> honest = files(pack);
        Map<String, byte[]> other = files(given.pack(Scope.ofAccount("AC-PL-1"), false));
        List<Path> bad = new ArrayList<>();
        for (String name : honest.keySet()) {
            bad.add(with(honest, files -> files.remove(name)));
            byte[] bytes = honest.get(name);
            for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
                byte[] changed = bytes.clone();
                changed[at] ^= 1;
                bad.add(with(honest, files -> files.put(name, changed)));
            }
            bad.add(with(honest, files -> files.put(name, new byte[0])));
            if (!java.util.Arrays.equals(bytes, other.get(name))) {
                bad.add(with(honest, files -> files.put(name, other.getOrDefault(name, new byte[] {1}))));
            }
        }
        bad.add(with(honest, files -> files.put("records/more.json", new byte[] {'[', ']'})));
        // One who makes the list fit, but cannot tell the log of it.
        bad.add(with(honest, files -> {
            String sums = text(files, "SHA256SUMS");
            files.remove("index.html");
            files.put("SHA256SUMS", sums.lines().filter(line -> !line.endsWith("  index.html"))
                    .map(line -> line + "\n").reduce("", String::concat).getBytes(StandardCharsets.UTF_8));
        }));
        bad.add(with(honest, files -> {
            files.put("SHA256SUMS", other.get("SHA256SUMS"));
            files.put("SHA256SUMS.tlog-proof", other.get("SHA256SUMS.tlog-proof"));
        }));
        byte[] whole = Files.readAllBytes(pack);
        for (int length = 0; length < whole.length; length += 1 + whole.length / 50) {
            bad.add(Files.write(folder.resolve("bad-" + bad.size() + ".zip"), java.util.Arrays.copyOf(whole, length)));
        }
        assertThat(bad.stream().filter(one -> new PackVerifier(given.key).verify(one).isProved())).isEmpty();
        assertThat(NodeVerifier.verifyPacks(given.key, bad)).extracting(one -> one.get("verdict").asString())
                .containsOnly("BROKEN");
        assertThat(NodeVerifier.verifyPacks(given.key, List.of(with(honest, files -> { }))).get(0).get("verdict")
                .asString()).isEqualTo("PROVED");
    }

    @Test
    void the_command_verifies_a_pack_with_the_key_alone() throws Exception {
        Path pack = given.pack(Scope.ofAccount("C-1"), true);
        Path vkey = Files.writeString(folder.resolve("log.vkey"), given.key.toString());
        Terminal terminal = new Terminal();
        assertThat(terminal.run("log verify --evidence " + pack + " --key " + vkey)).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("evidence pack verifies: ", "\"redacted\":\"yes\"");
        Path bad = with(files(pack), files -> files.remove("entries.json"));
        assertThat(terminal.run("log verify --evidence " + bad + " --key " + vkey)).isEqualTo(6);
        assertThat(terminal.out()).contains("GW-EVD-003: the file entries.json was taken out", "does NOT verify");
        assertThat(terminal.run("evidence --account A --agency B -o x.zip")).isEqualTo(2);
        assertThat(terminal.err()).contains("about an account, about an agency, or about a period");
    }

    private static Path with(Map<String, byte[]> honest, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> files = new LinkedHashMap<>(honest);
        change.accept(files);
        return given.packed(files);
    }
}
