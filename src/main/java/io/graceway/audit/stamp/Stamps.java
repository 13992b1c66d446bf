package io.graceway.audit.stamp;

import io.graceway.audit.LogFolder;
import io.graceway.audit.LogRefused;
import java.util.List;
import java.util.regex.Pattern;

/** Where stamps lie beside a log: {@code stamps/<entries>.tsr}, and next to each the checkpoint that it stamps. */
public final class Stamps {

    private static final String FOLDER = "stamps";
    private static final Pattern STAMP = Pattern.compile("(0|[1-9]\\d{0,17})\\.tsr");

    private Stamps() {
    }

    /** The answer of the authority, as it came. */
    public static String stamp(long size) {
        return FOLDER + "/" + size + ".tsr";
    }

    /** The checkpoint of that many entries, byte for byte as it was stamped. */
    public static String checkpoint(long size) {
        return FOLDER + "/" + size + ".checkpoint";
    }

    /** How many entries each stamp is about, the fewest first. */
    public static List<Long> sizes(LogFolder folder) {
        return folder.names(FOLDER).stream().filter(STAMP.asMatchPredicate())
                .map(name -> Long.valueOf(name.substring(0, name.indexOf('.')))).sorted().toList();
    }

    /** The stamp of that many entries; refuses with {@code GW-LOG-072} one that is not believed. */
    public static Stamp read(LogFolder folder, long size, StampTrust trust) {
        return trust.verify(present(folder, stamp(size)), present(folder, checkpoint(size)));
    }

    private static byte[] present(LogFolder folder, String name) {
        return folder.read(name).orElseThrow(() -> new LogRefused(StampTrust.NOT_ACCEPTED, "the time stamp cannot be "
                + "checked, because " + name + " is missing: fetch it again from where the log is published"));
    }
}
