package io.graceway.edge.document.sheet;

import io.graceway.edge.document.reading.HardenedXml;
import io.graceway.edge.document.reading.StrictReader;
import io.graceway.edge.document.wire.BrokenFile;
import io.graceway.edge.document.wire.WireFormat.Limits;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of a workbook's file; none of them may unpack to much more than is packed. */
final class Package implements Closeable {

    /** What a part may have unpacked for each byte of it packed, once it is not small. */
    private static final long MOST_RATIO = 100;
    private static final long SMALL = 1L << 20;
    private static final int MOST_DIRECTORY = 1 << 20;
    private static final int END_SIGN = 0x06054b50;
    private static final int END_LENGTH = 22;

    private final ZipFile zip;
    private final long bytes;
    private final Limits limits;

    private Package(ZipFile zip, long bytes, Limits limits) {
        this.zip = zip;
        this.bytes = bytes;
        this.limits = limits;
    }

    static Package open(Path file, Limits limits) throws IOException {
        long bytes = Files.size(file);
        directory(file, bytes);
        try {
            return new Package(new ZipFile(file.toFile(), StandardCharsets.UTF_8), bytes, limits);
        } catch (IOException | IllegalArgumentException e) {
            throw noWorkbook();
        }
    }

    /** The list of parts is read as a whole by whoever opens the file, so its size is looked at first. */
    private static void directory(Path file, long bytes) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(bytes, END_LENGTH + 0xFFFF)];
            in.seek(bytes - tail.length);
            in.readFully(tail);
            ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            int at = tail.length - END_LENGTH;
            while (at >= 0 && end.getInt(at) != END_SIGN) {
                at--;
            }
            if (at < 0) {
                throw noWorkbook();
            }
            if (Integer.toUnsignedLong(end.getInt(at + 12)) > MOST_DIRECTORY) {
                throw tooMuch("the workbook has far too many parts");
            }
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** A reader of a part that has to be there, and the text it reads. */
    Xml xml(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw noWorkbook();
        }
        long packed = Math.min(bytes, Math.max(0, entry.getCompressedSize()));
        try {
            InputStream in = new Unpacked(zip.getInputStream(entry), Math.max(SMALL, packed * MOST_RATIO));
            StrictReader text = new StrictReader(in, StandardCharsets.UTF_8, limits);
            XMLStreamReader xml = HardenedXml.reader(text);
            String declared = xml.getCharacterEncodingScheme();
            if (declared != null && !declared.equalsIgnoreCase("utf-8")) {
                throw new BrokenFile(1, "", "GW-DOC-034", "a part of the workbook declares the encoding of another"
                        + " world; a workbook is UTF-8");
            }
            return new Xml(xml, text);
        } catch (XMLStreamException | ZipException | EOFException | RuntimeException e) {
            throw broken(e);
        }
    }

    /** @param text to be told when a record is done */
    record Xml(XMLStreamReader xml, StrictReader text) {
    }

    static BrokenFile broken(Exception e) {
        BrokenFile behind = BrokenFile.behind(e);
        BrokenFile nested = behind == null && e instanceof XMLStreamException fault
                ? BrokenFile.behind(fault.getNestedException()) : behind;
        return nested != null ? nested : new BrokenFile(0, "", "GW-SRC-120",
                "a part of the workbook is damaged; save it anew as .xlsx");
    }

    static BrokenFile noWorkbook() {
        return new BrokenFile(0, "", "GW-SRC-120", "this is no .xlsx workbook, or one that is damaged or locked with a"
                + " password; save it anew as .xlsx without one");
    }

    static BrokenFile tooMuch(String why) {
        return new BrokenFile(0, "", "GW-SRC-122", why + "; split it, or export it as CSV");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Stops where a part unpacks to far more than an honest one does. */
    private static final class Unpacked extends FilterInputStream {

        private long left;

        Unpacked(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            left -= Math.max(0, count);
            if (left < 0) {
                throw tooMuch("a part of the workbook unpacks to more than " + MOST_RATIO + " times its size");
            }
            return count;
        }
    }
}
