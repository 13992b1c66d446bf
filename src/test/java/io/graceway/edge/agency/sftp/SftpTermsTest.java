package io.graceway.edge.agency.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SftpTermsTest {

    private static SftpTerms terms(String host, int port, String user, String outFolder) {
        return new SftpTerms(host, port, user, Path.of("id"), "open sesame"::toCharArray, Path.of("known_hosts"),
                outFolder, "in", Duration.ofSeconds(1), Duration.ofSeconds(1), SftpHabits.usual());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../x", "x/../y", "x/./y", "x//y", "x/", "//x", "/x/..", "x\ny", "x*y", "x\\y",
        "~/x", "x?y", "x%2fy"})
    void refuses_a_folder_that_could_mean_something_else(String strange) {
        assertThatThrownBy(() -> terms("host", 22, "user", strange))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("out folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ".", "x", "/x", "to-agency/To House", "/srv/a_b.c/d"})
    void takes_a_folder_from_the_root_or_from_home(String plain) {
        assertThat(terms("host", 22, "user", plain).outFolder()).isEqualTo(plain);
    }

    @Test
    void refuses_what_could_smuggle_something_into_an_address() {
        assertThatThrownBy(() -> terms("user:secret@host", 22, "user", "x")).hasMessageContaining("host");
        assertThatThrownBy(() -> terms("host/x", 22, "user", "x")).hasMessageContaining("host");
        assertThatThrownBy(() -> terms("host", 22, "user:secret", "x")).hasMessageContaining("user");
        assertThatThrownBy(() -> terms("host", 0, "user", "x")).hasMessageContaining("port");
        assertThatThrownBy(() -> terms("host", 65_536, "user", "x")).hasMessageContaining("port");
    }
}
