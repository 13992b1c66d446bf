package io.graceway.face.console.work;

import io.graceway.face.console.ConsoleView.Fact;
import java.util.List;
import java.util.Optional;

/** Records as agencies sent them, as long as their files lie here sealed. */
public interface Records {

    /**
     * A line of a file.
     *
     * @param parts what it is read as now; one line can be several records
     */
    record Seen(Exceptions.Line line, String mapping, List<Part> parts) {

        public Seen {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A record beside what it came as.
     *
     * @param before as it stands in the file; in JSON and XML the line at which it ends
     * @param fields ours; none where it cannot be read
     * @param why    it cannot be read; empty where it can
     */
    record Part(String before, String record, List<Fact> fields, String why) {
    }

    /**
     * The line of what waits, or waited.
     *
     * @return empty where it is no line, or its file does not lie on this machine
     * @throws IllegalStateException GW-WEB-050 where the file cannot be opened
     */
    Optional<Seen> look(String exception);
}
