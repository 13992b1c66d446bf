package io.graceway.face.command;

import io.graceway.audit.InclusionProof;
import io.graceway.audit.LogKey;
import io.graceway.audit.evidence.PackVerifier;
import io.graceway.audit.stamp.StampTrust;
import io.graceway.audit.verify.LogVerifier;
import io.graceway.audit.verify.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code graceway log}: what an auditor asks of the routing log. */
@Command(name = "log", mixinStandardHelpOptions = true, description = "The routing log.",
        subcommands = {LogCommand.Verify.class, ProveCommand.class, LogExportCommand.class, WitnessCommand.class})
final class LogCommand implements Runnable {

    @ParentCommand
    private GracewayCommand parent;
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(GracewayCommand.out(spec));
    }

    Gateway gateway() {
        return parent.gateway();
    }

    /** {@code graceway log verify}: with the gateway's own store, or offline on a copied folder. */
    @Command(name = "verify", mixinStandardHelpOptions = true,
            description = "Prove that no entry was changed, lost, doubled, moved or cut off.",
            footer = {"", "Examples:", "  graceway log verify",
                "  graceway log verify --dir COPY --key COPY/log.vkey",
                "  graceway log verify --dir COPY --key log.vkey --since checkpoint-kept-last-month",
                "  graceway log verify --dir COPY --key log.vkey --tsa tsa.pem",
                "  graceway log verify --proof entry-4711.tlog-proof --key log.vkey",
                "  graceway log verify --evidence 0100000222.zip --key log.vkey"})
    static final class Verify implements Callable<Integer> {

        private static final int STAMPS = 10;

        @ParentCommand
        private LogCommand parent;
        @Spec
        private CommandSpec spec;
        @Mixin
        private LogPlace place;
        @Option(names = "--since", paramLabel = "FILE",
                description = "a checkpoint kept from earlier: the log must extend it")
        private Path since;
        @Option(names = "--json", description = "one JSON object")
        private boolean json;

        @Option(names = "--proof", paramLabel = "FILE",
                description = "a proof of one entry, to be verified instead of a log; only the key is needed")
        private Path proof;

        @Option(names = "--evidence", paramLabel = "FILE",
                description = "an evidence pack, to be verified instead of a log; only the key is needed")
        private Path evidence;

        @Option(names = "--witness", paramLabel = "PUBLIC_KEY",
                description = "a witness's public key, as text or as a file: the log must continue what it cosigned; "
                + "with --dir, --proof or --evidence, may be given more than once")
        private List<String> witnesses = List.of();

        @Option(names = "--tsa", paramLabel = "FILE",
                description = "certificates in PEM of the authority whose time stamps are believed, or of those that "
                + "issued it: shows what existed when; with --dir or --evidence")
        private Path tsa;

        @Override
        public Integer call() throws IOException {
            Optional<StampTrust> trust = Optional.ofNullable(tsa).map(file -> StampTrust.at(file, ""));
            if (proof != null) {
                return place.isKeyMissing("--proof") ? Exit.USAGE : tell(InclusionProof.parse(Files.readString(proof)));
            }
            if (evidence != null) {
                return place.isKeyMissing("--evidence") ? Exit.USAGE : tell(new PackVerifier(place.key(), trust)
                        .verify(evidence));
            }
            if (!place.isCopy()) {
                try (Gateway.Running running = parent.gateway().start(place.home().once())) {
                    return tell(running.verifyLog());
                }
            }
            return place.read(parent.gateway(), log -> {
                LogVerifier verifier = new LogVerifier(log.folder().root(), log.key()).believing(trust);
                return tell(verifier.verify(Optional.ofNullable(since), witnesses()));
            });
        }

        private List<LogKey> witnesses() {
            try {
                List<LogKey> keys = new ArrayList<>();
                for (String witness : witnesses) {
                    keys.add(LogKey.parseWitness(LogPlace.textOf(witness)));
                }
                return keys;
            } catch (IOException e) {
                throw new UncheckedIOException("the key of a witness cannot be read", e);
            }
        }

        private int tell(PackVerifier.Result found) {
            PrintWriter out = GracewayCommand.out(spec);
            if (json) {
                out.println(Json.line(Map.of("verdict", found.isProved() ? "proved" : "broken", "entries",
                        found.entries(), "made", found.made(), "findings", found.findings(),
                        "stamped", found.stamp().map(Object::toString).orElse(""))));
            } else {
                found.findings().forEach(out::println);
                out.println(found.isProved() ? "evidence pack verifies: " + found.entries() + " entries; made as "
                        + found.made() : "evidence pack does NOT verify");
            }
            if (found.isProved()) {
                witnesses().forEach(witness -> out.println("cosigned by " + witness.name() + " at "
                        + found.cosignedAt(witness)));
                found.stamp().ifPresent(stamp -> out.println("proved to have existed " + stamp));
            }
            out.flush();
            return found.isProved() ? Exit.DONE : Exit.INTEGRITY;
        }

        private int tell(InclusionProof one) throws IOException {
            boolean holds = one.proves(place.key());
            PrintWriter out = GracewayCommand.out(spec);
            out.println(holds ? "entry " + one.index() + " of the routing log " + place.key().name() + ": "
                    + new String(one.entry().orElseThrow(), StandardCharsets.UTF_8)
                    : "the proof does NOT hold: the log did not commit itself to that entry");
            witnesses().forEach(witness -> out.println("cosigned by " + witness.name() + " at "
                    + one.cosignedAt(witness)));
            out.flush();
            return holds ? Exit.DONE : Exit.INTEGRITY;
        }

        /** The first, because it reaches back farthest, and the last ones. */
        private static List<String> stamps(List<Verification.Stamped> all) {
            List<String> lines = new ArrayList<>(all.stream().map(Verification.Stamped::toString).toList());
            if (lines.size() > STAMPS) {
                lines.subList(1, lines.size() - STAMPS + 1).clear();
                lines.add(1, "... " + (all.size() - STAMPS) + " more time stamps ...");
            }
            return lines;
        }

        private int tell(Verification found) {
            PrintWriter out = GracewayCommand.out(spec);
            if (json) {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("verdict", found.verdict().name().toLowerCase(java.util.Locale.ROOT));
                object.put("entries", found.size());
                object.put("last_entry", found.lastEntry().map(Object::toString).orElse(""));
                object.put("cosigned", found.cosigned());
                object.put("stamped", found.stamped());
                object.put("findings", found.findings());
                out.println(Json.line(object));
            } else {
                found.findings().forEach(one -> out.println(one.code()
                        + (one.index() < 0 ? "" : " entry " + one.index()) + ": " + one.text()));
                found.cosigned().forEach(out::println);
                stamps(found.stamped()).forEach(out::println);
                out.println(found.proved() ? "routing log verifies: " + found.size() + " entries, the last of "
                        + found.lastEntry().map(Object::toString).orElse("never") : "routing log does NOT verify");
            }
            out.flush();
            return found.proved() ? Exit.DONE : Exit.INTEGRITY;
        }
    }
}
