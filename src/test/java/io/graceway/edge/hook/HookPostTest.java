package io.graceway.edge.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.writeback.hook.Endpoint;
import io.graceway.journey.writeback.hook.HookSecret;
import io.graceway.journey.writeback.hook.Hooks.Answer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out, to whom it may go, and what an answer can do. */
class HookPostTest {

    private static final byte[] BODY = "{\"type\":\"recall.begun\"}".getBytes(StandardCharsets.UTF_8);
    private static final Duration LONGEST = Duration.ofMillis(700);

    private final AtomicInteger asked = new AtomicInteger();

    private static Endpoint to(String url, boolean privateAddresses) {
        return new Endpoint("agency/northgate", URI.create(url), HookSecret.of(HookSecret.text(new byte[24])),
                Optional.empty(), privateAddresses, Set.of());
    }

    private HookPost post(HookPost.Names names) {
        return new HookPost(host -> {
            asked.incrementAndGet();
            return names.of(host);
        }, (SSLSocketFactory) SSLSocketFactory.getDefault(), LONGEST);
    }

    private Answer send(Endpoint to) {
        return post(InetAddress::getAllByName).send(to, Map.of("webhook-id", "msg_1"), BODY);
    }

    private Answer told(Supplier<String> answer) {
        try (Receiver receiver = new Receiver(answer)) {
            Answer told = send(to("http://127.0.0.1:" + receiver.port + "/in?x=1", false));
            assertThat(receiver.requests).hasSize(1);
            assertThat(receiver.requests.get(0)).startsWith("POST /in?x=1 HTTP/1.1\nhost: 127.0.0.1:" + receiver.port)
                    .contains("\nwebhook-id: msg_1\n").endsWith("\n\n{\"type\":\"recall.begun\"}");
            return told;
        }
    }

    @ParameterizedTest
    @CsvSource({"200 OK,''", "202 Accepted,''", "204 No Content,''", "301 Moved,GW-HOK-015", "307 Moved,GW-HOK-015",
        "400 Bad,GW-HOK-015", "410 Gone,GW-HOK-015", "500 No,GW-HOK-015"})
    void only_a_status_of_200_to_299_takes_the_event(String status, String trouble) {
        assertThat(told(() -> Receiver.status(status))).isEqualTo(new Answer(Integer.parseInt(status.substring(0, 3)),
                trouble, Duration.ZERO));
    }

    @Test
    void what_comes_before_the_answer_is_none() {
        assertThat(told(() -> Receiver.status("100 Continue") + Receiver.status("204 No Content")).status())
                .isEqualTo(204);
    }

    @Test
    void the_pause_that_is_asked_for_is_told() {
        assertThat(told(() -> Receiver.status("429 Slow", "Retry-After: 120")).retryAfter()).isEqualTo(
                Duration.ofMinutes(2));
        assertThat(told(() -> Receiver.status("503 No", "retry-after: Wed, 21 Oct 2026 07:28:00 GMT")).retryAfter())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void a_redirect_leads_nowhere() {
        try (Receiver other = new Receiver(() -> Receiver.status("200 OK"))) {
            Answer told = told(() -> Receiver.status("302 Found", "Location: http://127.0.0.1:" + other.port + "/"));
            assertThat(told.trouble()).isEqualTo("GW-HOK-015");
            assertThat(other.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "HTTP/2 200\r\n\r\n", "HTTP/1.1 999 X\r\n\r\n", "HTTP/1.1 200 OK\r\nnever"})
    void what_is_no_answer_takes_nothing(String nonsense) {
        assertThat(told(() -> nonsense)).isEqualTo(new Answer(0, "GW-HOK-014", Duration.ZERO));
    }

    @Test
    void a_head_without_end_is_not_read_for_ever() {
        assertThat(told(() -> "HTTP/1.1 200 OK\r\n" + "x: y\r\n".repeat(1_000_000)).trouble()).isEqualTo("GW-HOK-014");
    }

    @Test
    void silence_ends_after_a_while() {
        assertThat(told(() -> null)).isEqualTo(new Answer(0, "GW-HOK-013", Duration.ZERO));
    }

    @Test
    void nobody_there_is_told() throws Exception {
        int port;
        try (Receiver gone = new Receiver(() -> null)) {
            port = gone.port;
        }
        assertThat(send(to("http://127.0.0.1:" + port + "/", false)).trouble()).isEqualTo("GW-HOK-012");
        HookPost nameless = post(host -> {
            throw new UnknownHostException(host);
        });
        assertThat(nameless.send(to("https://hooks.northgate.example/", false), Map.of(), BODY).trouble())
                .isEqualTo("GW-HOK-011");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "100.64.0.1", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.1",
        "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "fec0::1",
        "ff02::1", "64:ff9b::a00:1", "2001::1", "2001:db8::1", "2002:a00:1::1", "::ffff:10.0.0.1", "3fff::1"})
    void an_address_that_is_not_in_the_world_outside_is_never_asked(String address) {
        assertThat(through(address, false)).isEqualTo("GW-HOK-010");
    }

    private String through(String address, boolean privateAddresses) {
        return post(host -> new InetAddress[] {InetAddress.getByName(address)}).send(
                to("https://hooks.northgate.example:1/", privateAddresses), Map.of(), BODY).trouble();
    }

    @ParameterizedTest
    @CsvSource({"8.8.8.8,true", "172.15.255.255,true", "172.32.0.1,true", "100.63.255.255,true", "100.128.0.1,true",
        "192.0.1.1,true", "198.20.0.1,true", "223.255.255.255,true", "2606:4700::1111,true", "2a00:1450::1,true",
        "172.16.0.0,false", "100.127.255.255,false", "198.19.255.255,false", "239.1.2.3,false", "2001:db9::1,true",
        "2001:20::1,false", "4000::1,false"})
    void the_world_outside_ends_where_the_registries_say(String address, boolean outside) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isEqualTo(outside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "169.254.169.254", "0.0.0.0", "::1", "fe80::1", "224.0.0.1"})
    void the_house_s_own_network_is_allowed_by_the_configuration_and_this_machine_is_not_part_of_it(String address) {
        assertThat(through(address, true)).isEqualTo("GW-HOK-010");
    }

    @Test
    void one_bad_address_of_a_name_spoils_it() {
        assertThat(post(host -> new InetAddress[] {InetAddress.getByName("8.8.8.8"),
            InetAddress.getByName("10.0.0.1")}).send(to("https://hooks.northgate.example/", false), Map.of(), BODY)
                .trouble()).isEqualTo("GW-HOK-010");
    }

    @Test
    void a_name_is_asked_for_once() {
        told(() -> Receiver.status("200 OK"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void this_machine_by_name_is_nowhere_else() {
        assertThat(post(host -> new InetAddress[] {InetAddress.getByName("8.8.8.8")}).send(
                to("http://localhost:9/", false), Map.of(), BODY).trouble()).isEqualTo("GW-HOK-010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://hooks.northgate.example/", "ftp://hooks.northgate.example/", "https:///in", "/in",
        "https://user:s3cret@hooks.northgate.example/", "https://hooks.northgate.example/#x", "file:///etc/passwd",
        "http://127.0.0.1.nip.example/"})
    void what_is_not_https_or_this_machine_is_refused_and_not_repeated(String url) {
        assertThatThrownBy(() -> to(url, true)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a webhook's url").satisfies(e ->
                assertThat(e.getMessage()).doesNotContain("northgate", "s3cret"));
    }
}
