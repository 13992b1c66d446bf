package io.graceway.face.console.onboard;

import java.util.List;
import java.util.Optional;

/** Where drafts are kept until somebody agreed to them or dropped them. */
public interface Drafts {

    /** The one that was begun first comes first. */
    List<Draft> all();

    Optional<Draft> find(String agency);

    /** Whether it was begun; not where there is one already. */
    boolean begin(Draft draft);

    /** Whether it was changed; not where somebody else changed or ended it since that version was read. */
    boolean change(Draft draft);

    /** Whether that version was there to be ended. */
    boolean end(Draft draft);
}
