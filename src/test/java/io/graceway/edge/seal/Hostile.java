package io.graceway.edge.seal;

import static io.graceway.edge.seal.Cast.cast;

import io.graceway.journey.placement.SealBroken.Flaw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One file that must be refused, said to come from an agency, and the flaw that our own log must name. */
record Hostile(String name, String agency, Flaw flaw, Supplier<byte[]> file) {

    /** Amounts that pack about threefold, the same on every run. */
    static final String TEXT = new Random(1).longs(500, 0, 1_000_000_000L)
            .mapToObj(cents -> "AC-1001;" + BigDecimal.valueOf(cents, 2) + ";USD\n").collect(Collectors.joining());

    @Override
    public String toString() {
        return name;
    }

    /** What GnuPG makes of the text with these arguments. */
    static byte[] gpg(String... arguments) {
        return gpg(TEXT.getBytes(), arguments);
    }

    static byte[] gpg(byte[] text, String... arguments) {
        try {
            Path plain = Files.createTempFile(cast().home, "plain", "");
            Path made = Path.of(plain + ".pgp");
            Files.write(plain, text);
            List<String> command = new ArrayList<>(List.of("-o", made.toString()));
            command.addAll(List.of(arguments));
            command.add(plain.toString());
            cast().gpg(command.toArray(String[]::new)).fine();
            return read(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signed by GnuPG for that agency and encrypted to the house, with more options first. */
    static byte[] sealedBy(String who, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-u", cast().fingerprint(who), "-r", cast().house.fingerprint(), "-s", "-e"));
        return gpg(arguments.toArray(String[]::new));
    }

    /** Signed by GnuPG and not encrypted: the packets one-pass, literal, signature. */
    static byte[] signedBy(String who, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--compress-algo", "none", "-u", cast().fingerprint(who), "-s"));
        return gpg(arguments.toArray(String[]::new));
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
