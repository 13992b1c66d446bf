package io.graceway.face.agencyapi;

import static io.graceway.face.agencyapi.AgencySite.fits;
import static io.graceway.face.agencyapi.AgencySite.json;
import static io.graceway.face.agencyapi.AgencySite.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.agency.AgencyDocuments;
import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.edge.store.back.SqlPlacementNumbers;
import io.graceway.edge.store.inbox.SqlInbox;
import io.graceway.journey.account.Ids;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.remittance.Cases;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** One placement's whole way over the API leaves the same books as the same documents sent as files. */
class SameBooksTest {

    /** What each table says of what the agency told; digests of files and running numbers differ by nature. */
    private static final List<String> BOOKS = List.of(
            "select placement, state, balance, agency_file, agency_balance, answered_on, ending from placement "
                    + "where agency = 'meadow' order by placement",
            "select payment, kind, placement, currency, amount, applied, suspense, rejected, fee, credited, earned, "
                    + "withheld, reason, paid_on from agency_payment order by payment",
            "select event, placement, at, channel, outbound, outcome from activity order by event",
            "select kind, message, placement, on_day, code, content, answered from news order by kind, message",
            "select source, number, type, opened, agency from house_case order by id",
            "select source, number, currency, kind, amount, on_day, code, state from posting order by seq",
            "select number, currency, stage, balance from account order by number",
            "select kind, outcome, code, records, accepted, rejected, repeated from inbox order by kind, records");

    private static final Map<String, String> SENT = new java.util.LinkedHashMap<>();

    static {
        SENT.put("acknowledgements acknowledgement", """
                [{"record":"acknowledgement","placement":"PL-000001","account":"AC-PL-000001",
                  "agency-file-number":"F-77","status":"ACCEPTED","balance":"240.00","currency":"USD",
                  "received-on":"2026-03-05"}]""");
        SENT.put("activities activity", """
                [{"event-id":"E-1","placement":"PL-000001","at":"2026-03-05T17:15:00Z","channel":"PHONE",
                  "direction":"OUT","outcome":"PROMISE","promised-on":"2026-03-20","promised-amount":"100.00",
                  "currency":"USD"},
                 {"event-id":"E-2","placement":"PL-000007","at":"2026-03-05T17:15:00Z","channel":"PHONE"}]""");
        SENT.put("payments remittance", """
                [{"record":"payment","payment-id":"P-1","placement":"PL-000001","kind":"PAYMENT","amount":"140.00",
                  "fee":"35.00","currency":"USD","paid-on":"2026-03-05"},
                 {"record":"payment","payment-id":"P-2","placement":"PL-000003","kind":"PAYMENT","amount":"80.00",
                  "fee":"20.00","currency":"USD","paid-on":"2026-03-05"},
                 {"record":"trailer","records":2,"amount":"220.00","fee":"55.00","currency":"USD"}]""");
        SENT.put("questions information-request", """
                [{"message-id":"Q-1","placement":"PL-000001","on":"2026-03-06","code":"INVOICE"}]""");
        SENT.put("disputes dispute", """
                [{"message-id":"D-1","placement":"PL-000001","on":"2026-03-06","code":"AMOUNT","amount":"20.00",
                  "currency":"USD","in-writing":true}]""");
        SENT.put("closures closure", """
                [{"placement":"PL-000003","code":"PAID","closed-on":"2026-03-06"}]""");
    }

    private static List<List<Map<String, Object>>> books(JdbcTemplate jdbc) {
        return BOOKS.stream().map(jdbc::queryForList).toList();
    }

    @Test
    void over_the_api_and_as_files(@TempDir Path folder) throws IOException {
        House other = new House(Databases.H2.fresh()).place("PL-000001", "meadow", "240.00", "USD", State.SENT)
                .place("PL-000002", "meadow", "100.00").place("PL-000003", "meadow", "80.00")
                .place("PL-000007", "harbour", "500.00").place("PL-000008", "meadow", "60.00", "USD", State.DECIDED);
        try (AgencySite site = new AgencySite(folder)) {
            assertThat(books(site.jdbc)).isEqualTo(books(other.jdbc));
            SENT.forEach((what, body) -> {
                HttpResponse<byte[]> answer = site.send("/" + what.split(" ")[0], "way-" + what.replace(' ', '-'),
                        body);
                fits("send-" + what.split(" ")[0], answer);
                assertThat(json(answer).get("outcome").asString()).as(text(answer)).isIn("A", "E", "P");
            });
            asFiles(other, folder, site.site.clock.instant());
            assertThat(books(site.jdbc)).isEqualTo(books(other.jdbc));
            shown(site);
        }
    }

    private static void asFiles(House house, Path folder, Instant at) throws IOException {
        AgencyDocuments reader = new AgencyDocuments(Dialects.load(folder), any -> new Speech("flat-json", Map.of()),
                new SqlPlacementNumbers(house.store));
        SqlInbox inbox = new SqlInbox(house.store, house.transaction, house.log, Map.of("meadow", Cases.net("meadow")),
                List.of());
        for (Map.Entry<String, String> one : SENT.entrySet()) {
            Path file = Files.writeString(folder.resolve("file"), one.getValue());
            String document = one.getKey().split(" ")[1];
            inbox.take(reader.file("meadow", document + "-1.json.pgp", Ids.hex(one.getValue()), at, file, document));
        }
    }

    /** What the agency is shown at the end is what it told. */
    private static void shown(AgencySite site) {
        JsonNode placement = json(site.get("/placements/PL-000001", site.meadow()));
        assertThat(placement.get("balance").asString()).isEqualTo("100.00");
        assertThat(placement.get("agency-file-number").asString()).isEqualTo("F-77");
        assertThat(placement.get("state").asString()).isEqualTo("ACKNOWLEDGED");
        JsonNode paid = json(site.get("/placements/PL-000003", site.meadow()));
        assertThat(paid.get("state").asString()).isEqualTo("CLOSED");
        assertThat(paid.get("balance").asString()).isEqualTo("0.00");
        assertThat(json(site.get("/answers", site.meadow())).get("answers")).hasSize(SENT.size());
        assertThat(site.site.get("/search?q=PL-000001").body()).contains("placement.acknowledged");
    }
}
