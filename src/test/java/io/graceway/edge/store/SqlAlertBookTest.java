package io.graceway.edge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.store.back.House;
import io.graceway.journey.writeback.Alerts;
import io.graceway.journey.writeback.Alerts.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class SqlAlertBookTest {

    @Parameter
    Databases databases;

    private House house;
    private SqlAlertBook book;
    private final List<Alert> sent = new ArrayList<>();

    @BeforeEach
    void given() {
        house = new House(databases);
        book = new SqlAlertBook(house.store, house.transaction, house.log, "Acme Group", Map.of("house",
                List.of("ops@acme.example"), "northgate", List.of("edi@northgate.example", "desk@northgate.example")));
    }

    private List<Alert> tell(Instant at) {
        sent.clear();
        new Alerts(book, sent::add).tell(House.pass(at));
        return sent;
    }

    @Test
    void people_hear_of_what_waits_once_and_not_twice_within_a_quarter_of_an_hour() {
        waits("Q1", "GW-REM-011", House.NOON);
        waits("Q2", "GW-REM-011", House.NOON);
        waits("Q3", "GW-SRC-021", House.NOON);
        waits("Q0", "GW-SRC-021", House.NOON.minus(Duration.ofDays(8)));
        assertThat(tell(House.NOON.plusSeconds(1))).containsExactly(new Alert("house", List.of("ops@acme.example"),
                "Acme Group: 3 things wait for people", List.of("2 x GW-REM-011 from agency/northgate",
                "1 x GW-SRC-021 from agency/northgate"), List.of("Q1", "Q2", "Q3")));
        waits("Q4", "GW-REM-037", House.NOON.plusSeconds(2));
        assertThat(tell(House.NOON.plusSeconds(900))).isEmpty();
        assertThat(tell(House.NOON.plusSeconds(902))).extracting(Alert::subject).containsExactly(
                "Acme Group: 1 thing waits for people");
        assertThat(tell(House.NOON.plusSeconds(9000))).isEmpty();
        assertThat(house.logged()).filteredOn("alert.sent"::equals).hasSize(2);
    }

    @Test
    void an_agency_hears_of_its_own_files_that_lie_there() {
        lies("D-1", "northgate", "MANIFEST_SENT");
        lies("D-2", "northgate", "RENAMED");
        lies("D-3", "northgate", "PICKED_UP");
        lies("D-4", "harbour", "MANIFEST_SENT");
        assertThat(tell(House.NOON)).containsExactly(new Alert("northgate", List.of("edi@northgate.example",
                "desk@northgate.example"), "Acme Group: 1 file waits for you", List.of("placement-D-1.csv.pgp, 12 "
                + "bytes, SHA-256 ab"), List.of("D-1")));
        assertThat(tell(House.NOON.plusSeconds(9000))).isEmpty();
    }

    @Test
    void what_could_not_be_sent_is_told_later() {
        waits("Q1", "GW-REM-011", House.NOON);
        assertThatThrownBy(() -> new Alerts(book, alert -> {
            throw new IllegalStateException("GW-NOT-050: made to fail");
        }).tell(House.pass(House.NOON))).hasMessageStartingWith("GW-NOT-050");
        assertThat(tell(House.NOON.plusSeconds(1))).hasSize(1);
    }

    private void waits(String id, String code, Instant at) {
        house.jdbc.update("insert into quarantine (id, origin, file, line, field, code, why, at) values (?, "
                + "'agency/northgate', 'f.csv', 1, '', ?, 'Jane Doe', ?)", id, code, SqlDeliveryBook.utc(at));
    }

    private void lies(String id, String agency, String rung) {
        house.jdbc.update("insert into delivery (id, agency, kind, state, rung, file, size, sha256, manifest_file, "
                + "manifest_size, manifest_sha256, records, totals, attempts, next_try, trouble, prepared_at) values ("
                + "?, ?, 'placement', 'DELIVERED', ?, ?, 12, 'ab', '', 0, '', 1, '', 1, ?, '', ?)", id, agency, rung,
                "placement-" + id + ".csv.pgp", SqlDeliveryBook.utc(House.NOON), SqlDeliveryBook.utc(House.NOON));
    }
}
