package io.graceway.audit.evidence;

import io.graceway.audit.InclusionProof;
import io.graceway.audit.LogKey;
import io.graceway.audit.LogRefused;
import io.graceway.audit.ProvedUnder;
import io.graceway.audit.stamp.Stamp;
import io.graceway.audit.stamp.StampTrust;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Checks an evidence pack with nothing but the log's public key. */
public final class PackVerifier {

    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  (\\S.*)");
    private static final int MOST = 100;

    private final LogKey key;
    private final Optional<StampTrust> authorities;
    private final List<String> findings = new ArrayList<>();
    private long entries;
    private Optional<InclusionProof> proof = Optional.empty();

    public PackVerifier(LogKey key) {
        this(key, Optional.empty());
    }

    /** @param authorities whose time stamp the pack has to carry */
    public PackVerifier(LogKey key, Optional<StampTrust> authorities) {
        this.key = key;
        this.authorities = authorities;
    }

    /**
     * What a pack comes to.
     *
     * @param findings what is wrong, each with its code first; empty where everything is proved
     * @param entries  how many are proved
     * @param made     the entry that tells of the pack; empty where it is not proved
     * @param stamp    what vouches for when the checkpoint of its entries existed; empty where nobody is trusted
     */
    public record Result(List<String> findings, long entries, String made, Optional<InclusionProof> proof,
            Optional<Stamp> stamp) {

        public boolean isProved() {
            return findings.isEmpty();
        }

        /** When that witness cosigned that the pack was made; refuses where it did not. */
        public Instant cosignedAt(LogKey witness) {
            return proof.orElseThrow(() -> new LogRefused("GW-LOG-047", "nothing here was cosigned")).cosignedAt(
                    witness);
        }
    }

    /** Checks all of it. */
    public Result verify(Path pack) {
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            byte[] sums = small(zip, PackLayout.SUMS);
            String made = made(zip, sums);
            files(zip, sums(sums));
            entries(zip);
            Optional<Stamp> stamp = authorities.isEmpty() ? Optional.empty() : stamp(zip, authorities.get());
            return new Result(List.copyOf(findings), entries, findings.isEmpty() ? made : "", proof, stamp);
        } catch (IOException | IllegalArgumentException e) {
            add("GW-EVD-001", "the file is no evidence pack, or is damaged: ask for it again");
            return new Result(List.copyOf(findings), entries, "", Optional.empty(), Optional.empty());
        }
    }

    private Optional<Stamp> stamp(ZipFile zip, StampTrust trust) throws IOException {
        try {
            return Optional.of(PackLayout.stamp(name -> small(zip, name), key, trust));
        } catch (LogRefused e) {
            add("GW-EVD-020", "no time stamp vouches for the pack's checkpoint: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void add(String code, String text) {
        if (findings.size() < MOST) {
            findings.add(code + ": " + text);
        }
    }

    private static byte[] small(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return new byte[0];
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** The entry in which the log was told of that list; the list proves everything else. */
    private String made(ZipFile zip, byte[] sums) throws IOException {
        try {
            byte[] text = small(zip, PackLayout.PROOF);
            InclusionProof told = InclusionProof.parse(new String(text, StandardCharsets.UTF_8));
            byte[] leaf = told.entry().orElse(new byte[0]);
            if (Arrays.equals(told.text().getBytes(StandardCharsets.UTF_8), text) && told.proves(key)
                    && PackLayout.tells(leaf, PackLayout.hex(PackLayout.sha256().digest(sums)))) {
                proof = Optional.of(told);
                return new String(leaf, StandardCharsets.UTF_8);
            }
            add("GW-EVD-005", "the list of files is not the one that the log was told of: something was changed");
        } catch (LogRefused e) {
            add("GW-EVD-005", "the pack does not prove that the log was told of it: " + e.getMessage());
        }
        return "";
    }

    private Map<String, String> sums(byte[] bytes) {
        Map<String, String> sums = new TreeMap<>();
        new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> {
            Matcher form = SUM.matcher(line);
            if (!form.matches() || sums.put(form.group(2), form.group(1)) != null) {
                add("GW-EVD-005", "the list of files is malformed");
            }
        });
        return sums;
    }

    private void files(ZipFile zip, Map<String, String> sums) throws IOException {
        Set<String> seen = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (!seen.add(name)) {
                add("GW-EVD-004", "the file " + printable(name) + " stands there twice");
            } else if (!name.equals(PackLayout.SUMS) && !name.equals(PackLayout.PROOF)) {
                String sum = sums.get(name);
                if (sum == null) {
                    add("GW-EVD-004", "the file " + printable(name) + " was added");
                } else if (!sum.equals(PackLayout.sum(zip, entry))) {
                    add("GW-EVD-002", "the file " + printable(name) + " was changed");
                }
            }
        }
        sums.keySet().stream().filter(name -> !seen.contains(name)).forEach(name ->
                add("GW-EVD-003", "the file " + printable(name) + " was taken out"));
    }

    /** Every entry by itself, because a list of digests says only what was put in, not that it was logged. */
    private void entries(ZipFile zip) throws IOException {
        ZipEntry file = zip.getEntry(PackLayout.ENTRIES);
        if (file == null) {
            add("GW-EVD-006", "there are no entries");
            return;
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(zip.getInputStream(file),
                StandardCharsets.US_ASCII))) {
            ProvedUnder checkpoint = ProvedUnder.given(small(zip, PackLayout.CHECKPOINT), key);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                entry(List.of(line.split(" ", -1)), checkpoint);
            }
        } catch (LogRefused e) {
            add("GW-EVD-006", "the entries are not proved: " + e.getMessage());
        } catch (IOException e) {
            add("GW-EVD-006", "the entries cannot be read");
        }
    }

    private void entry(List<String> parts, ProvedUnder checkpoint) {
        if (parts.size() > 1 && parts.get(0).matches("0|[1-9]\\d{0,17}") && checkpoint.holds(
                Long.parseLong(parts.get(0)), parts.get(1), parts.subList(2, parts.size()))) {
            entries++;
        } else {
            add("GW-EVD-006", "entry " + printable(parts.get(0)) + " is not what was logged");
        }
    }

    private static String printable(String name) {
        return name.replaceAll("[^A-Za-z0-9._/-]", "?");
    }
}
