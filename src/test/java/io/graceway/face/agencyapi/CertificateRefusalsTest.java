package io.graceway.face.agencyapi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would leave it open who asks is refused at the start. */
class CertificateRefusalsTest {

    private static final String FROM_HERE = "console: {address: 127.0.0.1, port: 0, client-cert-from: [127.0.0.1]}";
    private static final String CERTIFICATES = "certificates: [{sha256: " + "ab".repeat(32)
            + ", from: 2026-01-01, until: 2026-12-31}]";

    @TempDir
    private Path folder;

    private void refused(String code, String console, Map<String, String> agencies) {
        assertThatThrownBy(() -> new AgencySite(folder, agencies, console).close()).hasStackTraceContaining(code);
    }

    @Test
    void an_agency_with_two_ways_in() {
        refused("GW-CFG-126", FROM_HERE, Map.of("orchard", CERTIFICATES + ", secrets: [{sha256: " + "cd".repeat(32)
                + ", until: 2026-12-31}]"));
    }

    @Test
    void an_agency_with_none() {
        refused("GW-CFG-126", FROM_HERE, Map.of("orchard", "most-files: 2"));
    }

    @Test
    void a_certificate_that_nobody_can_see() {
        refused("GW-CFG-127", "console: {address: 127.0.0.1, port: 0}", Map.of("orchard", CERTIFICATES));
    }

    @Test
    void a_certificate_of_two_agencies() {
        refused("GW-CFG-127", FROM_HERE, Map.of("orchard", CERTIFICATES, "quarry", CERTIFICATES));
    }

    @Test
    void a_front_end_that_is_no_address() {
        refused("GW-CFG", "console: {address: 127.0.0.1, port: 0, client-cert-from: [front.acme.example]}",
                Map.of("orchard", CERTIFICATES));
    }
}
