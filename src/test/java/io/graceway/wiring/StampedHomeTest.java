package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.graceway.audit.LogFolder;
import io.graceway.audit.LogKey;
import io.graceway.audit.PublishedEntries;
import io.graceway.audit.SigningKey;
import io.graceway.audit.stamp.OpensslTsa;
import io.graceway.audit.stamp.StampTrust;
import io.graceway.audit.verify.NodeVerifier;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A house that names an authority has its log and its evidence stamped, and goes on where that is away. */
class StampedHomeTest {

    @TempDir
    private Path folder;
    private OpensslTsa tsa;
    private HttpServer server;

    @BeforeEach
    void authority() throws Exception {
        tsa = new OpensslTsa(folder.resolve("tsa"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tsr", exchange -> {
            byte[] answer = tsa.reply(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void name(SoapHome home, String more) throws Exception {
        Files.copy(tsa.root(), home.folder.resolve("partner-config/tsa.pem"), StandardCopyOption.REPLACE_EXISTING);
        Path house = home.folder.resolve("partner-config/house.yaml");
        Files.writeString(house, Files.readString(house).replaceAll("(?m)^log: .*$", "log: {origin: log.example/acme, "
                + "time-stamps: {url: \"http://127.0.0.1:" + server.getAddress().getPort() + "/tsr\", trusted: tsa.pem"
                + more + "}}"));
    }

    @Test
    void has_its_log_and_its_evidence_stamped_and_does_not_wait_for_an_authority_that_is_away() throws Exception {
        try (SoapHome home = new SoapHome(folder.resolve("home"))) {
            home.erp.accounts.put("000321", SoapHome.account("000321"));
            name(home, "");
            assertThat(home.run("check").steps()).contains("ok house/time-stamps trust", "ok house/time-stamps stamp");
            assertThat(home.run("run", "--once").exit()).isZero();
            Path log = home.folder.resolve("state/log");
            String key = SigningKey.at(home.folder.resolve("state/keys/log.key"), "log.example/acme",
                    new SecureRandom()).verifier().toString();
            Said said = home.run("log", "verify", "--dir", log.toString(), "--key", key, "--tsa",
                    tsa.root().toString());
            assertThat(said.exit()).as(said.out() + said.err()).isZero();
            assertThat(said.out()).containsPattern("the first \\d+ entries are proved to have existed at 20\\d\\d-");
            PublishedEntries published = new PublishedEntries(new LogFolder(log), LogKey.parse(key));
            assertThat(new PublishedLogDesk(null, published, List.of(), null, null,
                    Optional.of(StampTrust.at(tsa.root(), "")), Clock.systemUTC()).stamped())
                    .as("what an auditor's page shows").hasValueSatisfying(one -> assertThat(one.size()).isPositive());

            Path pack = folder.resolve("pack.zip");
            assertThat(home.run("evidence", "--account", "000321", "-o", pack.toString()).exit()).isZero();
            said = home.run("log", "verify", "--evidence", pack.toString(), "--key", key, "--tsa",
                    tsa.certificate().toString());
            assertThat(said.exit()).as(said.out() + said.err()).isZero();
            assertThat(said.out()).contains("proved to have existed at 20");
            verifiedByOthers(pack, key);

            server.stop(0);
            assertThat(home.run("run", "--once").exit()).as("the authority is away").isZero();
            said = home.run("log", "verify", "--evidence", pack.toString(), "--key", key, "--tsa",
                    new OpensslTsa(folder.resolve("other")).root().toString());
            assertThat(said.exit()).isEqualTo(6);
            assertThat(said.out()).contains("GW-EVD-020");
            name(home, ", user: acme");
            assertThat(home.run("run", "--once").err()).contains("GW-CFG-006", "house.yaml", "password");
        }
    }

    private void verifiedByOthers(Path pack, String key) throws Exception {
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            for (String kind : List.of("checkpoint", "tsr")) {
                try (InputStream in = zip.getInputStream(zip.stream().filter(one -> one.getName().matches(
                        "stamps/\\d+\\." + kind)).findFirst().orElseThrow())) {
                    Files.copy(in, folder.resolve("from-pack." + kind));
                }
            }
        }
        assertThat(tsa.verifies(folder.resolve("from-pack.tsr"), folder.resolve("from-pack.checkpoint"))).isTrue();
        assertThat(NodeVerifier.verifyPacks(LogKey.parse(key), List.of(pack)))
                .extracting(one -> one.get("verdict").asString()).containsExactly("PROVED");
    }
}
