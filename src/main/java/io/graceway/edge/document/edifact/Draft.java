package io.graceway.edge.document.edifact;

import io.graceway.edge.document.edifact.Address.Place;
import io.graceway.edge.document.edifact.Address.Step;
import io.graceway.edge.document.edifact.Structure.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A message that is being put together out of values at places; its segments come in the order of its structure. */
public final class Draft {

    /** A segment with the place it has in the structure. */
    record Line(Node node, SortedMap<Place, String> values) {
    }

    private final Node node;
    private final Step step;
    private final SortedMap<Place, String> values;
    private final List<Draft> below = new ArrayList<>();

    private Draft(Node node, Step step) {
        this.node = node;
        this.step = step;
        this.values = new TreeMap<>(step.must());
    }

    /** A message without any segment. */
    public static Draft of(Structure structure) {
        return new Draft(structure.message(), new Step("", new TreeMap<>()));
    }

    /** @param address one that the structure has */
    public void put(Address address, String value) {
        Draft at = this;
        for (Step next : address.steps()) {
            at = at.child(next);
        }
        at.values.put(address.at(), value);
    }

    private Draft child(Step next) {
        return below.stream().filter(one -> one.step.equals(next)).findFirst().orElseGet(() -> {
            Draft made = new Draft(node.child(next.tag()), next);
            below.add(made);
            return made;
        });
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        collect(lines);
        return lines;
    }

    private void collect(List<Line> into) {
        if (!step.tag().isEmpty()) {
            dropIdle();
            into.add(new Line(node, values));
        }
        below.stream().sorted(Comparator.comparingInt(one -> one.node.order())).forEach(one -> one.collect(into));
    }

    /** What only tells what the rest of a composite is goes with the rest, where the composite needs one. */
    private void dropIdle() {
        List<Integer> idle = values.keySet().stream().map(Place::element).distinct().filter(element ->
                step.must().keySet().containsAll(values.keySet().stream().filter(place -> place.element() == element)
                        .toList()) && node.needed(element).stream().anyMatch(component -> !values.containsKey(
                                new Place(element, component)))).toList();
        values.keySet().removeIf(place -> idle.contains(place.element()));
    }
}
