package io.graceway.edge.seal;

import static io.graceway.journey.placement.SealBroken.Flaw.MALFORMED;
import static io.graceway.journey.placement.SealBroken.Flaw.NOT_ENCRYPTED;
import static io.graceway.journey.placement.SealBroken.Flaw.TRAILING;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Takes the text armor off one message (RFC 9580, section 6) and refuses anything around it; the optional checksum
 * is not looked at, because encryption proves integrity better.
 */
final class Armor extends InputStream {

    private static final int LINE = 1024;
    private final InputStream in;
    private ByteArrayInputStream line = new ByteArrayInputStream(new byte[0]);
    private boolean ended;

    private Armor(InputStream in) {
        this.in = in;
    }

    /** The binary message, whether it came as text or as bytes; can be marked. */
    static BufferedInputStream off(InputStream raw, int buffer) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, buffer);
        in.mark(1);
        int first = in.read();
        in.reset();
        if (first < 0 || (first & 0x80) != 0) {
            return in;
        }
        // A table or a list of records as it is: people have to know that it came in the clear.
        Flawed.unless(first == '-' || Character.isWhitespace(first), NOT_ENCRYPTED, "neither packets nor armor");
        Armor armor = new Armor(in);
        armor.head();
        return new BufferedInputStream(armor, buffer);
    }

    private void head() throws IOException {
        String text = line();
        while (text.isBlank()) {
            text = line();
        }
        Flawed.unless(text.startsWith("-----BEGIN PGP "), MALFORMED, "neither packets nor armor");
        Flawed.unless(text.equals("-----BEGIN PGP MESSAGE-----"), NOT_ENCRYPTED, "an armor of another kind");
        while (!text.isEmpty()) {
            text = line();
        }
    }

    @Override
    public int read() throws IOException {
        return more() ? line.read() : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        return more() ? line.read(to, offset, length) : -1;
    }

    private boolean more() throws IOException {
        while (line.available() == 0 && !ended) {
            String text = line();
            if (text.startsWith("-----END PGP MESSAGE-----")) {
                ended = true;
                nothingFollows();
            } else if (!text.startsWith("=")) {
                line = new ByteArrayInputStream(Base64.getDecoder().decode(text));
            }
        }
        return line.available() > 0;
    }

    private void nothingFollows() throws IOException {
        for (int c = in.read(); c >= 0; c = in.read()) {
            Flawed.unless(Character.isWhitespace(c), TRAILING, "text after the armor");
        }
    }

    private String line() throws IOException {
        byte[] bytes = new byte[LINE];
        int length = 0;
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("ends inside the armor");
            }
            Flawed.unless(length < LINE, MALFORMED, "an armor line of more than " + LINE + " bytes");
            bytes[length++] = (byte) c;
        }
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
