package io.graceway.face.console.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What nobody could finish and still waits for people, cause by cause. */
public interface Exceptions {

    /** Everything that waits for the same reason. */
    record Cause(String code, long count, Instant oldest, Instant latest) {
    }

    /**
     * One thing that waits.
     *
     * @param file   of an agency, by its SHA-256; or a placement; empty where it is neither
     * @param again  KEPT where its file can be read again, ASKED where that was asked for, else empty
     * @param parent what waited of the same line when its file was read before; empty for none
     */
    record Waiting(String id, String origin, String file, long line, String field, String why, Instant at,
                   String again, String parent) {

        /** Whether its file lies here and nobody asked for it yet. */
        public boolean kept() {
            return again.equals("KEPT");
        }
    }

    /**
     * One line of a file that lies here sealed.
     *
     * @param waits whether nobody has closed it
     */
    record Line(String agency, String sha256, String name, long number, String code, boolean waits) {
    }

    /** @param ids empty for everything of that cause */
    record Chosen(String code, List<String> ids) {

        public Chosen {
            ids = List.copyOf(ids);
        }
    }

    /** All causes, the one with the most first. */
    List<Cause> causes();

    /** The oldest first. */
    List<Waiting> of(String code, int most);

    /** Empty where it is no line of a file of an agency, or its file is not kept. */
    Optional<Line> line(String id);

    /** Has their files read again with the next round; gives how many files that are. */
    int readAgain(Chosen chosen, String by);

    /** Closes them with a reason; gives how many of them waited until now. */
    int waive(Chosen chosen, String reason, String by);
}
