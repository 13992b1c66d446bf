package io.graceway.edge.agency.sftp;

import java.time.Duration;

/**
 * How we behave at one agency's SFTP server.
 *
 * @param mostSessions   SSH sessions at the same time, at least 1
 * @param idle           how long an unused session is kept warm
 * @param settle         how long a file's size must rest before the file counts as complete
 * @param needsStrictKex whether a server without strict key exchange (CVE-2023-48795) is refused
 * @param bytesPerSecond how much may go over the line, both ways and over all sessions; 0 for as much as it takes
 */
public record SftpHabits(int mostSessions, Duration idle, Duration settle, boolean needsStrictKex,
                         long bytesPerSecond) {

    /** Four sessions, kept warm for 30 seconds; two seconds of rest; strict key exchange used where it is offered. */
    public static SftpHabits usual() {
        return new SftpHabits(4, Duration.ofSeconds(30), Duration.ofSeconds(2), false, 0);
    }
}
