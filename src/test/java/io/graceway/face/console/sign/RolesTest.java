package io.graceway.face.console.sign;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.graceway.face.Site;
import io.graceway.face.console.GivenStore;
import io.graceway.face.console.onboard.GivenDrafts;
import io.graceway.face.console.room.GivenRooms;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every page and deed of the console, asked for by everybody: nobody, and one person of each role. */
class RolesTest {

    private static final Set<String> OPEN = Set.of("GET /app.css", "GET /health", "GET /sign-in");

    private static final String SANDBOX = "io.graceway.face.console.sandbox";

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path home) {
        site = new Site(GivenRooms.in(home), GivenPeople.everyRole());
        GivenStore.fill(site.store);
        GivenDrafts.begin(site.store, "lakeside");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** Who may, by handler: everybody who signed in where it says nothing. */
    private static Map<String, List<Role>> handlers() {
        return handlers(one -> !one.equals(SANDBOX));
    }

    private static Map<String, List<Role>> handlers(Predicate<String> ofPackage) {
        Map<String, List<Role>> found = new TreeMap<>();
        new ClassFileImporter().importPath("target/classes/io/graceway/face/console").stream()
                .filter(one -> ofPackage.test(one.getPackageName()))
                .flatMap(one -> Arrays.stream(one.reflect().getDeclaredMethods())).forEach(method -> paths(method)
                .forEach(path -> found.put(path, method.getAnnotation(Allowed.class) == null
                        ? List.of(Role.values()) : List.of(method.getAnnotation(Allowed.class).value()))));
        return found;
    }

    private static Stream<String> paths(Method method) {
        assertThat(method.getAnnotation(RequestMapping.class)).as("%s says its method", method).isNull();
        GetMapping get = method.getAnnotation(GetMapping.class);
        PostMapping post = method.getAnnotation(PostMapping.class);
        return get != null ? Arrays.stream(get.value()).map("GET "::concat)
                : post != null ? Arrays.stream(post.value()).map("POST "::concat) : Stream.empty();
    }

    @Test
    void every_page_has_its_line_here_and_every_deed_says_who_may_do_it() {
        assertThat(handlers().keySet()).isEqualTo(new TreeSet<>(Asked.ALL.keySet()));
        assertThat(handlers().entrySet().stream().filter(one -> one.getKey().startsWith("POST"))
                .filter(one -> one.getValue().size() == Role.values().length)).isEmpty();
    }

    @Test
    void everybody_reaches_what_their_role_may_and_nothing_else() {
        Browser nobody = new Browser(site.root());
        Map<Role, Browser> people = Arrays.stream(Role.values()).collect(Collectors.toMap(one -> one, one -> {
            Browser person = new Browser(site.root());
            person.signIn(one.name().toLowerCase(Locale.ROOT), GivenPeople.PASSWORD);
            return person;
        }));
        handlers().forEach((handler, allowed) -> Asked.ALL.get(handler).forEach(path -> {
            assertThat(status(nobody, handler, path, "")).as("nobody: %s", path).isEqualTo(OPEN.contains(handler) ? 200
                    : handler.startsWith("GET") ? 302 : 403);
            people.forEach((role, person) -> {
                boolean may = allowed.contains(role);
                int status = status(person, handler, path, handler.startsWith("GET") ? "" : person.token("/"));
                assertThat(status == 403).as("%s: %s %d", role, path, status).isEqualTo(!may);
                assertThat(status).isNotEqualTo(302).isLessThan(500);
                if (!handler.startsWith("GET")) {
                    assertThat(status(person, handler, path, "")).as("without a token").isEqualTo(403);
                }
            });
        }));
    }

    /** Not forbidden: a real run has no calendar that anybody could walk. */
    @Test
    void what_a_sandbox_has_is_not_there_in_a_real_run() {
        Browser ada = new Browser(site.root());
        ada.signIn("administrator", GivenPeople.PASSWORD);
        assertThat(handlers(SANDBOX::equals).keySet()).containsExactly("GET /sandbox", "POST /sandbox/walk")
                .allMatch(handler -> status(ada, handler, handler.split(" ")[1] + "?from=2026-03-06&days=1",
                        ada.token("/")) == 404);
        assertThat(ada.get("/").body()).doesNotContainIgnoringCase("sandbox");
    }

    private static int status(Browser person, String handler, String path, String token) {
        if (handler.startsWith("GET")) {
            return person.get(path.isEmpty() ? "/" : path).statusCode();
        }
        String[] parts = path.split("\\?");
        List<String> fields = new java.util.ArrayList<>(List.of("_csrf", token));
        Arrays.stream(parts[1].split("&")).forEach(one -> fields.addAll(List.of(one.split("=", 2))));
        return person.post(parts[0], fields.toArray(String[]::new)).statusCode();
    }
}
