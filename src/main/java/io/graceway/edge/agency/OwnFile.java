package io.graceway.edge.agency;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file on our own disk, whose failures are told apart from those of the partner's machine. */
public final class OwnFile {

    /** Our disk failed, not the partner. */
    public static final class Failure extends IOException {

        private Failure(IOException cause) {
            super(cause);
        }
    }

    private OwnFile() {
    }

    public static InputStream read(Path path) throws Failure {
        try {
            return new FilterInputStream(Files.newInputStream(path)) {
                @Override
                public int read(byte[] into, int at, int length) throws IOException {
                    try {
                        return super.read(into, at, length);
                    } catch (IOException e) {
                        throw new Failure(e);
                    }
                }
            };
        } catch (IOException e) {
            throw new Failure(e);
        }
    }

    /** Starts the file anew, follows no link, and is on the disk when it is closed. */
    public static OutputStream write(Path path) throws Failure {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING, LinkOption.NOFOLLOW_LINKS);
            return new Forced(channel);
        } catch (IOException e) {
            throw new Failure(e);
        }
    }

    private static final class Forced extends FilterOutputStream {

        private final FileChannel channel;

        private Forced(FileChannel channel) {
            super(Channels.newOutputStream(channel));
            this.channel = channel;
        }

        @Override
        public void write(byte[] from, int at, int length) throws IOException {
            try {
                out.write(from, at, length);
            } catch (IOException e) {
                throw new Failure(e);
            }
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                if (channel.isOpen()) {
                    channel.force(true);
                }
            } catch (IOException e) {
                throw new Failure(e);
            }
        }
    }
}
