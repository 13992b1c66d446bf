package io.graceway.face.console.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.graceway.face.Site;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Signing in with the house's own account. */
class ProviderSignInTest {

    private static final String CALLBACK = "https://console.acme.example/login/oauth2/code/house";

    private PlayedProvider provider;
    private Site site;
    private Browser anna;

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
        provider = new PlayedProvider();
        provider.claims.putAll(Map.of("preferred_username", "anna", "groups", List.of("staff", "gw-desk")));
        site = new Site(home, house(provider.issuer()));
        anna = new Browser(site.root());
    }

    private static String house(String issuer) {
        return "console: {address: 127.0.0.1, port: 0, oidc: {issuer: '" + issuer + "', client: graceway, "
                + "secret: hush, url: 'https://console.acme.example/', "
                + "roles: {gw-desk: [operator], gw-audit: [auditor]}}}";
    }

    @AfterEach
    void stop() {
        site.close();
        provider.close();
    }

    /** To the provider and back; gives the answer to the way back. */
    private HttpResponse<String> signIn() {
        HttpResponse<String> sent = anna.get("/oauth2/authorization/house");
        assertThat(sent.statusCode()).isEqualTo(302);
        URI there = URI.create(sent.headers().firstValue("Location").orElseThrow());
        assertThat(there.toString()).startsWith(provider.issuer() + "/authorize?");
        assertThat(PlayedProvider.parameter(there, "redirect_uri")).isEqualTo(CALLBACK);
        provider.claims.putIfAbsent("nonce", PlayedProvider.parameter(there, "nonce"));
        return anna.get("/login/oauth2/code/house?code=c-1&state=" + java.net.URLEncoder.encode(
                PlayedProvider.parameter(there, "state"), StandardCharsets.UTF_8));
    }

    private void assertRefused() {
        assertThat(signIn().headers().firstValue("Location")).hasValue("/sign-in?failed");
        assertThat(anna.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void who_comes_back_from_the_provider_is_in_with_the_roles_that_their_groups_give() {
        assertThat(anna.get("/sign-in").body()).contains("href=\"/oauth2/authorization/house\"")
                .doesNotContain("type=\"password\"");
        anna.get("/list/accounts");
        assertThat(signIn().headers().firstValue("Location")).hasValue("/list/accounts");
        assertThat(anna.get("/").body()).contains("anna <button");
        assertThat(provider.asked).singleElement().asString().contains("code=c-1", "grant_type=authorization_code");
        assertThat(new JdbcTemplate(site.store).query("select leaf from routing_entry", (row, i) -> new String(
                row.getBytes(1), StandardCharsets.UTF_8))).singleElement().asString().contains("console.signed-in",
                "\"by\":\"anna\"", "\"roles\":\"OPERATOR\"");
        assertThat(anna.get("/posting?key=none").statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_gets_in_without_a_role_or_with_a_name_that_the_log_cannot_keep() {
        provider.claims.put("groups", List.of("staff"));
        assertRefused();
        provider.claims.remove("groups");
        assertRefused();
        provider.claims.put("groups", "gw-audit");
        provider.claims.put("preferred_username", "Anna B");
        assertRefused();
        provider.claims.remove("preferred_username");
        assertRefused();
    }

    @Test
    void a_token_of_another_key_or_for_another_sign_in_counts_for_nothing() throws Exception {
        provider.claims.put("nonce", "of another time");
        assertRefused();
        provider.claims.remove("nonce");
        provider.signer = new RSAKeyGenerator(2048).keyID("k1").generate();
        assertRefused();
    }

    @Test
    void a_state_that_nobody_was_sent_away_with_counts_for_nothing() {
        signIn();
        Browser other = new Browser(site.root());
        assertThat(other.get("/login/oauth2/code/house?code=c-1&state=made-up").headers().firstValue("Location"))
                .hasValue("/sign-in?failed");
        assertThat(other.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void a_provider_that_is_away_keeps_nobody_from_starting_and_one_without_tls_is_refused(@TempDir Path folder) {
        provider.close();
        assertThat(anna.get("/sign-in").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> new Site(folder, house("http://login.acme.example")).close())
                .hasStackTraceContaining("GW-WEB-004");
    }
}
