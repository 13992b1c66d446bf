package io.graceway.wiring;

import io.graceway.wiring.config.ConfigRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which route files a home runs: its own, or those in the jar when it has none. */
final class RouteFiles {

    private static final List<String> SHIPPED = List.of("00-every-route", "05-pass", "10-delinquency", "20-eligibility",
            "30-notice", "40-placement", "50-agency-mail", "60-recall", "70-remittance", "80-writeback", "90-webhook",
            "95-log");

    private RouteFiles() {
    }

    /** Each file by name: a pattern that matches nothing would start a gateway without routes. */
    static String of(Path home) {
        Path own = home.resolve("routes");
        if (!Files.isDirectory(own)) {
            return SHIPPED.stream().map(name -> "classpath:routes/" + name + ".camel.yaml")
                    .collect(Collectors.joining(","));
        }
        try (Stream<Path> files = Files.list(own)) {
            List<Path> found = files.filter(one -> one.toString().endsWith(".camel.yaml")).sorted().toList();
            if (found.isEmpty()) {
                throw ConfigRefusal.of("GW-CFG-107", "the folder " + own
                        + " has no *.camel.yaml; remove it to use the shipped routes");
            }
            return found.stream().map(one -> "file:" + one).collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException("GW-CFG-107: the folder " + own + " cannot be read", e);
        }
    }
}
