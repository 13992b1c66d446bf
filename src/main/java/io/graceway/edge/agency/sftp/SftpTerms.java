package io.graceway.edge.agency.sftp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Where and as whom one agency is met over SFTP; by public key only.
 *
 * @param host           name or address; fixed by configuration
 * @param port           1 to 65535
 * @param user           our user name there
 * @param identity       our private key file for this agency
 * @param passphrase     of that key; an empty or missing array for a key without one
 * @param knownHosts     the agency's pinned host keys in OpenSSH's format; nothing else is trusted
 * @param outFolder      where we put; from the root when it starts with a slash, else from our home
 *                       folder there, which is "."
 * @param inFolder       where its answers lie, likewise
 * @param connectTimeout for the TCP connection
 * @param sessionTimeout how long the server may be silent before it counts as gone
 * @param habits         how we behave there
 */
public record SftpTerms(String host, int port, String user, Path identity, Supplier<char[]> passphrase,
                        Path knownHosts, String outFolder, String inFolder, Duration connectTimeout,
                        Duration sessionTimeout, SftpHabits habits) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9._@+-]{1,100}");
    private static final Pattern FOLDER = Pattern.compile("/?[A-Za-z0-9_. -]+(/[A-Za-z0-9_. -]+)*");

    public SftpTerms {
        require(HOST.matcher(host).matches(), "host");
        require(port > 0 && port < 65536, "port");
        require(USER.matcher(user).matches(), "user");
        require(isFolder(outFolder), "out folder");
        require(isFolder(inFolder), "in folder");
        require(connectTimeout.toMillis() > 0 && sessionTimeout.toMillis() > 0, "timeout");
        require(habits.mostSessions() > 0, "number of sessions");
    }

    private static boolean isFolder(String folder) {
        return folder.equals("/") || folder.equals(".")
                || FOLDER.matcher(folder).matches() && !("/" + folder + "/").matches(".*/\\.\\.?/.*");
    }

    private static void require(boolean good, String what) {
        if (!good) {
            throw new IllegalArgumentException("the " + what + " of an SFTP mailbox is missing or not usable");
        }
    }

    /** Host and port, as named in errors. */
    public String place() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return "SftpTerms[" + place() + ", out " + outFolder + ", in " + inFolder + "]";
    }
}
