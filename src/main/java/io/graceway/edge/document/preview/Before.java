package io.graceway.edge.document.preview;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file's lines as they stand in it, beside the reading of it. */
public final class Before implements AutoCloseable {

    private final BufferedReader lines;
    private long number;
    private String line = "";

    public Before(Path file, Charset charset) throws IOException {
        this.lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
    }

    /** @param wanted never smaller than the last one; lines before it are gone */
    public String line(long wanted) {
        try {
            while (number < wanted && line != null) {
                line = lines.readLine();
                number++;
            }
            return number == wanted && line != null ? line.stripTrailing() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
