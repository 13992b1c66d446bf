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

    private static final String AGENCY = "GET /agencies/{id:[A-Za-z0-9_-]+}";
    private static final String DRAFT = "/onboarding/{id:[A-Za-z0-9_-]{1,40}}";
    private static final String SOURCE = "/sources/{id:[A-Za-z0-9_-]+}";

    /** What each of them is asked with: what is there, and what is not. A page without a line here fails the test. */
    private static final Map<String, List<String>> ASKED = Map.ofEntries(
            Map.entry("GET /", List.of("")), Map.entry("GET /app.css", List.of("/app.css")),
            Map.entry("GET /health", List.of("/health")), Map.entry("GET /sign-in", List.of("/sign-in")),
            Map.entry("GET /search", List.of("/search?q=PL-1", "/search?q=none")),
            Map.entry("POST /search", List.of("/search?q=PL-1", "/search?q=nobody")),
            Map.entry("GET /account", List.of("/account?key=erp/C-1/USD", "/account?key=none")),
            Map.entry("GET /message", List.of("/message?table=news&agency=northgate&kind=NOTE&number=none",
                    "/message?table=none&agency=x&number=x")),
            Map.entry("GET /language/{language:en|de|fr|es}", List.of("/language/de")),
            Map.entry("GET /theme/{theme:system|light|dark}", List.of("/theme/dark")),
            Map.entry("GET /list/{name:[a-z-]+}", List.of("/list/accounts", "/list/none")),
            Map.entry("GET /list/{name:[a-z-]+}.{kind:csv|xlsx}", List.of("/list/accounts.csv", "/list/none.csv")),
            Map.entry("GET /posting", List.of("/posting?key=POST-1", "/posting?key=none")),
            Map.entry("POST /posting/done", List.of("/posting/done?key=none&evidence=x")),
            Map.entry("GET /audit", List.of("/audit")), Map.entry("POST /audit/verify", List.of("/audit/verify?x=y")),
            Map.entry("GET /evidence", List.of("/evidence?account=AC-PL-1&redact=yes", "/evidence?account=none")),
            Map.entry("GET /take-back", List.of("/take-back?placement=PL-1", "/take-back?placement=NONE")),
            Map.entry("GET /delivery", List.of("/delivery?id=D-1", "/delivery?id=none")),
            Map.entry("POST /delivery/again", List.of("/delivery/again?id=none")),
            Map.entry("POST /delivery/resend", List.of("/delivery/resend?id=none&earlier=0&reason=LOST")),
            Map.entry("POST /delivery/other-means", List.of("/delivery/other-means?id=none&evidence=x")),
            Map.entry("GET /approvals", List.of("/approvals")),
            Map.entry("POST /approvals/decide", List.of("/approvals/decide?id=none&decision=agree",
            "/approvals/decide?id=none&decision=perhaps")),
            Map.entry("GET /exceptions", List.of("/exceptions")),
            Map.entry("GET /exceptions/cause", List.of("/exceptions/cause?code=GW-TST-001",
            "/exceptions/cause?code=none")),
            Map.entry("POST /exceptions/waive", List.of("/exceptions/waive?code=GW-TST-009&which=all&reason=OLD")),
            Map.entry("POST /exceptions/again", List.of("/exceptions/again?code=GW-TST-009&which=all")),
            Map.entry("GET /exceptions/code", List.of("/exceptions/code?id=none")),
            Map.entry("POST /exceptions/code", List.of("/exceptions/code?id=none&field=x&code=x&means=x")),
            Map.entry("POST /exceptions/record", List.of("/exceptions/record?record=none")),
            Map.entry("GET /pending", List.of("/pending")),
            Map.entry("GET /hold", List.of("/hold?kind=AGENCY&subject=northgate", "/hold?kind=none&subject=x")),
            Map.entry("POST /hold", List.of("/hold?kind=PLACEMENT&subject=none&reason=CHECK")),
            Map.entry("POST /hold/release", List.of("/hold/release?kind=PLACEMENT&subject=none")),
            Map.entry("GET /agencies", List.of("/agencies")),
            Map.entry("GET /agencies.{sheet:[a-z-]+}.{kind:csv|xlsx}", List.of("/agencies.agencies.csv",
                    "/agencies.none.csv")),
            Map.entry(AGENCY, List.of("/agencies/northgate", "/agencies/none")),
            Map.entry(AGENCY + "/{sheet:[a-z-]+}.{kind:csv|xlsx}", List.of("/agencies/northgate/keys.csv",
                    "/agencies/none/keys.csv")),
            Map.entry(AGENCY + "/handbook.{kind:html|pdf}", List.of("/agencies/northgate/handbook.html",
                    "/agencies/none/handbook.pdf")),
            Map.entry(AGENCY + "/life", List.of("/agencies/northgate/life", "/agencies/none/life")),
            Map.entry("POST" + AGENCY.substring(3) + "/life", List.of("/agencies/northgate/life?as=resume&reason=CHECK",
                    "/agencies/none/life?as=suspend&reason=CHECK")),
            Map.entry("GET /sources", List.of("/sources")),
            Map.entry("GET /sources.{kind:csv|xlsx}", List.of("/sources.csv")),
            Map.entry("GET " + SOURCE, List.of("/sources/billing", "/sources/none")),
            Map.entry("POST " + SOURCE + "/check", List.of("/sources/billing/check?as=", "/sources/none/check?as=")),
            Map.entry("POST " + SOURCE + "/preview", List.of("/sources/billing/preview?as=",
                    "/sources/none/preview?as=")),
            Map.entry("POST " + SOURCE + "/reconcile", List.of("/sources/billing/reconcile?as=csv",
                    "/sources/none/reconcile?as=")),
            Map.entry("GET /reasons", List.of("/reasons")),
            Map.entry("GET /reasons.{sheet:reasons|reasons-by-month}.{kind:csv|xlsx}", List.of("/reasons.reasons.csv")),
            Map.entry("GET /wordings", List.of("/wordings")),
            Map.entry("GET /wordings.{kind:csv|xlsx}", List.of("/wordings.xlsx")),
            Map.entry("GET /onboarding", List.of("/onboarding")),
            Map.entry("POST /onboarding/begin", List.of("/onboarding/begin?id=No&dialect=x&mailbox=x")),
            Map.entry("POST /onboarding/change", List.of("/onboarding/change?id=none")),
            Map.entry("GET " + DRAFT + "/{step:identity|vetting|tone|mailbox|keys|format|exchange}", List.of(
                    "/onboarding/lakeside/identity", "/onboarding/lakeside/exchange", "/onboarding/none/keys")),
            Map.entry("POST " + DRAFT + "/{step:identity|vetting|mailbox|keys|format}", List.of(
                    "/onboarding/none/identity?x=y", "/onboarding/lakeside/mailbox?version=99")),
            Map.entry("POST " + DRAFT + "/tone", List.of("/onboarding/none/tone?x=y")),
            Map.entry("POST " + DRAFT + "/key", List.of("/onboarding/none/key?x=y", "/onboarding/lakeside/key?key=x")),
            Map.entry("POST " + DRAFT + "/sample", List.of("/onboarding/none/sample?x=y")),
            Map.entry("POST " + DRAFT + "/try", List.of("/onboarding/none/try?x=y")),
            Map.entry("GET " + DRAFT + "/approval", List.of("/onboarding/lakeside/approval",
                    "/onboarding/none/approval")),
            Map.entry("POST " + DRAFT + "/ask", List.of("/onboarding/none/ask?x=y")),
            Map.entry("POST " + DRAFT + "/agree", List.of("/onboarding/none/agree?digest=x",
                    "/onboarding/lakeside/agree?digest=x")),
            Map.entry("POST " + DRAFT + "/refuse", List.of("/onboarding/none/refuse?remark=x")),
            Map.entry("POST " + DRAFT + "/drop", List.of("/onboarding/lakeside/drop?version=99",
                    "/onboarding/none/drop?x=y")),
            Map.entry("POST /take-back", List.of("/take-back?placement=NONE&reason=HARDSHIP")));
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
        assertThat(handlers().keySet()).isEqualTo(new TreeSet<>(ASKED.keySet()));
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
        handlers().forEach((handler, allowed) -> ASKED.get(handler).forEach(path -> {
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
