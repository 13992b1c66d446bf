package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.face.GivenHome;
import io.graceway.face.command.Gateway;
import io.graceway.face.web.Hosts;
import io.graceway.wiring.config.HouseFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the pages may be served, and what is refused before anything is started. */
class PagesAddressTest {

    private static PagesAddress of(String publicUrl, HouseFile.Console console) {
        return PagesAddress.of(new HouseFile("Acme", null, null, publicUrl == null ? null : URI.create(publicUrl),
                null, null, null,
                null, null, null, console, null));
    }

    private static HouseFile.Console at(String address, Boolean behindSignIn, String host) {
        return new HouseFile.Console(address, 8080, behindSignIn, host, null, null, null, null, null, null);
    }

    @Test
    void listens_on_this_machine_only_when_nothing_is_said() {
        PagesAddress usual = of(null, null);
        assertThat(usual.address()).isEqualTo("127.0.0.1");
        assertThat(usual.port()).isEqualTo(8080);
        assertThat(usual.hosts()).isEqualTo(new Hosts(java.util.Optional.empty(), java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Set.of("localhost", "127.0.0.1", "::1",
                "0:0:0:0:0:0:0:1"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.7", "::", "2001:db8::7", "no such host"})
    void an_address_that_others_can_reach_is_refused_unless_people_are_signed_in_before(String address) {
        assertThatThrownBy(() -> of(null, at(address, null, null)))
                .hasMessageStartingWith("GW-WEB-001: house.yaml: console.address")
                .hasMessageContaining(address);
        assertThatThrownBy(() -> of(null, at(address, false, null))).hasMessageStartingWith("GW-WEB-001");
        if (!address.contains(" ")) {
            assertThat(of(null, at(address, true, "console.acme.example")).hosts().house())
                    .contains("console.acme.example")
                    .doesNotContain("0.0.0.0", "::");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void this_machine_is_never_refused(String address) {
        assertThat(of(null, at(address, null, null)).hosts().house()).contains(address);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080,", "http://127.0.0.1,", "http://[::1]:80,", "http://gateway.localhost/x,",
        "https://Answers.Acme.example/care,answers.acme.example",
        "https://127.0.0.1.acme.example,127.0.0.1.acme.example"})
    void the_customers_host_is_that_of_the_public_address_unless_that_is_this_machine(String url, String host) {
        assertThat(of(url, null).hosts().customers()).isEqualTo(java.util.Optional.ofNullable(host));
    }

    @Test
    void customers_and_console_never_share_a_host() {
        assertThatThrownBy(() -> of("https://gw.acme.example", at("127.0.0.1", true, "GW.acme.example")))
                .hasMessageStartingWith("GW-WEB-003").hasMessageContaining("gw.acme.example");
        assertThatThrownBy(() -> of("https://192.0.2.7/", at("192.0.2.7", true, null)))
                .hasMessageStartingWith("GW-WEB-003");
        assertThatThrownBy(() -> of("https:///answers", null)).hasMessageStartingWith("GW-WEB-003");
    }

    @Test
    void a_gateway_does_not_start_on_an_open_address_but_does_its_rounds(@TempDir Path folder) {
        Path home = GivenHome.in(folder, "console: {address: 0.0.0.0, port: 0}");
        assertThatThrownBy(() -> start(home, true)).hasMessageStartingWith("GW-WEB-001");
        assertThat(folder.resolve("state/store")).doesNotExist();
        start(home, false).close();
    }

    @Test
    void it_starts_there_when_people_are_signed_in_before(@TempDir Path folder) {
        Path home = GivenHome.in(folder,
                "console: {address: 0.0.0.0, port: 0, behind-sign-in: true, host: console.acme.example}");
        try (Gateway.Running running = start(home, true)) {
            assertThat(running.pages()).isPresent();
        }
    }

    @Test
    void a_port_that_is_taken_is_told_in_words(@TempDir Path folder) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Path home = GivenHome.in(folder, "console: {address: 127.0.0.1, port: " + taken.getLocalPort() + "}");
            assertThatThrownBy(() -> start(home, true))
                    .hasMessageStartingWith("GW-WEB-002: the pages cannot be served on 127.0.0.1, port "
                    + taken.getLocalPort());
        }
    }

    private static Gateway.Running start(Path home, boolean serve) {
        return new SpringGateway().start(new Gateway.Start(home, serve ? Gateway.Mode.PAGES : Gateway.Mode.ONCE,
                Clock.systemUTC(), any -> null));
    }
}
