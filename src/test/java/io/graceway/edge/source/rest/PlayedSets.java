package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.PlayedService.Asked;
import io.graceway.edge.source.rest.PlayedService.Told;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sets of a service of OData, and every call on them; what its metadata does not have is refused. */
abstract class PlayedSets {

    private static final Pattern PATH = Pattern.compile("(\\w+)(?:\\((.*)\\))?(?:/(\\w+))?");
    private static final Pattern TERM = Pattern.compile("(\\w+) (eq|gt|le) (.+)");
    private static final int PAGE = 2;
    private static final JsonMapper JSON = JsonMapper.builder().enable(
            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** What hangs on a row. @param of one row, or a list of rows */
    record Navigation(String target, Function<Map<String, Object>, Object> of) {
    }

    final Map<String, Navigation> navigations = new LinkedHashMap<>();
    Map<String, List<Map<String, Object>>> sets = new LinkedHashMap<>();
    /** What the service does with a new row besides; throws with a code what it refuses. */
    BiConsumer<String, Map<String, Object>> booked = (set, row) -> { };
    Consumer<Asked> beforeChange = asked -> { };
    final Edm edm;
    final ODataWire wire;
    final String root;
    private int version;

    PlayedSets(String metadata, boolean isV2, String root) {
        this.edm = Edm.read(metadata);
        this.wire = new ODataWire(isV2);
        this.root = root;
    }

    /** Where the service is. */
    abstract String base();

    /** @param values name and value in turns */
    PlayedSets row(String set, Object... values) {
        Map<String, Object> row = new LinkedHashMap<>(Map.of(ODataWire.ETAG, "W/\"" + ++version + "\""));
        for (int i = 0; i < values.length; i += 2) {
            row.put((String) values[i], values[i + 1]);
        }
        sets.computeIfAbsent(set, any -> new ArrayList<>()).add(row);
        return this;
    }

    List<Map<String, Object>> rows(String set) {
        return sets.getOrDefault(set, List.of());
    }

    Map<String, Object> first(String set, String property, Object value) {
        return rows(set).stream().filter(one -> value.equals(one.get(property))).findFirst().orElse(null);
    }

    void touch(Map<String, Object> row) {
        row.put(ODataWire.ETAG, "W/\"" + ++version + "\"");
    }

    Told single(Asked asked) {
        String path = URLDecoder.decode(asked.path(), StandardCharsets.UTF_8).substring(root.length());
        if (path.equals("/") || path.equals("/$metadata")) {
            return path.equals("/") ? wire.told(200, Map.of("EntitySets", edm.sets().keySet()))
                    : new Told(200, Map.of("Content-Type", "application/xml"), edm.text().getBytes(
                    StandardCharsets.UTF_8), false, 0, 0);
        }
        Matcher parts = PATH.matcher(path.substring(1));
        if (!parts.matches() || !edm.sets().containsKey(parts.group(1))) {
            return wire.error(404, "ResourceNotFound");
        }
        try {
            String set = parts.group(1);
            if (parts.group(2) == null) {
                return asked.method().equals("GET") ? page(asked, set, rows(set)) : created(asked, set);
            }
            Map<String, Object> row = rows(set).stream().filter(one -> wire.key(edm.sets().get(set), one)
                    .equals(parts.group(2))).findFirst().orElse(null);
            if (row == null) {
                return wire.error(404, "ResourceNotFound");
            }
            if (parts.group(3) != null) {
                Navigation navigation = navigations.get(set + "/" + parts.group(3));
                return page(asked, navigation.target(), wire.list(navigation.of().apply(row)));
            }
            return asked.method().equals("GET") ? wire.told(200, shown(set, row, asked)) : changed(asked, set, row);
        } catch (IllegalArgumentException e) {
            return wire.error(400, e.getMessage());
        }
    }

    private Told created(Asked asked, String set) {
        beforeChange.accept(asked);
        Map<String, Object> row = new LinkedHashMap<>(Map.of(ODataWire.ETAG, "W/\"" + ++version + "\""));
        JSON.readTree(asked.body()).properties().forEach(one -> row.put(one.getKey(), value(set, one.getKey(),
                one.getValue())));
        booked.accept(set, row);
        String key = wire.key(edm.sets().get(set), row);
        if (rows(set).stream().anyMatch(one -> wire.key(edm.sets().get(set), one).equals(key))) {
            throw new IllegalArgumentException("DuplicateKey");
        }
        sets.computeIfAbsent(set, any -> new ArrayList<>()).add(row);
        return wire.told(201, shown(set, row, asked));
    }

    private Told changed(Asked asked, String set, Map<String, Object> row) {
        beforeChange.accept(asked);
        if (!asked.method().equals(wire.isV2() ? "MERGE" : "PATCH")) {
            return wire.error(405, "MethodNotAllowed");
        }
        String match = asked.headers().get("If-match");
        if (!row.get(ODataWire.ETAG).equals(match)) {
            return wire.error(match == null ? 428 : 412, match == null ? "PreconditionRequired" : "PreconditionFailed");
        }
        JSON.readTree(asked.body()).properties().forEach(one -> row.put(one.getKey(), value(set, one.getKey(),
                one.getValue())));
        touch(row);
        return new Told(204, Map.of(), new byte[0], false, 0, 0);
    }

    private Object value(String set, String property, JsonNode value) {
        return wire.read(type(set, property), value);
    }

    private String type(String set, String property) {
        String type = edm.sets().get(set).properties().get(property);
        if (type == null) {
            throw new IllegalArgumentException("NoProperty." + property);
        }
        return type;
    }

    private Told page(Asked asked, String set, List<Map<String, Object>> all) {
        Predicate<Map<String, Object>> filter = row -> true;
        for (String term : asked.query().getOrDefault("$filter", "").split(" and ")) {
            Matcher parts = TERM.matcher(term);
            if (!term.isEmpty() && !parts.matches()) {
                throw new IllegalArgumentException("BadRequest.InvalidFilter");
            }
            if (!term.isEmpty()) {
                Object wanted = wire.literal(type(set, parts.group(1)), parts.group(3));
                filter = filter.and(row -> wire.compares(row.get(parts.group(1)), parts.group(2), wanted));
            }
        }
        String order = asked.query().get("$orderby");
        List<Map<String, Object>> found = all.stream().filter(filter).sorted((one, other) -> order == null ? 0
                : wire.compare(one.get(order), other.get(order))).toList();
        Arrays.stream(asked.query().getOrDefault("$select", "").split(",")).filter(one -> !one.isEmpty())
                .forEach(one -> type(set, one));
        int from = Integer.parseInt(asked.query().getOrDefault("$skiptoken", "0"));
        StringBuilder next = new StringBuilder(base().replace(root, "") + asked.path()).append("?$skiptoken=")
                .append(from + PAGE);
        asked.query().forEach((name, value) -> next.append(name.equals("$skiptoken") ? "" : "&" + name + "="
                + Template.encoded(value)));
        return wire.page(found.subList(Math.min(from, found.size()), Math.min(found.size(), from + PAGE)).stream()
                .map(one -> shown(set, one, asked)).toList(), asked.query().containsValue("allpages")
                || asked.query().containsKey("$count") ? found.size() : -1,
                from + PAGE < found.size() ? next.toString() : null);
    }

    private Map<String, Object> shown(String set, Map<String, Object> row, Asked asked) {
        Map<String, Object> shown = wire.shown(edm.sets().get(set), row, base() + "/" + set);
        for (String one : asked.query().getOrDefault("$expand", "").split(",(?![^(]*\\))")) {
            Navigation navigation = navigations.get(set + "/" + one.replaceFirst("\\(.*", ""));
            if (!one.isEmpty() && navigation == null) {
                throw new IllegalArgumentException("NoNavigation." + one);
            }
            if (navigation != null) {
                shown.put(one.replaceFirst("\\(.*", ""), wire.nested(navigation.of().apply(row), each ->
                        edm.sets().containsKey(navigation.target()) ? wire.shown(edm.sets().get(navigation.target()),
                        each, base()) : each));
            }
        }
        return shown;
    }
}
