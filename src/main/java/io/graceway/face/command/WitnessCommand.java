package io.graceway.face.command;

import io.graceway.audit.LogFolder;
import io.graceway.audit.LogKey;
import io.graceway.audit.SigningKey;
import io.graceway.audit.witness.Witness;
import io.graceway.face.witness.WitnessDoor;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code graceway log witness}: what an auditor runs on a machine of their own. */
@Command(name = "witness", mixinStandardHelpOptions = true,
        description = "Cosign the checkpoints of a log, and refuse a fork or a log that became shorter.",
        footer = {"", "Examples:",
            "  graceway log witness --name auditor.example/w1 --log log.vkey --memory w1 --dir COPY -o cosigned",
            "  graceway log witness --name auditor.example/w1 --log log.vkey --memory w1 --listen 127.0.0.1:8090"})
final class WitnessCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Option(names = "--name", required = true, paramLabel = "NAME", description = "name of this witness, as an address "
            + "without scheme")
    private String name;
    @Option(names = "--log", required = true, paramLabel = "PUBLIC_KEY",
            description = "the log's public key, as text or as a file that holds it, from the log's owner")
    private String log;
    @Option(names = "--memory", required = true, paramLabel = "FOLDER",
            description = "folder of this witness's own: its key, made at first use, and what it saw last")
    private Path memory;
    @ArgGroup(multiplicity = "1")
    private Work work;
    @Option(names = {"-o", "--out"}, paramLabel = "FILE",
            description = "with --dir: a file for the cosigned checkpoint, to give back")
    private Path out;

    /** Either of both. */
    private static final class Work {

        @Option(names = "--dir", paramLabel = "COPY", description = "look at this copy of the log, once")
        private Path dir;
        @Option(names = "--listen", paramLabel = "ADDRESS:PORT", description = "be asked over HTTP, until stopped")
        private String listen;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SigningKey key = SigningKey.witnessAt(memory.resolve("witness.key"), name, new SecureRandom());
        LogKey known = LogKey.parse(LogPlace.textOf(log));
        Witness witness = new Witness(memory, key, known, Clock.systemUTC());
        PrintWriter told = GracewayCommand.out(spec);
        told.println("witness " + key.verifier());
        if (work.dir == null) {
            return listen(witness, told);
        }
        byte[] cosigned = witness.look(new LogFolder(work.dir));
        if (out != null) {
            Files.write(out, cosigned);
        }
        told.println("cosigned " + witness.lastSize() + " entries of " + known.name());
        told.flush();
        return Exit.DONE;
    }

    private int listen(Witness witness, PrintWriter told) throws IOException, InterruptedException {
        int colon = work.listen.lastIndexOf(':');
        if (colon < 1 || !work.listen.substring(colon + 1).matches("\\d{1,5}")) {
            GracewayCommand.err(spec).println("--listen needs an address and a port, such as 127.0.0.1:8090");
            return Exit.USAGE;
        }
        InetSocketAddress address = new InetSocketAddress(work.listen.substring(0, colon),
                Integer.parseInt(work.listen.substring(colon + 1)));
        try (WitnessDoor door = new WitnessDoor(witness, address, line -> {
            told.println(Clock.systemUTC().instant() + "  " + line);
            told.flush();
        })) {
            told.println("listening on " + door.address());
            told.flush();
            new CountDownLatch(1).await();
        }
        return Exit.DONE;
    }
}
