package io.graceway.edge.agency.hosted;

import io.graceway.edge.agency.RemoteName;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.server.session.ServerSession;

/** Where an agency may do what in its mailbox, and how it is told that it may not. */
final class Bounds {

    /** Said to the client as it is. */
    static final class Denied extends AccessDeniedException {

        Denied(String why) {
            super(why);
        }

        @Override
        public String getMessage() {
            return getFile();
        }
    }

    private final Map<String, Tray> trays;
    private final Access access;
    private final Map<ServerSession, Set<String>> told = new ConcurrentHashMap<>();

    Bounds(Map<String, Tray> trays, Access access) {
        this.trays = trays;
        this.access = access;
    }

    /** Told once in a session: a client that goes on trying must not fill the log. */
    Denied denied(ServerSession session, String why) {
        if (told.computeIfAbsent(session, one -> ConcurrentHashMap.newKeySet()).add(why)) {
            access.seen(session.getUsername(), "denied", "why", why);
        }
        return new Denied(why);
    }

    void forget(ServerSession session) {
        told.remove(session);
    }

    /** The folder of the two in or below which the file lies; everything else of the jail is closed. */
    String folder(ServerSession session, Path file) throws Denied {
        int names = file.getNameCount();
        Tray tray = trays.get(session.getUsername());
        if (names < 2 || !tray.has(file.subpath(0, names - 1).toString())) {
            throw denied(session, "files lie in " + Tray.TO_AGENCY + " and " + Tray.FROM_AGENCY
                    + (tray.folders().isEmpty() ? " only" : " and their folders only"));
        }
        return file.getName(0).toString();
    }

    /** Fails unless the agency may write there, under that name. */
    void ours(ServerSession session, Path file) throws Denied {
        if (!folder(session, file).equals(Tray.FROM_AGENCY)) {
            throw denied(session, "nothing is written in " + Tray.TO_AGENCY);
        }
        String why = RemoteName.whyRefused(file.getFileName().toString());
        if (!why.isEmpty()) {
            throw denied(session, "a name is not taken: " + why);
        }
    }
}
