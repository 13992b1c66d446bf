package io.graceway.face.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.graceway.face.GivenNotices;
import io.graceway.face.Site;
import io.graceway.face.console.GivenStore;
import io.graceway.face.console.onboard.GivenDrafts;
import io.graceway.face.console.room.GivenRooms;
import io.graceway.face.console.sign.GivenPeople;
import io.graceway.face.console.work.GivenCodes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages as people meet them: in a browser, in light and dark, at any size, and with nothing but a keyboard. */
class PagesInBrowserTest {

    private static final List<String> PAGES = List.of("/", "/search?q=PL-1", "/search", "/list/accounts",
            "/list/quarantine", "/list/deliveries", "/list/payments", "/list/worklist", "/posting?key=POST-1",
            "/take-back?placement=PL-2", "/account?key=erp/AC-PL-1/USD", "/account?key=erp/C-1/USD",
            "/search?q=1000.00", "/search?q=2026-03-05", "/delivery?id=D-1", "/approvals", "/pending", "/exceptions",
            "/exceptions/cause?code=GW-TST-001", "/exceptions/cause?code=GW-REM-011",
            "/exceptions/code?id=" + GivenCodes.GONE, "/hold?kind=AGENCY&subject=northgate", "/audit",
            "/list/clocks", "/agencies", "/agencies/harbour", "/agencies/northgate",
            "/agencies/northgate/life", "/sources",
            "/sources/billing", "/reasons", "/wordings", "/onboarding", "/onboarding/lakeside/identity",
            "/onboarding/lakeside/vetting", "/onboarding/lakeside/tone", "/onboarding/lakeside/mailbox",
            "/onboarding/lakeside/keys", "/onboarding/lakeside/format", "/onboarding/lakeside/exchange",
            "/onboarding/lakeside/approval", "/nothing");

    private static Site site;
    private static String token;
    private static Chromium chromium;

    @BeforeAll
    static void start(@TempDir Path home) {
        site = new Site(GivenCodes.in(GivenRooms.in(home)), GivenPeople.WHOLE_HOUSE, GivenCodes.SEAL);
        GivenStore.fill(site.store);
        GivenCodes.keep(home, site);
        GivenDrafts.begin(site.store, "lakeside");
        token = new GivenNotices(site.store).warned("K-1", "en");
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        site.close();
    }

    private static BrowserContext visitor(ColorScheme theme, String language, int width) {
        return chromium.browser().newContext(new NewContextOptions().setColorScheme(theme).setLocale(language)
                .setViewportSize(width, 800).setBaseURL(site.root().toString()));
    }

    private static void signIn(Page page) {
        page.navigate("/sign-in");
        page.locator("#username").fill(GivenPeople.NAME);
        page.locator("#password").fill(GivenPeople.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/");
    }

    private static List<String> faults(Page page, String path) {
        List<Rule> rules = new AxeBuilder(page).analyze().getViolations();
        return rules.stream().filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> path + " " + rule.getId() + " " + rule.getNodes().get(0).getHtml()).toList();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,de"})
    void no_page_has_a_serious_fault_of_accessibility(ColorScheme theme, String language) {
        List<String> faults = new ArrayList<>();
        try (BrowserContext context = visitor(theme, language, 1280)) {
            Page page = context.newPage();
            for (String open : List.of("/sign-in", "/sign-in?failed", "/answer/" + token, "/answer/none")) {
                page.navigate(open);
                faults.addAll(faults(page, open));
            }
            signIn(page);
            for (String path : PAGES) {
                page.navigate(path);
                faults.addAll(faults(page, path));
            }
            page.navigate("/exceptions/cause?code=GW-REM-011");
            page.locator("button[name=record]").first().click();
            assertThat(page.locator("td.id").first().textContent()).startsWith("PL-");
            faults.addAll(faults(page, "/exceptions/record"));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void every_main_task_is_done_with_the_keyboard_alone() {
        try (BrowserContext context = visitor(ColorScheme.LIGHT, "en", 1280)) {
            Page page = context.newPage();
            page.navigate("/list/quarantine");
            reach(page, "#username");
            page.keyboard().type(GivenPeople.NAME);
            reach(page, "#password");
            page.keyboard().type(GivenPeople.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**/list/quarantine");
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Skip to the content");
            reach(page, "a[rel=next]");
            page.keyboard().press("Enter");
            page.waitForURL("**after=**");
            reach(page, "#q");
            page.keyboard().type("PL-1");
            page.keyboard().press("Enter");
            page.waitForURL("**/search?q=PL-1");
            assertThat(page.locator("h2").first().textContent()).contains("PL-1");
            page.navigate("/exceptions/code?id=" + GivenCodes.MOVED);
            reach(page, "#means");
            page.keyboard().type("UNTRACEABLE");
            reach(page, ".deed button");
            page.keyboard().press("Enter");
            page.waitForSelector("p[role=status]");
            assertThat(page.locator("p[role=status]").textContent()).contains("Written down.");
            reach(page, ".who button");
            page.keyboard().press("Enter");
            page.waitForURL("**/sign-in?ended");
        }
    }

    /** Moves on with the Tab key until that element has the focus. */
    private static void reach(Page page, String selector) {
        for (int i = 0; i < 200; i++) {
            if ((Boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the Tab key never reaches " + selector + " of " + page.url());
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.textContent"));
    }

    /** WCAG 2.2, 1.4.10: 320 CSS pixels are a page of 1280 at four times its size; only tables scroll by themselves. */
    @Test
    void nothing_has_to_be_scrolled_sideways_at_four_times_the_size() {
        try (BrowserContext context = visitor(ColorScheme.LIGHT, "de", 320)) {
            Page page = context.newPage();
            signIn(page);
            for (String path : PAGES) {
                page.navigate(path);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(path)
                        .isLessThanOrEqualTo(320);
            }
        }
    }

    @Test
    void no_page_needs_a_script_or_anything_from_elsewhere() {
        try (BrowserContext context = visitor(ColorScheme.LIGHT, "en", 1280)) {
            List<String> asked = new ArrayList<>();
            List<String> complaints = new ArrayList<>();
            Page page = context.newPage();
            page.onRequest(request -> asked.add(request.url()));
            page.onConsoleMessage(message -> complaints.add(message.text()));
            signIn(page);
            PAGES.stream().filter(path -> !path.equals("/nothing")).forEach(page::navigate);
            assertThat(asked).isNotEmpty().allMatch(url -> url.startsWith(site.root().toString()))
                    .noneMatch(url -> url.endsWith(".js"));
            assertThat(complaints).isEmpty();
        }
    }
}
