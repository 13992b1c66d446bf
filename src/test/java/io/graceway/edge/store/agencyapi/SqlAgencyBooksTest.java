package io.graceway.edge.store.agencyapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.edge.store.back.MessageFields;
import io.graceway.face.agencyapi.AgencyBooks;
import io.graceway.face.agencyapi.AgencyBooks.After;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.Placement.State;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An agency's own affairs in both stores. */
class SqlAgencyBooksTest {

    private static final Instant NOON = Instant.parse("2026-03-06T12:00:00.123456Z");
    private static final After START = new After(Instant.EPOCH, "");

    private House house;
    private AgencyBooks books;

    private void given(Databases databases) {
        house = new House(databases).place("PL-1", "northgate", "100.00").place("PL-2", "northgate", "5.00", "USD",
                State.RECALL_PENDING).place("PL-3", "northgate", "7.00", "USD", State.DECIDED)
                .place("PL-4", "harbour", "9.00").place("PL-5", "northgate", "9.00", "USD", State.WITHDRAWN);
        books = new SqlAgencyBooks(house.store);
    }

    private void delivery(String id, String agency, String state, String rung, Instant at) {
        house.jdbc.update("insert into delivery (id, agency, kind, state, rung, file, size, sha256, manifest_file, "
                + "manifest_size, manifest_sha256, records, totals, attempts, next_try, trouble, prepared_at) values "
                + "(?, ?, 'placement', ?, ?, ?, 1, '', '', 1, '', 3, '', 1, ?, '', ?)", id, agency, state, rung,
                id + ".pgp", at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void placements_are_those_the_agency_has_heard_of(Databases databases) {
        given(databases);
        house.jdbc.update("insert into recall (placement, state, reason, begun_on, object_by, final_on, objection) "
                + "values ('PL-2', 'PENDING', 'TERM', date '2026-03-05', date '2026-03-12', date '2026-03-13', '')");
        assertThat(books.placements("northgate", "", "", 10)).extracting(AgencyBooks.Placement::number)
                .containsExactly("PL-1", "PL-2");
        assertThat(books.placements("northgate", "", "PL-1", 10)).hasSize(1);
        assertThat(books.placements("northgate", "RECALL_PENDING", "", 10)).singleElement().satisfies(one ->
                assertThat(one.recall().orElseThrow().objectBy()).isEqualTo("2026-03-12"));
        assertThat(books.placements("northgate", "", "", 1)).hasSize(1);
        assertThat(books.placement("northgate", "PL-1")).isPresent();
        for (String other : List.of("PL-3", "PL-4", "PL-5", "PL-9", "pl-1", "")) {
            assertThat(books.placement("northgate", other)).as(other).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void papers_are_named_to_whoever_works_the_account_and_no_longer(Databases databases) {
        given(databases);
        String shown = house.jdbc.queryForObject("select document from account_document where number = 'AC-PL-1'",
                String.class);
        // What the source lists of papers stands last.
        assertThat(shown).endsWith(",[]]");
        house.jdbc.update("update account_document set document = ?", shown.replaceFirst("\\[]]$",
                "[\"INV-1\",\"CONTRACT\"]]"));
        assertThat(books.papers("northgate", "PL-1")).containsExactly("INV-1", "CONTRACT");
        assertThat(books.papers("northgate", "PL-4")).isEmpty();
        assertThat(books.papers("northgate", "PL-3")).isEmpty();
        house.jdbc.update("update placement set state = 'CLOSED' where placement = 'PL-1'");
        assertThat(books.papers("northgate", "PL-1")).isEmpty();
        house.jdbc.update("update account_document set document = ''");
        assertThat(books.papers("northgate", "PL-2")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void parcels_are_those_that_stand_in_the_tray_to_the_microsecond_in_their_order(Databases databases) {
        given(databases);
        delivery("D-2", "northgate", "DELIVERED", "MANIFEST_SENT", NOON);
        delivery("D-1", "northgate", "DELIVERED", "MANIFEST_SENT", NOON.plusNanos(1000));
        delivery("D-3", "northgate", "DELIVERED", "PICKED_UP", NOON);
        delivery("D-4", "northgate", "UNDERWAY", "SENT", NOON);
        delivery("D-5", "harbour", "DELIVERED", "MANIFEST_SENT", NOON);
        List<AgencyBooks.Parcel> waiting = books.parcels("northgate", false, START, 10);
        assertThat(waiting).extracting(AgencyBooks.Parcel::id).containsExactly("D-2", "D-1");
        assertThat(books.parcels("northgate", true, START, 10)).extracting(AgencyBooks.Parcel::id)
                .containsExactly("D-2", "D-3", "D-1");
        assertThat(books.parcels("northgate", true, new After(waiting.get(0).preparedAt(), "D-2"), 10))
                .extracting(AgencyBooks.Parcel::id).containsExactly("D-3", "D-1");
        assertThat(books.parcel("northgate", "D-4")).isEmpty();
        assertThat(books.parcel("northgate", "D-5")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_answer_has_its_lines(Databases databases) {
        given(databases);
        for (String agency : List.of("northgate", "harbour")) {
            house.jdbc.update("insert into inbox (agency, sha256, name, kind, outcome, code, records, accepted, "
                    + "rejected, repeated, at) values (?, 'S', 'n', 'note', 'P', 'C', 2, 1, 1, 0, ?)", agency,
                    NOON.atOffset(ZoneOffset.UTC));
            message(agency, "1", DocumentLine.of("answer", "outcome", "P"));
            message(agency, "2", DocumentLine.of("reject", "line", 2L, "field", "on", "code", "C", "why", "w",
                    "reference", agency));
        }
        assertThat(books.answers("northgate", START, 10)).isEqualTo(List.of(books.answer("northgate", "S")
                .orElseThrow()));
        assertThat(books.answers("northgate", new After(NOON, "S"), 10)).isEmpty();
        assertThat(books.lines("northgate", "S")).containsExactly(new AgencyBooks.Line(2, "on", "C", "w", "northgate"));
    }

    private void message(String agency, String id, DocumentLine line) {
        house.jdbc.update("insert into agency_message (id, agency, document, placement, bundle, fields) values "
                + "(?, ?, 'reject', '', 'S', ?)", agency + id, agency, MessageFields.encode(line));
    }
}
