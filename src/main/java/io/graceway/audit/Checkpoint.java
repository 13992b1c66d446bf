package io.graceway.audit;

import io.graceway.audit.tree.TreeHash;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the log commits itself to: that many entries, and the root of their tree (C2SP tlog-checkpoint).
 *
 * @param origin name of the log
 * @param size   how many entries
 * @param root   the root hash in base64
 */
public record Checkpoint(String origin, long size, String root) {

    private static final Pattern FORM = Pattern.compile("([^\n]+)\n(0|[1-9]\\d{0,17})\n([A-Za-z0-9+/]{43}=)\n");

    public static Checkpoint of(String origin, long size, byte[] root) {
        return new Checkpoint(origin, size, Base64.getEncoder().encodeToString(root));
    }

    /** Reads the text of a checkpoint; refuses with {@code GW-LOG-030} whatever is spelled otherwise. */
    public static Checkpoint parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new LogRefused(LogKey.UNSIGNED, "a checkpoint has three lines: the log's name, the number of entries "
                    + "and the root hash; fetch it again from where the log is published");
        }
        Checkpoint read = new Checkpoint(form.group(1), Long.parseLong(form.group(2)), form.group(3));
        LogKey.canonicalBase64(LogKey.UNSIGNED, form.group(3), TreeHash.SIZE);
        return read;
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    public byte[] rootHash() {
        return Base64.getDecoder().decode(root);
    }
}
