package io.graceway.edge.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What files of one mapping are called on the wire.
 *
 * @param folder below the mailbox's own; empty for none, a star for any of the dialect's
 * @param name   text with moments such as {@code {yyyy-MM-dd}} in UTC, and a star for anything
 */
public record FileName(String folder, String name) {

    static final String ANY = "*";
    private static final Pattern PART = Pattern.compile("\\{([^}]*)}|\\*");

    /** The name as it is for that moment and delivery, its folder before it. */
    public String at(Instant moment, String delivery) {
        String text = PART.matcher(name).replaceAll(part -> part.group(1) == null ? delivery
                : DateTimeFormatter.ofPattern(part.group(1), Locale.ROOT).format(moment.atZone(ZoneOffset.UTC)));
        return folder.isEmpty() ? text : folder + "/" + text;
    }

    /** As people read it. */
    String spelled() {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /** Whether a file that waits under that name may be one of these; where a moment stands, digits must. */
    public boolean fits(String path) {
        int slash = path.lastIndexOf('/');
        return (folder.equals(ANY) || path.substring(0, Math.max(0, slash)).equals(folder))
                && pattern().matcher(path.substring(slash + 1)).matches();
    }

    private Pattern pattern() {
        StringBuilder regex = new StringBuilder();
        Matcher parts = PART.matcher(name);
        int from = 0;
        while (parts.find()) {
            regex.append(Pattern.quote(name.substring(from, parts.start())));
            regex.append(parts.group(1) == null ? "[A-Za-z0-9._-]*" : parts.group(1).replaceAll("[A-Za-z]", "[0-9]"));
            from = parts.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(name.substring(from))).toString());
    }
}
