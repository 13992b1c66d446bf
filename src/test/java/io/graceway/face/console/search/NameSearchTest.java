package io.graceway.face.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.GivenNotices;
import io.graceway.face.Site;
import io.graceway.face.console.GivenStore;
import io.graceway.face.console.sign.Browser;
import io.graceway.face.console.sign.GivenPeople;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators find customers by name, and no name stands in an address. */
class NameSearchTest {

    private static final String FOUND = "<h2><span>Account</span> <span class=\"id\">erp/AC-PL-1/USD</span></h2>";

    @Test
    void an_operator_finds_by_name_and_numbers_keep_their_addresses(@TempDir Path home) {
        try (Site site = new Site(home, GivenPeople.everyRole())) {
            GivenStore.fill(site.store);
            GivenNotices given = new GivenNotices(site.store);
            given.change("insert into account_name (name, number, source, currency) values ('mullerjutta', 'AC-PL-1', "
                    + "'erp', 'USD')");
            Browser operator = signedIn(site, "operator");
            assertThat(operator.get("/").body()).contains("action=\"/search\" method=\"post\"", ">Name, number, ");
            HttpResponse<String> page = posted(operator, "M\u00fcller, J");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains(FOUND, "1 thing found for", "<title>Search - Graceway</title>")
                    .doesNotContainIgnoringCase("jutta");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(page.headers().firstValue("Location")).isEmpty();
            assertThat(posted(operator, "Nobody Known").body()).contains("0 things found for");
            for (String number : new String[] {"PL-1", "1000.00", "2026-03-05", "0000012"}) {
                HttpResponse<String> led = posted(operator, number);
                assertThat(led.statusCode()).as(number).isEqualTo(303);
                assertThat(led.headers().firstValue("Location")).as(number).contains("/search?q=" + number);
            }
            assertThat(operator.get("/search?q=M%C3%BCller").body()).as("what stands in an address finds no name")
                    .doesNotContain(FOUND);
            Browser auditor = signedIn(site, "auditor");
            assertThat(auditor.get("/").body()).contains("action=\"/search\">", ">Any number, ");
            assertThat(posted(auditor, "M\u00fcller").statusCode()).isEqualTo(403);
        }
    }

    private static Browser signedIn(Site site, String name) {
        Browser person = new Browser(site.root());
        person.signIn(name, GivenPeople.PASSWORD);
        return person;
    }

    private static HttpResponse<String> posted(Browser person, String text) {
        return person.post("/search", "_csrf", person.token("/"), "q", text);
    }
}
