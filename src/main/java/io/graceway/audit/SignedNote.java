package io.graceway.audit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text and the lines of those who signed it, none of them checked yet (C2SP signed-note).
 *
 * @param text  what was signed, with the line break at its end
 * @param lines one for each signature
 */
record SignedNote(String text, List<Line> lines) {

    /** @param signature the key's id and what the key made of the text */
    record Line(String name, byte[] signature) {
    }

    static SignedNote parse(byte[] note) {
        String whole = utf8(note);
        int blank = whole.lastIndexOf("\n\n");
        if (blank < 0 || !whole.endsWith("\n") || whole.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw refused("it is not a signed note");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : whole.substring(blank + 2).split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(line(line));
            }
        }
        return new SignedNote(whole.substring(0, blank + 1), lines);
    }

    private static Line line(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length != 3 || !parts[0].equals("\u2014")) {
            throw refused("a signature line is malformed");
        }
        return new Line(parts[1], LogKey.canonicalBase64(LogKey.UNSIGNED, parts[2], -1));
    }

    private static String utf8(byte[] note) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(note)).toString();
        } catch (CharacterCodingException e) {
            throw refused("it is not UTF-8");
        }
    }

    static LogRefused refused(String why) {
        return new LogRefused(LogKey.UNSIGNED, "the checkpoint is refused, because " + why);
    }
}
