package io.graceway.audit.witness;

import io.graceway.audit.LogRefused;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a witness is asked to cosign (C2SP tlog-witness, {@code add-checkpoint}).
 *
 * @param oldSize size of the checkpoint that the witness cosigned last
 * @param growth  hashes in base64 that show that the log only grew since
 * @param note    the signed checkpoint
 */
public record Submission(long oldSize, List<String> growth, String note) {

    private static final Pattern FORM = Pattern.compile(
            "old (0|[1-9]\\d{0,17})\n((?:[A-Za-z0-9+/]{43}=\n){0,63})\n(.+)", Pattern.DOTALL);

    /** From its text; refuses with {@code GW-LOG-060} whatever is spelled otherwise. */
    public static Submission parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new LogRefused("GW-LOG-060", "this is nothing that a witness can be asked: it is a line with the old "
                    + "size, hashes, an empty line and a signed checkpoint");
        }
        return new Submission(Long.parseLong(form.group(1)), form.group(2).lines().toList(), form.group(3));
    }

    /** The text that is sent. */
    public String text() {
        StringBuilder text = new StringBuilder("old ").append(oldSize).append('\n');
        growth.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(note).toString();
    }

    List<byte[]> hashes() {
        return growth.stream().map(Base64.getDecoder()::decode).toList();
    }

    static List<String> lines(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }
}
