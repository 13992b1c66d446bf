package io.graceway.edge.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.CheckStep;
import io.graceway.journey.writeback.hook.Endpoint;
import io.graceway.journey.writeback.hook.HookSecret;
import io.graceway.journey.writeback.hook.Hooks;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

/** The way to a receiver is tried without telling it anything, unless it asked for an event. */
class HookTrialTest {

    private static final HookSecret SECRET = HookSecret.of(HookSecret.text(new byte[24]));
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();

    private static Endpoint at(String url) {
        return new Endpoint("agency/northgate", URI.create(url), SECRET, Optional.empty(), false, Set.of());
    }

    private static List<String> tried(String url, HookPost.Names names, Optional<Function<Endpoint, String>> event) {
        return new HookTrial(names, TLS, LONGEST).check(at(url), event).stream()
                .map(one -> one.step() + " " + (one.passed() ? "passed" : one.code())).toList();
    }

    private static String told(Endpoint to) {
        return Hooks.tryOut(new HookPost(InetAddress::getAllByName, TLS, LONGEST), to,
                Instant.parse("2026-05-04T16:00:00Z"));
    }

    private static List<String> tried(String url, HookPost.Names names) {
        return tried(url, names, Optional.empty());
    }

    @Test
    void names_what_is_wrong_on_the_way() throws Exception {
        assertThat(tried("https://hooks.example/in", host -> {
            throw new UnknownHostException(host);
        })).containsExactly("webhook name GW-HOK-011");
        InetAddress inside = InetAddress.getByName("10.1.2.3");
        assertThat(tried("https://hooks.example/in", host -> new InetAddress[] {inside}))
                .containsExactly("webhook name GW-HOK-010");
        int closed;
        try (Receiver receiver = new Receiver(() -> "")) {
            closed = receiver.port;
        }
        assertThat(tried("http://127.0.0.1:" + closed + "/in", InetAddress::getAllByName))
                .containsExactly("webhook name passed", "webhook line GW-HOK-012");
    }

    @Test
    void tells_a_receiver_nothing_that_did_not_ask_for_it_and_one_signed_event_that_did() {
        try (Receiver receiver = new Receiver(() -> Receiver.status("204 No Content"))) {
            String url = "http://127.0.0.1:" + receiver.port + "/in";
            assertThat(tried(url, InetAddress::getAllByName)).containsExactly("webhook name passed",
                    "webhook line passed");
            assertThat(receiver.requests).allMatch(String::isBlank);
            receiver.requests.clear();
            assertThat(tried(url, InetAddress::getAllByName, Optional.of(HookTrialTest::told))).endsWith(
                    "webhook event passed");
            String request = receiver.requests.stream().filter(one -> !one.isBlank()).findFirst().orElseThrow();
            String body = request.substring(request.indexOf("\n\n") + 2);
            assertThat(body).contains("\"type\":\"webhook.test\"");
            assertThat(SECRET.signed(header(request, "webhook-signature"), header(request, "webhook-id"),
                    Long.parseLong(header(request, "webhook-timestamp")), body.getBytes(StandardCharsets.UTF_8)))
                    .isTrue();
        }
    }

    private static String header(String request, String name) {
        return request.lines().filter(line -> line.startsWith(name + ": ")).findFirst().orElseThrow()
                .substring(name.length() + 2);
    }

    @Test
    void an_event_that_is_not_taken_is_told_by_its_code() {
        try (Receiver receiver = new Receiver(() -> Receiver.status("500 Odd"))) {
            List<CheckStep> steps = new HookTrial(InetAddress::getAllByName, TLS, LONGEST).check(
                    at("http://127.0.0.1:" + receiver.port + "/in"), Optional.of(HookTrialTest::told));
            assertThat(steps.get(steps.size() - 1).code()).isEqualTo("GW-HOK-015");
        }
    }
}
