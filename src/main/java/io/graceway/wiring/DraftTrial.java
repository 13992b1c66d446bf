package io.graceway.wiring;

import io.graceway.edge.agency.Watchdog;
import io.graceway.edge.agency.sftp.SftpMailbox;
import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.agency.MappingPreview;
import io.graceway.face.command.Failures;
import io.graceway.face.console.onboard.Draft;
import io.graceway.face.console.onboard.Onboarding.Line;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.ParcelSeal;
import io.graceway.wiring.config.AgencyConfig;
import io.graceway.wiring.config.PartnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Does with a draft what the gateway would do with the file, before it counts. */
record DraftTrial(Home home, Dialects dialects, Watchdog watchdog, Clock clock) {

    /** One thing to try of an agency. */
    private interface Attempt<T> {
        T make(ParcelSeal seal, AgencyMailbox mailbox) throws IOException;
    }

    /** Every step that {@code graceway check} takes with an agency. */
    Draft.Trial run(Draft draft, AgencyConfig config, String by) {
        List<CheckStep> steps = with(draft, config, (seal, mailbox) -> Checks.agency(draft.agency(), seal, mailbox));
        return new Draft.Trial(by, clock.instant(), draft.digest(), steps.stream().allMatch(CheckStep::passed),
                String.join("\n", steps.stream().map(one -> String.join(" ", one.passed() ? "ok" : "FAIL",
                one.step(), one.code(), one.hint()).replaceAll("\\s+", " ").strip()).toList()));
    }

    /** Why the gateway would not start with it; nothing is sent anywhere. */
    Optional<String> fault(Draft draft, AgencyConfig config) {
        try {
            with(draft, config, (seal, mailbox) -> config.seal() == null ? "" : seal.recipients(draft.agency()));
            return Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** @throws IllegalStateException with a code, where it cannot be tried as it is */
    private <T> T with(Draft draft, AgencyConfig config, Attempt<T> attempt) {
        Path keys = null;
        AgencyMailbox mailbox = null;
        try {
            AgencyConfig as = config;
            if (!draft.keys().isEmpty() && config.seal() != null) {
                keys = Files.writeString(Files.createTempFile(home.folder("drafts"), draft.agency(), ".asc"),
                        draft.keys());
                as = withKeys(config, keys.toAbsolutePath());
            }
            Map<String, AgencyConfig> agencies = new TreeMap<>(home.files().agencies());
            agencies.put(draft.agency(), as);
            PartnerFiles files = home.files();
            Home there = new Home(home.folder(), home.state(), new PartnerFiles(files.folder(), files.house(),
                    files.brands(), agencies, files.sources(), files.yaml()), home.sandbox());
            ParcelSeal seal = new EdgeWiring().parcelSeal(there, clock);
            mailbox = EdgeWiring.mailbox(draft.agency(), as, there, watchdog, dialects, seal, clock);
            return attempt.make(seal, mailbox);
        } catch (IOException | RuntimeException e) {
            String coded = Failures.coded(e);
            throw new IllegalStateException(coded.isEmpty() ? "GW-WEB-178: it cannot be tried as it is: "
                    + e.getClass().getSimpleName() : coded, e);
        } finally {
            closed(mailbox);
            gone(keys);
        }
    }

    private static AgencyConfig withKeys(AgencyConfig of, Path keys) {
        return new AgencyConfig(of.name(), of.dialect(), of.settings(), of.accepts(), of.capacity(), of.share(),
                of.cutoff(), of.vetting(), of.mailbox(), new AgencyConfig.Seal(keys, of.seal().pins(),
                of.seal().compression()), of.remittance(), of.recall());
    }

    private static void closed(AgencyMailbox mailbox) {
        if (mailbox instanceof SftpMailbox sftp) {
            sftp.close();
        }
    }

    private static void gone(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("GW-WEB-174: " + file + " cannot be removed; remove it by hand", e);
        }
    }

    /** Host keys that are pinned for the mailbox's host, as people compare them by telephone. */
    List<String> hostKeys(Map<String, String> values) {
        String host = values.getOrDefault("/mailbox/sftp/host", "");
        String known = values.getOrDefault("/mailbox/sftp/known-hosts", "");
        Path file = known.isEmpty() || known.contains("${") ? null : home.files().resolve(Path.of(known));
        if (file == null || !Files.isRegularFile(file)) {
            return List.of();
        }
        List<String> names = List.of(host, "[" + host + "]:" + values.getOrDefault("/mailbox/sftp/port", "22"));
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream().map(line -> line.strip().split("\\s+"))
                    .filter(parts -> parts.length >= 3 && List.of(parts[0].split(",")).stream().anyMatch(
                    names::contains)).map(parts -> parts[1] + " " + print(parts[2])).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String print(String key) {
        try {
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(key)));
        } catch (NoSuchAlgorithmException | IllegalArgumentException e) {
            return "?";
        }
    }

    /** Each line beside what it is read as; the sample is gone when this returns. */
    List<Line> sample(Speech speech, String document, String text) {
        List<Line> lines = new ArrayList<>();
        Path file = null;
        try {
            file = Files.writeString(Files.createTempFile(home.folder("drafts"), "sample", ""), text);
            MappingPreview.of(dialects, speech, Optional.of(document), file, new Sheet(lines)).disagreements()
                    .forEach(one -> lines.add(new Line(one.line(), "", "", List.of(), one.toString())));
            return lines;
        } catch (IOException | RuntimeException e) {
            String coded = Failures.coded(e);
            throw new IllegalStateException(coded.isEmpty() ? "GW-WEB-178: the sample cannot be read to its end as "
                    + document : coded, e);
        } finally {
            gone(file);
        }
    }

    private record Sheet(List<Line> lines) implements MappingPreview.Sheet {

        @Override
        public void line(String before, DocumentLine after) {
            lines.add(new Line(after.number(), before, after.record(), after.fields().keySet().stream().map(name -> name
                    + ": " + after.text(name)).toList(), ""));
        }

        @Override
        public void reject(String before, Reject why) {
            lines.add(new Line(why.line(), before, "", List.of(), why.toString()));
        }
    }
}
