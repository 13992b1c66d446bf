package io.graceway.edge.agency.shelf;

import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.RemoteName;
import io.graceway.edge.agency.Trouble;
import io.graceway.edge.agency.shelf.Shelf.Seen;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.MailboxFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The files in an agency's out-tray that are complete, told from those still being written. */
final class Arrivals {

    /** Empty file beside a complete one; taken away with it, and no arrival itself. */
    static final String DONE = ".done";
    private static final String MANIFEST = ".manifest";
    private static final Set<String> UNFINISHED = Set.of(".part", ".partial", ".filepart", ".tmp", ".uploading");

    private final Shelf files;
    private final String folder;
    private final Duration settle;
    private final Consumer<PassedOver> passedOver;

    Arrivals(Shelf files, String folder, Duration settle, Consumer<PassedOver> passedOver) {
        this.files = files;
        this.folder = folder;
        this.settle = settle;
        this.passedOver = passedOver;
    }

    List<Arrival> waiting() throws MailboxFailure {
        List<Seen> first = files.list(folder);
        Set<String> names = first.stream().map(Seen::name).collect(Collectors.toSet());
        var complete = new ArrayList<Seen>();
        var unproved = new ArrayList<Seen>();
        for (Seen seen : first) {
            if (isCandidate(seen)) {
                boolean marked = names.contains(seen.name() + DONE) || names.contains(seen.name() + MANIFEST);
                (marked ? complete : unproved).add(seen);
            }
        }
        if (first.size() >= Shelf.MOST_ENTRIES) {
            passedOver.accept(new PassedOver(Trouble.TOO_MANY.code(), "the folder holds too many files", ""));
        }
        complete.addAll(rested(unproved));
        return complete.stream().map(seen -> new Arrival(seen.name(), seen.size())).toList();
    }

    private boolean isCandidate(Seen seen) {
        if (!seen.isFile()) {
            return false;
        }
        if (!RemoteName.whyRefused(seen.name()).isEmpty()) {
            passedOver.accept(PassedOver.of(seen.name()));
            return false;
        }
        return !seen.name().endsWith(DONE) && UNFINISHED.stream().noneMatch(seen.name()::endsWith);
    }

    /** An empty file is an upload that has only begun: nobody seals nothing. */
    private List<Seen> rested(List<Seen> before) throws MailboxFailure {
        if (before.stream().allMatch(seen -> seen.size() == 0) || !paused()) {
            return List.of();
        }
        Map<String, Seen> now = files.list(folder).stream()
                .collect(Collectors.toMap(Seen::name, seen -> seen, (one, other) -> one));
        return before.stream().filter(seen -> seen.size() > 0 && seen.equals(now.get(seen.name()))).toList();
    }

    private boolean paused() {
        try {
            Thread.sleep(settle.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
