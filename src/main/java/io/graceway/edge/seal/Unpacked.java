package io.graceway.edge.seal;

import static io.graceway.journey.placement.SealBroken.Flaw.MALFORMED;
import static io.graceway.journey.placement.SealBroken.Flaw.TOO_LARGE;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.bouncycastle.apache.bzip2.CBZip2InputStream;

/** The content of a compressed packet (RFC 9580, section 9.4), up to a cap, so that nothing unfolds without end. */
final class Unpacked extends FilterInputStream {

    private final Inflater inflater;
    private final long cap;
    private long seen;

    private Unpacked(InputStream in, Inflater inflater, long cap) {
        super(in);
        this.inflater = inflater;
        this.cap = cap;
    }

    static Unpacked of(InputStream packet, long cap) throws IOException {
        int algorithm = packet.read();
        return switch (algorithm) {
            case 0 -> new Unpacked(packet, null, cap);
            case 1 -> inflated(packet, true, cap);
            case 2 -> inflated(packet, false, cap);
            case 3 -> new Unpacked(new CBZip2InputStream(packet), null, cap);
            default -> throw new Flawed(MALFORMED, "compression " + algorithm);
        };
    }

    private static Unpacked inflated(InputStream packet, boolean bare, long cap) {
        Inflater inflater = new Inflater(bare);
        return new Unpacked(new InflaterInputStream(packet, inflater, Sealing.BUFFER), inflater, cap);
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int count = super.read(to, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int more) throws Flawed {
        seen += more;
        Flawed.unless(seen <= cap, TOO_LARGE, "unfolds to more than " + cap + " bytes");
    }

    /** The inflater's native memory must not wait for the collector; the packet itself stays open. */
    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
        }
    }
}
