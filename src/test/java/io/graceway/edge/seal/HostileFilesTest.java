package io.graceway.edge.seal;

import static io.graceway.edge.seal.Cast.cast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graceway.journey.placement.SealBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile file is refused, leaves nothing behind, and teaches its sender nothing. */
class HostileFilesTest {

    @TempDir
    private Path folder;

    static Stream<Hostile> files() {
        return Stream.of(HostileSigners.all(), HostileEnvelopes.all(), HostileContents.all()).flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("files")
    void refuses_leaves_nothing_and_tells_only_us_why(Hostile hostile) throws IOException {
        Path sealed = Files.write(folder.resolve("sealed"), hostile.file().get());
        Files.writeString(folder.resolve("plain"), "left by an earlier file");
        Files.writeString(folder.resolve("plain.unverified"), "left by a crash");
        SealBroken broken = catchThrowableOfType(SealBroken.class,
                () -> cast().seal().open(hostile.agency(), sealed, folder.resolve("plain")));
        assertThat(broken).as("refused").isNotNull();
        assertThat(broken.flaw()).as(broken.detail()).isEqualTo(hostile.flaw());
        assertThat(broken).hasNoCause().hasNoSuppressedExceptions();
        assertThat(broken.code() + " " + broken.getMessage()).isEqualTo("GW-SEAL-001 The file could not be opened "
                + "with the keys agreed on. Seal it again for our current key, sign it with your pinned key, and send "
                + "it under a new name.");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(sealed);
        }
    }

    @Test
    void accepts_the_same_parts_when_they_are_in_order_and_not_deeper_than_four_layers() throws Exception {
        byte[] signed = Hostile.signedBy("rsa", "--digest-algo", "SHA256");
        for (byte[] inner : Arrays.asList(signed, Packets.packed(Packets.packed(Packets.packed(signed))))) {
            Path sealed = Files.write(folder.resolve("sealed"), Packets.enveloped(inner));
            cast().seal().open("rsa", sealed, folder.resolve("plain"));
            assertThat(folder.resolve("plain")).hasContent(Hostile.TEXT);
        }
    }

    @Test
    void accepts_what_differs_from_the_hostile_files_in_the_one_flaw_only() throws Exception {
        cast().agency("sound", "rsa2048", "rsa2048", "--faked-system-time", "20240101T000000");
        Files.write(folder.resolve("sealed"), Hostile.sealedBy("sound", "--faked-system-time", "20240301T000000",
                "--sig-notation", "term@example.net=1"));
        cast().seal().open("sound", folder.resolve("sealed"), folder.resolve("plain"));
        assertThat(folder.resolve("plain")).hasContent(Hostile.TEXT);
        Files.write(folder.resolve("sealed"), HostileSigners.sealedBySequoia());
        cast().seal().open("sequoia", folder.resolve("sealed"), folder.resolve("plain"));
        assertThat(folder.resolve("plain")).hasContent(Hostile.TEXT);
    }
}
