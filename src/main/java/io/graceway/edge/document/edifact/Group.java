package io.graceway.edge.document.edifact;

import io.graceway.edge.document.edifact.Address.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A segment and what belongs to it: segments and further groups; the outermost one is a message. */
public final class Group {

    private Segment first;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    /** The segment that begins it; null for a message. */
    public Segment first() {
        return first;
    }

    /** @param begins whether it begins this group, where nothing has yet */
    void add(Segment segment, boolean begins) {
        if (begins && first == null) {
            first = segment;
        } else {
            segments.add(segment);
        }
    }

    Group open() {
        Group group = new Group();
        groups.add(group);
        return group;
    }

    /** Every way down to groups at the end of that path, each with the groups that it leads through. */
    public List<List<Group>> at(List<Step> path) {
        List<List<Group>> ways = List.of(List.of(this));
        for (Step step : path) {
            ways = ways.stream().flatMap(way -> way.get(way.size() - 1).groups.stream().filter(group ->
                    group.first != null && step.fits(group.first)).map(group -> Stream.concat(way.stream(),
                    Stream.of(group)).toList())).toList();
        }
        return ways;
    }

    /**
     * The segments at a place, seen from a group: what its way leads through is taken from there, the rest from below.
     *
     * @param way from the message down
     */
    public static List<Segment> find(List<Group> way, List<Step> steps) {
        List<Group> here = List.of(way.get(0));
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            List<Group> above = here;
            if (i + 1 < way.size() && here.equals(List.of(way.get(i)))
                    && way.get(i + 1).first.tag().equals(step.tag())) {
                here = step.fits(way.get(i + 1).first) ? List.of(way.get(i + 1)) : List.of();
            } else {
                here = above.stream().flatMap(group -> group.groups.stream()).filter(group -> group.first != null
                        && step.fits(group.first)).toList();
            }
            if (i + 1 == steps.size()) {
                return Stream.concat(here.stream().map(Group::first), above.stream().flatMap(group ->
                        group.segments.stream()).filter(step::fits)).toList();
            }
        }
        return List.of();
    }
}
