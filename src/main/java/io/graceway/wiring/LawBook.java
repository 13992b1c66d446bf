package io.graceway.wiring;

import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.journey.eligibility.Rule;
import io.graceway.wiring.config.LawFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The law as shipped: every file of the folder {@code law} in the jar, checked against its schema. */
final class LawBook {

    private static final String FILES = "classpath:law/*.yaml";

    private LawBook() {
    }

    /**
     * All rules of all files.
     *
     * @throws io.graceway.edge.document.config.ConfigRefused GW-CFG-001 to 007 when a file does not fit its schema
     * @throws IllegalStateException when no file is there or two rules have the same id and version: nothing is judged
     *                               by half a law
     */
    static List<Rule> shipped() {
        List<Rule> rules = new ArrayList<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                rules.addAll(read(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the law in the jar cannot be read", e);
        }
        Set<String> seen = new HashSet<>();
        rules.stream().map(rule -> rule.id() + "@" + rule.version()).filter(rule -> !seen.add(rule)).findFirst()
                .ifPresent(twice -> {
                    throw new IllegalStateException("rule " + twice + " stands in the law twice");
                });
        if (rules.isEmpty()) {
            throw new IllegalStateException("the jar holds no law: " + FILES);
        }
        return rules;
    }

    private static List<Rule> read(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return new CheckedYaml(name -> null).read("law/" + file.getFilename(), in).check("/schema/law.schema.json")
                    .bind(LawFile.class).toRules();
        }
    }
}
