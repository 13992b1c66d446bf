package io.graceway.wiring;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.document.Dialects;
import io.graceway.face.GivenHome;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.writeback.Posting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source that speaks JSON over HTTP, as its file is taken or refused. */
class RestHomeTest {

    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(entry("BILLING_URL", "http://127.0.0.1:1"),
            entry("BILLING_TOKEN_URL", "http://127.0.0.1:1/token"), entry("BILLING_USER", "me"),
            entry("BILLING_PASSWORD", "s3cret"), entry("BILLING_API_KEY", "k3y"),
            entry("BILLING_API_SECRET", "h1dden"), entry("BILLING_KEY", "k3y"), entry("BILLING_CLIENT", "me"),
            entry("BILLING_SECRET", "s3cret"), entry("BILLING_DATABASE", "books"), entry("BILLING_COMPANY", "Acme"),
            entry("BILLING_BANK", "Agencies"), entry("BILLING_ACCOUNT", "1"), entry("BILLING_CONSUMER_KEY", "c"),
            entry("BILLING_CONSUMER_SECRET", "s3cret"), entry("BILLING_TOKEN", "t"),
            entry("BILLING_TOKEN_SECRET", "s3cret"), entry("BILLING_RECEIVABLE", "11"));

    @TempDir
    private Path temp;
    private Path home;

    @BeforeEach
    void begin() {
        home = GivenHome.in(temp);
    }

    private SourceWiring.Systems systems(String text) throws Exception {
        Path file = home.resolve("partner-config/sources/billing.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return new SourceWiring().systems(Home.open(home, ENVIRONMENT::get), Dialects.load(home),
                Clock.fixed(Instant.parse("2026-03-03T10:00:00Z"), ZoneOffset.UTC));
    }

    private static String rest(String... lines) {
        return "brand: acme\ndebt: TRADE\ndialect: killbill\nrest:\n  " + String.join("\n  ", lines) + "\n";
    }

    private void refuses(String text, String... words) {
        assertThatThrownBy(() -> systems(text)).message().contains(words).contains("billing.yaml")
                .doesNotContain("s3cret");
    }

    /** The first file of a starting set; the others are written. */
    private String begun(String kind) throws Exception {
        String[] parts = Files.readString(Path.of("src/main/resources/starters/source-" + kind + ".yaml"))
                .replace("{id}", "billing").replace("{ID}", "BILLING").replace("{brand}", "acme")
                .split("(?m)^#=== ");
        for (int i = 2; i < parts.length; i++) {
            Path file = home.resolve(parts[i].substring(0, parts[i].indexOf('\n')));
            Files.createDirectories(file.getParent());
            Files.writeString(file, parts[i].substring(parts[i].indexOf('\n') + 1));
        }
        return parts[1].substring(parts[1].indexOf('\n') + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "odata", "sap-fica"})
    void what_begins_a_source_that_speaks_json_can_be_used_with_and_without_its_postings(String kind) throws Exception {
        String text = begun(kind).replaceAll("(?m)^  #  +scope.*\n", "");
        assertThat(systems(text).postings().values()).allMatch(one -> one.takes().isEmpty());
        assertThat(systems(text.replaceAll("(?m)^  # (?=postings:|  )", "  ")).postings().get("billing").takes())
                .contains(Posting.Kind.PAYMENT);
    }

    @Test
    void what_begins_a_source_for_kill_bill_can_be_used_as_it_is() throws Exception {
        SourceWiring.Systems systems = systems(begun("killbill"));
        assertThat(systems.postings().get("billing").takes()).containsExactlyInAnyOrder(Posting.Kind.PAYMENT,
                Posting.Kind.REVERSAL, Posting.Kind.NOTE, Posting.Kind.STATUS, Posting.Kind.CLOSURE,
                Posting.Kind.DISPUTE);
        List<CheckStep> steps = systems.accounts().get("billing").check();
        assertThat(steps).extracting(CheckStep::code).containsExactly("", "GW-SRC-071");
        assertThat(steps.get(1).hint()).startsWith("connect: nobody answers");
        assertThat(steps.toString()).doesNotContain("s3cret", "k3y", "h1dden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"odoo", "erpnext", "stripe"})
    void what_begins_a_source_for_a_known_system_can_be_used_as_it_is(String kind) throws Exception {
        assertThat(systems(begun(kind)).postings().get("billing").takes()).contains(Posting.Kind.PAYMENT,
                Posting.Kind.NOTE, Posting.Kind.STATUS, Posting.Kind.CLOSURE, Posting.Kind.DISPUTE);
        refuses(begun(kind).replace("PAYMENT:", "PAYMNT:"), "GW-CFG-006", "PAYMNT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dynamics365", "netsuite"})
    void what_begins_a_source_without_cases_can_be_used_as_it_is(String kind) throws Exception {
        assertThat(systems(begun(kind)).postings().get("billing").takes()).containsExactlyInAnyOrder(
                Posting.Kind.PAYMENT, Posting.Kind.REVERSAL, Posting.Kind.NOTE, Posting.Kind.STATUS,
                Posting.Kind.CLOSURE);
    }

    @Test
    void a_mistake_is_told_with_its_line() {
        refuses(rest("base: https://erp.example", "accounts: {list: {cal: GET /a}, account: n}"), "GW-CFG-006", ":6");
        refuses(rest("base: https://erp.example", "accounts:", "  list: {call: GET /a}", "  paging: {by: guess}"),
                "GW-CFG-006", ":8");
        refuses(rest("base: https://erp.example"), "GW-CFG-006", "accounts");
        refuses(rest("base: https://erp.example", "accounts: {list: {call: GET /a}, account: n}", "postings:",
                "  NOTE: {make: [{call: POST /n}],", "         batch: {as: xml}}"), "GW-CFG-006", ":9");
        refuses(rest("base: https://erp.example", "login: {bearer: s3cret, csrf: elsewhere}",
                "accounts: {list: {call: GET /a}, account: n}"), "GW-CFG-006", ":6");
    }

    @Test
    void what_cannot_be_meant_is_refused_before_anything_is_called() {
        refuses(rest("base: http://erp.example", "accounts: {list: {call: GET /a}, account: n}"), "GW-CFG-108",
                "https:");
        refuses(rest("base: https://me:s3cret@erp.example", "accounts: {list: {call: GET /a}, account: n}"),
                "GW-CFG-108");
        refuses(rest("base: https://erp.example", "accounts: {list: {call: POST /a}, account: n}"), "GW-CFG-108",
                "may only read", "reads: true");
        refuses(rest("base: https://erp.example", "accounts: {list: {call: GET /a}, account: n}", "login: {user: u, "
                + "password: s3cret, call: {call: POST /in}}"), "GW-CFG-108", "may only read");
        refuses(rest("base: https://erp.example", "accounts: {list: {call: GET /a, query: {u: '{uid}'}}, account: n}",
                "login: {user: u, password: s3cret, call: {call: GET /in, keep: {id: x}}}"), "GW-CFG-108",
                "asks for [uid]");
        refuses(rest("base: https://erp.example", "accounts: {list: {call: GET /a}, account: n}",
                "login: {user: u, password: s3cret, csrf: /, call: {call: GET /in, keep: {id: x}}}"), "GW-CFG-108",
                "call or csrf");
        refuses(rest("base: https://erp.example", "accounts: {list: {call: GET /a}, account: n, paging: {by: last, "
                + "at: id}}"), "GW-CFG-108", "needs {cursor}");
        refuses(rest("base: https://erp.example", "accounts: {list: {call: GET /a}, account: n, days: {due: {at: d, "
                + "zone: Mars}}}"), "GW-CFG-108", "no such time zone");
        refuses(rest("base: https://erp.example", "accounts: {list: {call: GET /a}, account: n}", "postings: {PAYMENT: "
                + "{make: [{call: POST /p}]}}"), "GW-CFG-108", "twice");
        refuses(rest("base: https://erp.example", "accounts: {list: {call: GET /a}, account: n}", "login: {user: u, "
                + "bearer: s3cret}"), "GW-CFG-108", "exactly one");
        refuses(rest("base: https://erp.example", "accounts: {list: {call: GET /a}, account: n}")
                + "files: {folder: x}\n", "GW-CFG-106", "rest");
    }
}
