package io.graceway.edge.document.edifact;

import io.graceway.edge.document.edifact.Address.Place;
import io.graceway.edge.document.edifact.Address.Step;
import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Which segments a type of message has, in which order and groups, and what stands in each. */
public final class Structure {

    /** Where one segment may stand, and what may follow in the group that it begins. */
    record Node(String tag, EDIComplexType segment, List<Node> below, int order) {

        Node child(String wanted) {
            return below.stream().filter(node -> node.tag.equals(wanted)).findFirst().orElse(null);
        }

        private EDIReference reference(int element) {
            return segment != null && element <= segment.getReferences().size()
                    ? segment.getReferences().get(element - 1) : null;
        }

        boolean isComposite(int element) {
            return reference(element) != null && reference(element).getReferencedType() instanceof EDIComplexType;
        }

        /** Components that the element cannot be without. */
        List<Integer> needed(int element) {
            List<Integer> needed = new ArrayList<>();
            if (isComposite(element)) {
                List<EDIReference> parts = ((EDIComplexType) reference(element).getReferencedType()).getReferences();
                for (int i = 0; i < parts.size(); i++) {
                    if (parts.get(i).getMinOccurs() > 0) {
                        needed.add(i + 1);
                    }
                }
            }
            return needed;
        }

        private int length(Place at) {
            EDIReference found = reference(at.element());
            if (found != null && found.getReferencedType() instanceof EDIComplexType whole) {
                found = at.component() <= whole.getReferences().size()
                        ? whole.getReferences().get(at.component() - 1) : null;
            } else if (at.component() > 1) {
                found = null;
            }
            return found != null && found.getReferencedType() instanceof EDISimpleType simple
                    ? (int) simple.getMaxLength() : 0;
        }
    }

    private final Schema schema;
    private final Node message;

    private Structure(Schema schema) {
        this.schema = schema;
        this.message = new Node("", null, below(schema.getStandard().getReferences()), 0);
    }

    /** @param in a schema in StAEDI's own language */
    public static Structure of(InputStream in) {
        try {
            return new Structure(SchemaFactory.newFactory().createSchema(in));
        } catch (EDISchemaException e) {
            throw new IllegalArgumentException("this is no structure of a message: " + e.getMessage(), e);
        }
    }

    private static List<Node> below(List<EDIReference> references) {
        List<Node> nodes = new ArrayList<>();
        for (EDIReference reference : references) {
            EDIComplexType type = (EDIComplexType) reference.getReferencedType();
            List<EDIReference> inside = type.getReferences();
            boolean group = type.isType(EDIType.Type.LOOP);
            EDIComplexType segment = group ? (EDIComplexType) inside.get(0).getReferencedType() : type;
            if (!segment.getId().startsWith("UN")) {
                nodes.add(new Node(segment.getId(), segment, group ? below(inside.subList(1, inside.size()))
                        : List.of(), nodes.size()));
            }
        }
        return nodes;
    }

    Schema schema() {
        return schema;
    }

    Node message() {
        return message;
    }

    /** Whether groups of messages stand at the end of that path. */
    public boolean hasGroup(List<Step> path) {
        Node node = node(path);
        return node != null && !node.below().isEmpty();
    }

    /** How many characters fit there; 0 where messages have no such place. */
    public int length(Address address) {
        Node node = node(address.steps());
        return node == null ? 0 : node.length(address.at());
    }

    private Node node(List<Step> path) {
        Node at = message;
        for (Step step : path) {
            Node below = at.child(step.tag());
            if (below == null || step.must().keySet().stream().anyMatch(place -> below.length(place) == 0)) {
                return null;
            }
            at = below;
        }
        return at;
    }
}
