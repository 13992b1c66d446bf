package io.graceway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;

/**
 * Camel's YAML DSL is of an older version than its core, because the newer one is not to be had everywhere. Everything
 * that it refers to must be there in the core; what is not belongs to ways of integration that were removed and that we
 * never use.
 */
class LinkTest {

    /** Begins of what the core has no more. */
    private static final List<String> REMOVED = List.of(
            "org/apache/camel/model/cloud/", "org/apache/camel/model/SagaDefinition.setCompensation",
            "org/apache/camel/model/SagaDefinition.setCompletion", "org/apache/camel/model/SagaActionUriDefinition",
            "org/apache/camel/model/dataformat/PQCDataFormat.setBufferSize",
            "org/apache/camel/model/FaultToleranceConfigurationDefinition.setTimeoutPoolSize");

    private static final String CORE = "4.22.0";
    private static final String GAP = "4.18.0";

    private final Map<String, ClassReader> readers = new HashMap<>();

    static Set<Path> jars() throws IOException {
        Set<Path> jars = new TreeSet<>();
        for (URL manifest : Collections.list(ClassLoader.getSystemResources("META-INF/MANIFEST.MF"))) {
            if (manifest.getPath().matches(".*/camel-[^/]*-" + GAP + "\\.jar!.*")) {
                jars.add(Path.of(URI.create(manifest.getPath().replaceAll("!.*", ""))));
            }
        }
        return jars;
    }

    @Test
    void the_core_and_the_gap_are_of_the_versions_that_were_tried_together() throws IOException {
        assertThat(CamelContext.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .contains("-" + CORE + ".jar");
        assertThat(jars().stream().map(jar -> jar.getFileName().toString().replace("-" + GAP + ".jar", "")))
                .containsExactlyInAnyOrder("camel-dsl-support", "camel-yaml-dsl", "camel-yaml-dsl-common",
                        "camel-yaml-dsl-deserializers");
    }

    private static Set<Link> links(Path jar) throws IOException {
        Set<Link> links = new TreeSet<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                if (entry.getName().endsWith(".class")) {
                    try (InputStream in = file.getInputStream(entry)) {
                        links.addAll(Link.of(new ClassReader(in)));
                    }
                }
            }
        }
        assertThat(links).as(jar.toString()).hasSizeGreaterThan(20);
        return links;
    }

    @Test
    void everything_the_gap_refers_to_is_in_the_core_or_was_removed_on_purpose() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path jar : jars()) {
            links(jar).stream().filter(link -> !holds(link)).map(Link::toString).forEach(missing::add);
        }
        assertThat(missing.stream().filter(link -> REMOVED.stream().noneMatch(link::startsWith))).isEmpty();
        assertThat(REMOVED).allMatch(begin -> missing.stream().anyMatch(link -> link.startsWith(begin)));
    }

    @Test
    void no_route_uses_what_was_removed() {
        assertThat(Tree.files("routes", ".yaml")).isNotEmpty().noneMatch(file -> Tree.text(file).lines()
                .anyMatch(line -> line.matches("\\s*-? ?(saga|serviceCall|pqc|timeoutPoolSize):.*")));
    }

    /** Whether the class is there, and has the member itself or from above. */
    private boolean holds(Link link) {
        ClassReader owner = reader(link.owner());
        return owner != null && (link.member().isEmpty() || has(owner, link));
    }

    private boolean has(ClassReader one, Link link) {
        if (one == null) {
            return false;
        }
        if (Link.declares(one, link)) {
            return true;
        }
        List<String> above = new ArrayList<>(List.of(one.getInterfaces()));
        if (one.getSuperName() != null) {
            above.add(one.getSuperName());
        }
        return above.stream().anyMatch(name -> has(reader(name), link));
    }

    private ClassReader reader(String name) {
        return readers.computeIfAbsent(name, key -> {
            try (InputStream in = ClassLoader.getSystemResourceAsStream(key + ".class")) {
                return in == null ? null : new ClassReader(in);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
