package io.graceway.routes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A route file as it is written, before Camel makes up what is missing. */
record RouteFile(String name, List<Route> routes, List<Map<?, ?>> configurations) {

    /** One route. */
    record Route(String id, String description, String from, List<Step> steps) {
    }

    /** @param id empty when none is written */
    record Step(String kind, String id, String uri) {
    }

    /** A bean's method that a file calls; the arguments in brackets are left out. */
    record Call(String bean, String method) {
    }

    static RouteFile read(Path file) throws Exception {
        List<Route> routes = new ArrayList<>();
        List<Map<?, ?>> configurations = new ArrayList<>();
        Object all = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        for (Object one : (List<?>) all) {
            Map<?, ?> top = (Map<?, ?>) one;
            if (top.get("route") instanceof Map<?, ?> route) {
                Map<?, ?> from = (Map<?, ?>) route.get("from");
                List<Step> steps = new ArrayList<>();
                steps(from, steps);
                routes.add(new Route(text(route, "id"), text(route, "description"), text(from, "uri"), steps));
            } else {
                configurations.add(top);
            }
        }
        return new RouteFile(file.getFileName().toString(), routes, configurations);
    }

    /** Steps of the file's configurations, such as what happens to a failure. */
    List<Step> configured() {
        List<Step> steps = new ArrayList<>();
        steps(configurations, steps);
        return steps;
    }

    static List<Call> calls(Path file) throws Exception {
        List<Call> calls = new ArrayList<>();
        calls(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)), calls);
        return calls;
    }

    private static void steps(Object node, List<Step> into) {
        if (node instanceof List<?> list) {
            list.forEach(one -> steps(one, into));
        } else if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (key.equals("steps")) {
                    ((List<?>) value).forEach(step -> ((Map<?, ?>) step).forEach((kind, what) -> into.add(
                            new Step((String) kind, text((Map<?, ?>) what, "id"), text((Map<?, ?>) what, "uri")))));
                }
                steps(value, into);
            });
        }
    }

    private static void calls(Object node, List<Call> into) {
        if (node instanceof List<?> list) {
            list.forEach(one -> calls(one, into));
        } else if (node instanceof Map<?, ?> map) {
            if (map.containsKey("ref")) {
                into.add(new Call(text(map, "ref"), text(map, "method").replaceAll("\\(.*", "")));
            }
            map.values().forEach(value -> calls(value, into));
        }
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) == null ? "" : map.get(key).toString();
    }
}
