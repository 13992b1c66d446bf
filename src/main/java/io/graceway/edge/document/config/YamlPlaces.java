package io.graceway.edge.document.config;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where in a text of YAML everything stands. */
record YamlPlaces(String text, Node tree) {

    private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true).build();

    static YamlPlaces of(String text) {
        return new YamlPlaces(text, new Compose(SETTINGS).composeString(text).orElseThrow());
    }

    int keyColumn(String pointer) {
        int key = start(tuple((MappingNode) find(around(pointer)), key(pointer)).getKeyNode());
        return key - lineStart(key);
    }

    String pad(int at) {
        return at > 0 && text.charAt(at - 1) == ':' ? " " : "";
    }

    /** Where the blanks before it begin. */
    int lineEndBefore(int at) {
        int end = at;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    int start(Node node) {
        return index(node.getStartMark().orElseThrow());
    }

    /** Of a block its mark is where the next thing begins, so the end of its last one is asked. */
    int end(Node node) {
        return node instanceof CollectionNode<?> block && block.getFlowStyle() == FlowStyle.BLOCK
                && !block.getValue().isEmpty() ? end(last(block)) : index(node.getEndMark().orElseThrow());
    }

    static Node last(CollectionNode<?> all) {
        Object last = all.getValue().get(all.getValue().size() - 1);
        return last instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) last;
    }

    private int index(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    static String around(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    static String key(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** Null where there is nothing. */
    Node find(String pointer) {
        Node node = tree;
        for (String step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            NodeTuple tuple = node instanceof MappingNode map ? tuple(map, step) : null;
            node = tuple != null ? tuple.getValueNode() : node instanceof SequenceNode list && step.matches("\\d{1,6}")
                    && Integer.parseInt(step) < list.getValue().size() ? list.getValue().get(Integer.parseInt(step))
                    : null;
        }
        return node;
    }

    static NodeTuple tuple(MappingNode map, String key) {
        return map.getValue().stream().filter(one -> one.getKeyNode() instanceof ScalarNode name
                && name.getValue().equals(key)).findFirst().orElse(null);
    }
}
