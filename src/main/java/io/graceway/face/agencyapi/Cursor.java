package io.graceway.face.agencyapi;

import io.graceway.face.agencyapi.wire.Call;
import io.graceway.face.agencyapi.wire.Problem;
import io.graceway.face.agencyapi.wire.Refused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Pages of a list. A cursor says after which entry the next page begins and nothing else: whose entries are read, the
 * token says, so that there is nothing to be gained by making one up.
 */
record Cursor(String place, int limit) {

    private static final int USUAL = 50;

    static Cursor of(Call call) {
        String limit = call.parameter("limit");
        return new Cursor(decoded(call.parameter("cursor")), limit.isEmpty() ? USUAL : Integer.parseInt(limit));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static Refused refused() {
        return new Refused(Problem.PARAMETER).with("places", List.of(Map.of("at", "cursor", "why",
                "no page gave this cursor")));
    }

    /** The place in a list that is ordered by time. */
    AgencyBooks.After after() {
        if (place.isEmpty()) {
            return AgencyBooks.After.START;
        }
        int slash = place.indexOf('/');
        try {
            return new AgencyBooks.After(Instant.parse(place.substring(0, Math.max(0, slash))),
                    place.substring(slash + 1));
        } catch (DateTimeException e) {
            throw refused();
        }
    }

    /** The place in a list that is ordered by numbers. */
    String number() {
        if (!place.matches("[A-Za-z0-9-]{0,64}")) {
            throw refused();
        }
        return place;
    }

    /** One more than is shown tells whether another page follows. */
    int most() {
        return limit + 1;
    }

    /** @param found as many as {@link #most} allows */
    <T> Map<String, Object> page(String name, List<T> found, Function<T, Object> shown, Function<T, String> place) {
        List<T> rows = found.subList(0, Math.min(limit, found.size()));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(name, new ArrayList<>(rows.stream().map(shown).toList()));
        page.put("next", found.size() <= limit ? null : Base64.getUrlEncoder().withoutPadding()
                .encodeToString(place.apply(rows.get(rows.size() - 1)).getBytes(StandardCharsets.UTF_8)));
        return page;
    }
}
