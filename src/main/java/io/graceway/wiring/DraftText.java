package io.graceway.wiring;

import io.graceway.edge.document.Speech;
import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.config.ConfigRefused;
import io.graceway.edge.document.config.YamlLines;
import io.graceway.edge.seal.AgencyKeys;
import io.graceway.face.console.onboard.Draft;
import io.graceway.face.console.onboard.Onboarding.Change;
import io.graceway.face.console.onboard.Onboarding.Edited;
import io.graceway.wiring.config.AgencyConfig;
import io.graceway.wiring.config.AgencyTerms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an agency's file while it is written: what stands in it, and what is wrong with it. */
final class DraftText {

    private static final String SCHEMA = "/schema/agency.schema.json";
    /** Where a secret belongs, and never itself. */
    private static final Set<String> SECRETS = Set.of("/mailbox/sftp/passphrase", "/mailbox/rest/token",
            "/mailbox/soap/password", "/mailbox/calls/key", "/mailbox/webhook/secret", "/mailbox/webhook/old-secret");
    private static final Pattern NAMED = Pattern.compile("\\$\\{env:([A-Z][A-Z0-9_]{0,99})}");
    /** What a new file begins with, for people to fill in. */
    private static final Pattern OPEN = Pattern.compile("\\?|0{40}|0{64}|(.*[./])?agency\\.example(/.*)?");

    private final Home home;
    private final DraftFile files;

    DraftText(Home home, DraftFile files) {
        this.home = home;
        this.files = files;
    }

    Map<String, String> values(String text) {
        return YamlLines.of(text).values();
    }

    Speech speech(Draft draft) {
        Map<String, String> values = values(draft.text());
        Map<String, String> settings = new TreeMap<>();
        values.forEach((pointer, value) -> {
            if (pointer.startsWith("/settings/")) {
                settings.put(pointer.substring("/settings/".length()), value);
            }
        });
        return new Speech(values.getOrDefault("/dialect", ""), settings);
    }

    Map<String, String> mailbox(String text) {
        Map<String, String> values = new TreeMap<>(values(text));
        values.keySet().removeIf(pointer -> !pointer.startsWith("/mailbox/"));
        return values;
    }

    /** A file that holds one is not copied into the store, and not shown. */
    void mustHoldNoSecret(String text) {
        values(text).forEach((pointer, value) -> {
            if (SECRETS.contains(pointer) && !NAMED.matcher(value).matches() || value.matches("\\w+://[^/]*@.*")) {
                throw new IllegalStateException("GW-WEB-173: the file has a secret at " + pointer + ", and the console "
                        + "never shows one: put it into an environment variable, name it there as ${env:NAME}, and "
                        + "begin again");
            }
        });
    }

    Edited edit(Draft draft, List<Change> changes) {
        Map<String, String> faults = new LinkedHashMap<>();
        String whole = attempt(draft, draft.text(), changes, faults);
        if (!faults.isEmpty()) {
            // Each by itself says which.
            faults.clear();
            String text = draft.text();
            for (Change change : changes) {
                text = attempt(draft, text, List.of(change), faults);
            }
            return new Edited(text, faults);
        }
        return new Edited(whole, faults);
    }

    private String attempt(Draft draft, String before, List<Change> changes, Map<String, String> faults) {
        String at = changes.isEmpty() ? "" : changes.get(0).pointer();
        try {
            YamlLines lines = YamlLines.of(before);
            for (Change change : changes) {
                at = change.pointer();
                guard(draft, change);
                lines = change.value() == null ? lines.remove(at) : at.endsWith("/-")
                        ? lines.add(at.substring(0, at.length() - 2), change.value()) : lines.set(at, change.value());
            }
            List<String> known = faults(before);
            List<String> added = faults(lines.text()).stream().filter(one -> !known.contains(one)).toList();
            if (added.isEmpty()) {
                return lines.text();
            }
            faults.put(at, String.join("; ", added));
        } catch (ConfigRefused e) {
            faults.put(at, words(e.problems().get(0)));
        } catch (IllegalArgumentException e) {
            faults.put(at, e.getMessage());
        }
        return before;
    }

    static String words(ConfigRefused.Problem problem) {
        return problem.code() + " " + problem.text();
    }

    /** Without asking for any variable: it need not be set yet. */
    private List<String> faults(String text) {
        return faults(text, new CheckedYaml(name -> "unset")).stream().map(DraftText::words).toList();
    }

    private static List<ConfigRefused.Problem> faults(String text, CheckedYaml yaml) {
        try {
            bound(text, yaml);
            return List.of();
        } catch (ConfigRefused e) {
            return e.problems();
        } catch (IllegalArgumentException e) {
            return List.of(new ConfigRefused.Problem("the file", 0, "GW-WEB-177", e.getMessage()
                    + "; correct one of the two"));
        }
    }

    private static AgencyConfig bound(String text, CheckedYaml yaml) {
        AgencyConfig config = yaml.read("the file", text.getBytes(StandardCharsets.UTF_8)).check(SCHEMA)
                .bind(AgencyConfig.class);
        AgencyTerms.agency("draft", config);
        if (config.seal() != null) {
            config.seal().pins().forEach(pin -> new AgencyKeys.PinnedKey(pin.fingerprint(), pin.from(), pin.until()));
        }
        return config;
    }

    /** Where its keys lie. */
    Path keys(String text) {
        return home.files().resolve(Path.of(home.files().yaml().read("the file", text.getBytes(StandardCharsets.UTF_8))
                .part().at("seal").at("keys").text("")));
    }

    /** With every variable that it names. */
    AgencyConfig bound(Draft draft) {
        return bound(draft.text(), home.files().yaml());
    }

    /** Lines that a gateway would not start with, then what nobody has filled in yet. */
    List<String> problems(Draft draft) {
        List<String> problems = new ArrayList<>(faults(draft.text(), home.files().yaml()).stream().map(one ->
                (one.line() > 0 ? one.line() + ": " : "") + words(one)).toList());
        values(draft.text()).forEach((pointer, value) -> {
            if (OPEN.matcher(value).matches()) {
                problems.add("GW-WEB-176 " + pointer + " has what a new file begins with; fill it in");
            }
        });
        return problems;
    }

    /** A variable is named only where a secret belongs, and only one that is this agency's own. */
    private void guard(Draft draft, Change change) {
        String value = String.valueOf(change.value());
        if (value.matches("\\w+://[^/]*@.*")) {
            throw new IllegalArgumentException("GW-WEB-173: an address here has no user and password in it; they have "
                    + "places of their own");
        }
        Matcher named = NAMED.matcher(value);
        boolean secret = SECRETS.contains(change.pointer()) && change.value() != null;
        if (!secret && !value.contains("${") || value.equals(values(draft.text()).get(change.pointer()))) {
            return;
        }
        String own = draft.agency().toUpperCase(Locale.ROOT).replace('-', '_') + "_";
        if (!secret || !named.matches() || !named.group(1).startsWith(own)
                || files.isNamedElsewhere(draft.agency(), value)) {
            throw new IllegalArgumentException("GW-WEB-173: a secret is never typed here, and no secret of anybody "
                    + "else is named: give the name of an environment variable of this agency's own, which begins "
                    + "with " + own);
        }
    }
}
