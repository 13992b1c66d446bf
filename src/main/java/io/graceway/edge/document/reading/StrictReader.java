package io.graceway.edge.document.reading;

import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.edge.document.wire.WireFormat.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes one declared charset, marks what cannot be decoded, and stops at limits. */
public final class StrictReader extends Reader {

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final Limits limits;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 15).flip();
    private final long mostAhead;
    private long total;
    private long sinceRecord;
    private boolean begun;
    private boolean ended;
    private boolean suspect;

    public StrictReader(InputStream in, Charset charset, Limits limits) {
        this.in = in;
        this.limits = limits;
        this.mostAhead = limits.lineLength() * 4L + (1 << 18);
        this.decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Whether anything seen so far was undecodable or a control character. */
    boolean isSuspect() {
        return suspect;
    }

    /** A record is complete; the next may be as long again. */
    public void recordDone() {
        sinceRecord = 0;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer out = CharBuffer.wrap(into, from, length).slice();
        while (out.position() == 0) {
            if (!decode(out)) {
                return -1;
            }
            if (!begun && out.position() > 0) {
                begun = true;
                dropMark(out);
            }
        }
        int count = out.position();
        sinceRecord += count;
        if (sinceRecord > mostAhead) {
            throw new BrokenFile(0, "", "GW-DOC-032", "one record is far longer than " + limits.lineLength()
                    + " characters; send a file whose records fit");
        }
        look(into, from, from + count);
        return count;
    }

    /** Fills what fits; false at the end of everything. */
    private boolean decode(CharBuffer out) throws IOException {
        CoderResult result = decoder.decode(bytes, out, ended);
        if (result.isError() && out.hasRemaining()) {
            // Only this record is lost: the place is marked, and whoever reads the record refuses it.
            bytes.position(bytes.position() + result.length());
            out.put(WireReader.UNDECODABLE);
        } else if (result.isUnderflow() && out.position() == 0) {
            return !ended && fill();
        }
        return true;
    }

    private boolean fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count > 0) {
            bytes.position(bytes.position() + count);
            total += count;
            if (total > limits.bytes()) {
                throw new BrokenFile(0, "", "GW-DOC-032", "the file is longer than " + limits.bytes()
                        + " bytes; split it");
            }
        }
        ended = count < 0;
        bytes.flip();
        return true;
    }

    private static void dropMark(CharBuffer out) {
        char[] chars = out.array();
        int first = out.arrayOffset();
        if (chars[first] == '\uFEFF') {
            System.arraycopy(chars, first + 1, chars, first, out.position() - 1);
            out.position(out.position() - 1);
        }
    }

    private void look(char[] chars, int from, int to) {
        if (suspect) {
            return;
        }
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7F || c >= 0xFDD0 && isRefused(c)) {
                suspect = true;
                return;
            }
        }
    }

    /** Control characters other than tab and line ends, undecodable places and noncharacters. */
    static boolean isRefused(char c) {
        return c < ' ' ? c != '\n' && c != '\r' && c != '\t'
                : c == 0x7F || c >= 0xFDD0 && c <= 0xFDEF || c >= 0xFFFE;
    }

    @Override
    public void close() {
        // The stream belongs to whoever opened it.
    }
}
