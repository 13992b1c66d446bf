package io.graceway.face.console.onboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.seal.HouseKeys;
import io.graceway.face.console.sign.Browser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The forms of the way in, as people send them. */
final class Steps {

    private static final Clock EARLIER = Clock.fixed(Instant.parse("2026-01-02T00:00:00Z"), ZoneOffset.UTC);

    private Steps() {
    }

    private static String version(Browser person, String id) {
        String page = person.get("/onboarding/" + id + "/approval").body();
        return page.replaceAll("(?s).*?name=\"version\" value=\"(\\d+)\".*|.*", "$1");
    }

    /** With the token and the version that the page before had. */
    static HttpResponse<String> send(Browser person, String path, String... fields) {
        List<String> all = new ArrayList<>(List.of("_csrf", person.token("/"), "version", path.matches(
                "/onboarding/\\w+/.*") ? version(person, path.split("/")[2]) : ""));
        all.addAll(List.of(fields));
        return person.post(path, all.toArray(String[]::new));
    }

    static HttpResponse<String> pin(Browser person, String key, String told) {
        return send(person, "/onboarding/lakeside/key", "key", key, "told", told, "from", "2026-02-01", "until",
                "2027-01-31");
    }

    static void isKept(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body().replaceAll("(?s).*<main", "")).isEqualTo(303);
    }

    /** What a second person saw; empty where that person may not agree. */
    static String digest(Browser person, String id) {
        return person.get("/onboarding/" + id + "/approval").body().replaceAll(
                "(?s).*name=\"digest\" value=\"([0-9a-f]{64})\".*|.*", "$1");
    }

    static HouseKeys key(Path home, String name) throws IOException {
        Path keys = Files.createDirectories(home.resolve(name));
        return HouseKeys.atFirstUse(keys.resolve("k.key"), keys.resolve("k.asc"), name, "of-the-agency"::toCharArray,
                EARLIER, new SecureRandom());
    }
}
