package io.graceway.edge.document.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Addresses such as {@code /debtor/name} as a tree, so that a parser finds them as it goes. */
final class AddressTree {

    private final Map<String, AddressTree> children = new HashMap<>();
    private int place = -1;

    /** @param addresses JSON pointers or element paths; an attribute is written {@code @name}, own text {@code .} */
    static AddressTree of(List<String> addresses) {
        AddressTree root = new AddressTree();
        for (int i = 0; i < addresses.size(); i++) {
            AddressTree at = root;
            String address = addresses.get(i);
            for (String step : (address.startsWith("/") ? address.substring(1) : address).split("/")) {
                if (!step.equals(".")) {
                    at = at.children.computeIfAbsent(step.replace("~1", "/").replace("~0", "~"),
                            any -> new AddressTree());
                }
            }
            at.place = i;
        }
        return root;
    }

    /** What stands below that step, or null where nobody wants it. */
    AddressTree below(String step) {
        return children.get(step);
    }

    /** Place of the value in the row; -1 where only something further down is wanted. */
    int place() {
        return place;
    }
}
