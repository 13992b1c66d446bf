package io.graceway.scenario;

import io.graceway.simulator.season.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A system that is no part of the played world, and what can be said of it. */
interface Beside {

    /** The home that knows of it. @param world whose environment it may add to */
    Path home(Path folder, World world) throws IOException;

    List<Sentence> sentences(Play play);

    /** Agencies that come to our API. */
    default Set<String> comers() {
        return Set.of();
    }
}
