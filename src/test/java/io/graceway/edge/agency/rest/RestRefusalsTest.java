package io.graceway.edge.agency.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import io.graceway.edge.agency.Partner;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import io.graceway.journey.placement.AgencyMailbox.Whereabouts;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Rung;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestRefusalsTest {

    @TempDir
    Path folder;
    private RestPartner agency;
    private RestMailbox mailbox;
    private Consignment load;
    private final List<Rung> rungs = new ArrayList<>();

    @BeforeEach
    void begins() throws IOException {
        agency = new RestPartner(folder);
        mailbox = agency.mailbox();
        load = Partner.consignment(folder, "D-5", 20_000);
    }

    @AfterEach
    void ends() {
        agency.close();
    }

    private MailboxFailure refused(RestMailbox by) {
        MailboxFailure failure = catchThrowableOfType(MailboxFailure.class,
                () -> by.put(load, (rung, evidence) -> rungs.add(rung)));
        assertThat(failure.getMessage()).matches("[ -~]+").doesNotContain(RestPartner.TOKEN);
        return failure;
    }

    private static boolean answers(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
        exchange.getResponseBody().write(body.getBytes());
        return true;
    }

    private static boolean isPut(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("PUT");
    }

    @ParameterizedTest
    @CsvSource({"400,050,false", "401,023,false", "403,031,false", "404,024,false", "409,033,false", "413,042,false",
        "429,015,true", "503,015,true", "500,016,true", "502,016,true", "507,032,true", "302,050,false",
        "202,050,false"})
    void tells_each_status_by_its_code_and_whether_it_passes(int status, String code, boolean passing) {
        agency.host.answer(exchange -> isPut(exchange) && answers(exchange, status, ""));
        MailboxFailure failure = refused(mailbox);
        assertThat(failure.code()).isEqualTo("GW-MAIL-" + code);
        assertThat(failure.isPassing()).isEqualTo(passing);
        assertThat(rungs).containsExactly(Rung.CONNECTED);
    }

    @Test
    void says_when_to_come_again_and_quotes_only_a_number() {
        agency.host.answer(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            return answers(exchange, 429, "");
        });
        assertThat(refused(mailbox).getMessage()).contains("come again in 120 s");
        agency.host.answer(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "soon, my friend");
            return answers(exchange, 429, "");
        });
        assertThat(refused(mailbox).getMessage()).doesNotContain("soon");
    }

    @Test
    void does_not_believe_a_201_that_stored_nothing() throws Exception {
        agency.host.answer(exchange -> isPut(exchange) && answers(exchange, 201, ""));
        assertThat(refused(mailbox).code()).isEqualTo("GW-MAIL-034");
        assertThat(rungs).containsExactly(Rung.CONNECTED, Rung.SENT);
        agency.host.answer(exchange -> false);
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.ABSENT);
    }

    @Test
    void finds_what_was_stored_when_the_answer_was_lost() throws Exception {
        agency.host.behave((step, file) -> {
            if (step.equals("written")) {
                Files.copy(load.parcel().path(), agency.inTray(load).resolve(load.parcel().name()));
                throw new IOException("lost");
            }
        });
        assertThat(refused(mailbox).isPassing()).isTrue();
        agency.host.behave((step, file) -> { });
        assertThat(mailbox.look(load)).isEqualTo(Whereabouts.PARCEL_ONLY);
        mailbox.put(load, (rung, evidence) -> rungs.add(rung));
        assertThat(agency.standing(load)).containsOnlyKeys(load.parcel().name(), load.manifest().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{}", "null", "[null]", "[{}]", "[{\"name\":\"x\",\"size\":1}]", "<html>",
        "[{\"name\":\"x\",\"size\":-1,\"sha256\":\"00\"}]", "[{\"name\":\"x\",\"size\":\"many\",\"sha256\":\"00\"}]"})
    void takes_no_list_that_is_not_as_agreed(String body) {
        agency.host.answer(exchange -> answers(exchange, 200, body));
        assertThat(refused(mailbox).code()).isEqualTo("GW-MAIL-050");
        assertThat(catchThrowableOfType(MailboxFailure.class, () -> mailbox.look(load)).code())
                .isEqualTo("GW-MAIL-050");
    }

    @Test
    void reads_no_more_of_a_list_than_its_cap() {
        agency.host.answer(exchange -> answers(exchange, 200, "[" + " ".repeat(5 << 20) + "]"));
        assertThat(catchThrowableOfType(MailboxFailure.class, mailbox::arrivals).code()).isEqualTo("GW-MAIL-042");
    }

    @Test
    void keeps_nothing_of_an_answer_that_is_not_the_one_listed() throws Exception {
        Files.write(agency.outTray().resolve("ack.pgp"), new byte[500]);
        agency.host.answer(exchange -> exchange.getRequestURI().getPath().endsWith("ack.pgp")
                && answers(exchange, 200, "x".repeat(500)));
        Path into = folder.resolve("quarantine");
        var failure = catchThrowableOfType(MailboxFailure.class,
                () -> mailbox.fetch(new Arrival("ack.pgp", 500), into, 1000));
        assertThat(failure.code()).isEqualTo("GW-MAIL-043");
        assertThat(into).doesNotExist();
    }

    @Test
    void passes_over_a_strange_name_and_never_asks_for_it() throws Exception {
        Files.write(agency.outTray().resolve("..%2fx\n"), new byte[5]);
        Files.write(agency.outTray().resolve("plain.pgp"), new byte[5]);
        assertThat(mailbox.arrivals()).containsExactly(new Arrival("plain.pgp", 5));
        assertThat(agency.passedOver).hasSize(1);
        var failure = catchThrowableOfType(MailboxFailure.class,
                () -> mailbox.fetch(new Arrival("../x", 5), folder.resolve("q"), 1000));
        assertThat(failure.code()).isEqualTo("GW-MAIL-040");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://agency.example/box", "https://user:pass@agency.example/box", "ftp://agency.example",
        "https://agency.example/box?x=1", "https://agency.example/box#x", "https:///box", "http://127.0.0.1.example/"})
    void takes_only_https_or_this_machine_and_no_secret_in_the_address(String address) {
        assertThatThrownBy(() -> agency.mailbox(URI.create(address), "t", Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
