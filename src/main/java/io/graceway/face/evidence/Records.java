package io.graceway.face.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What the store knows about a scope, table by table. */
public interface Records {

    /** Takes the tables one after the other, each row by row. */
    interface Sink {

        /** @param personal whether it says who somebody is, or what somebody wrote */
        void table(String name, List<String> columns, boolean personal) throws IOException;

        /** @param cells texts, in the order of the columns; null where nothing is known */
        void row(List<String> cells) throws IOException;
    }

    /**
     * By what entries are known to belong to an account or an agency.
     *
     * @param subjects an entry about one of these belongs to it
     * @param facts    and so does one that names one of these
     */
    record Ids(Set<String> subjects, Set<String> facts) {

        public Ids {
            subjects = Set.copyOf(subjects);
            facts = Set.copyOf(facts);
        }
    }

    /** Never called for a period. */
    Ids ids(Scope scope);

    /** @param personal whether personal data is wanted too */
    void read(Scope scope, boolean personal, Sink sink) throws IOException;
}
