package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.SigningKey;
import io.graceway.audit.witness.Witness;
import io.graceway.face.witness.WitnessDoor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A house that names a witness has its log cosigned by every pass, and goes on where the witness is away. */
class WitnessedHomeTest {

    @TempDir
    private Path folder;

    @Test
    void has_its_log_cosigned_and_does_not_wait_for_a_witness_that_is_away() throws Exception {
        SigningKey own = SigningKey.witnessAt(folder.resolve("w1/witness.key"), "auditor.example/w1",
                new SecureRandom());
        List<String> told = new ArrayList<>();
        try (SoapHome home = new SoapHome(folder.resolve("home"))) {
            assertThat(home.run("run", "--once").exit()).isZero();
            Path log = home.folder.resolve("state/log");
            SigningKey key = SigningKey.at(home.folder.resolve("state/keys/log.key"), "log.example/acme",
                    new SecureRandom());
            int port;
            try (WitnessDoor door = new WitnessDoor(new Witness(folder.resolve("w1"), own, key.verifier(),
                    Clock.systemUTC()), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), told::add)) {
                port = door.address().getPort();
                name(home, own, port);
                assertThat(home.run("run", "--once").exit()).isZero();
            }
            assertThat(told).hasSize(1).allMatch(line -> line.matches("cosigned \\d+ entries"));
            byte[] cosigned = Files.readAllBytes(log.resolve("witness/" + own.verifier().hexId()));
            assertThat(own.verifier().cosignedAt(cosigned)).isBeforeOrEqualTo(Clock.systemUTC().instant());

            assertThat(home.run("run", "--once").exit()).as("the witness is away").isZero();
            assertThat(home.run("log", "verify", "--dir", log.toString(), "--key", key.verifier().toString(),
                    "--witness", own.verifier().toString()).exit()).isZero();
            name(home, own, -1);
            assertThat(home.run("run", "--once").err()).contains("GW-CFG-", "house.yaml", "url");
        }
    }

    private static void name(SoapHome home, SigningKey own, int port) throws Exception {
        Path house = home.folder.resolve("partner-config/house.yaml");
        String url = port < 0 ? "nowhere" : "http://127.0.0.1:" + port;
        Files.writeString(house, Files.readString(house).replaceAll("(?m)^log: .*$", "log: {origin: log.example/acme, "
                + "witnesses: [{key: \"" + own.verifier() + "\", url: \"" + url + "\"}]}"));
    }
}
