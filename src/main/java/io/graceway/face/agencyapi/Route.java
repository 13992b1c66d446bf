package io.graceway.face.agencyapi;

import io.graceway.face.agencyapi.Contract.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way to an operation. */
record Route(Operation operation, Pattern path, List<String> names) {

    private static final Pattern NAME = Pattern.compile("\\{([a-z-]+)}");

    static Route of(Operation operation) {
        List<String> names = NAME.matcher(operation.path()).results().map((MatchResult one) -> one.group(1)).toList();
        return new Route(operation, Pattern.compile("\\Q" + NAME.matcher(operation.path())
                .replaceAll("\\\\E([^/]+)\\\\Q") + "\\E"), names);
    }

    Map<String, String> values(String below) {
        Matcher found = path.matcher(below);
        Map<String, String> values = new HashMap<>();
        if (found.matches()) {
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), found.group(i + 1));
            }
        }
        return values;
    }
}
