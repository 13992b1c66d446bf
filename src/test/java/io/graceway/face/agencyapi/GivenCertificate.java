package io.graceway.face.agencyapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A certificate that an agency made for itself with a tool of its own. */
record GivenCertificate(byte[] der) {

    /** @param first day on which it is valid, as {@code 2026/01/01}; it is so for 365 days */
    static GivenCertificate make(Path folder, String name, String first) throws Exception {
        Path store = folder.resolve(name + ".p12");
        tool("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-startdate", first + " 00:00:00",
                "-validity", "365", "-keystore", store.toString(), "-storepass", "played-agency");
        Path der = folder.resolve(name + ".der");
        tool("-exportcert", "-alias", name, "-file", der.toString(), "-keystore", store.toString(), "-storepass",
                "played-agency");
        return new GivenCertificate(Files.readAllBytes(der));
    }

    private static void tool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/keytool")
                .toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** As a front end passes it on. */
    String header() {
        return ":" + Base64.getEncoder().encodeToString(der) + ":";
    }

    String sha256() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
    }
}
