package io.graceway.edge.store.hand;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.SqlParcelBook;
import io.graceway.edge.store.SqlToneBook;
import io.graceway.edge.store.back.House;
import io.graceway.edge.store.back.MessageFields;
import io.graceway.edge.store.back.SqlMessages;
import io.graceway.edge.store.console.SqlLists;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.OutgoingBook;
import io.graceway.journey.placement.Parcels;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.PlacementLines;
import io.graceway.journey.placement.hand.Holds.Kind;
import io.graceway.journey.placement.hand.Outcome;
import io.graceway.journey.placement.hand.Waiting.Load;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is shown as leaving is exactly what the next parcels hold, and what is held back is in none of them. */
@ParameterizedClass
@EnumSource(Databases.class)
class LeavingTest {

    private static final List<String> AGENCIES = List.of("northgate", "harbour");

    @Parameter
    Databases databases;

    private House house;
    private SqlHolds holds;
    private SqlWaiting waiting;
    private Deeds deeds;
    private Parcels parcels;

    @BeforeEach
    void start() {
        house = new House(databases);
        deeds = new Deeds(house);
        holds = new SqlHolds(house.store, house.transaction, house.log, house.agencies.keySet(), deeds);
        SqlToneBook tones = new SqlToneBook(house.store, List.of(House.TONE));
        waiting = new SqlWaiting(house.store, tones);
        SqlMessages messages = new SqlMessages(house.store, house.transaction);
        OutgoingBook messageBook = (agency, given) -> messages.next(agency, given).map(one -> new Outgoing(
                one.delivery(), one.agency(), one.document(), List.of(), into -> one.lines().forEach(into)));
        parcels = new Parcels(house.agencies.values(), List.of(messageBook, tones, new SqlParcelBook(house.store,
                house.transaction, new PlacementLines("Acme"), List.of(House.TONE))), agency ->
                holds.held(Kind.AGENCY, agency).isPresent(), (agency, failure) -> {
                    throw failure;
                });
    }

    /** Everything that a round takes, as agency, document and what is in it. */
    private List<String> taken() {
        List<String> taken = new ArrayList<>();
        Iterator<Outgoing> round = parcels.waiting(House.pass(House.NOON));
        while (round.hasNext()) {
            Outgoing one = round.next();
            if (one.document().equals("tone")) {
                taken.add(one.agency() + " tone");
            }
            one.lines().walk(line -> {
                if (line.record().equals("placement") || line.record().equals("recall")) {
                    taken.add(one.agency() + " " + line.record() + " " + line.text("placement"));
                }
            });
            deeds.house.jdbc.update("insert into delivery (id, agency, kind, state, rung, file, size, sha256, "
                    + "manifest_file, manifest_size, manifest_sha256, records, totals, attempts, next_try, trouble, "
                    + "prepared_at) values (?, ?, ?, 'DELIVERED', 'PICKED_UP', '', 0, '', '', 0, '', 0, '', 0, "
                    + "current_timestamp, '', current_timestamp)", one.delivery(), one.agency(), one.document());
            house.jdbc.update("update placement set state = 'SENT' where delivery = ?", one.delivery());
        }
        return taken.stream().sorted().toList();
    }

    /** What the pages show, spelled the same. */
    private List<String> shown() {
        SqlLists lists = new SqlLists(house.store);
        List<String> shown = new ArrayList<>();
        lists.read("leaving-placements", Map.of(), "", 1000).rows().forEach(row -> shown.add(row.get(2) + " placement "
                + row.get(0)));
        lists.read("leaving-messages", Map.of(), "", 1000).rows().forEach(row -> shown.add(row.get(1) + " " + row.get(2)
                + " " + row.get(3)));
        AGENCIES.stream().filter(one -> holds.held(Kind.AGENCY, one).isEmpty()).forEach(one -> {
            List<Load> loads = waiting.loads(one);
            loads.stream().filter(load -> load.document().equals("tone")).forEach(load -> shown.add(one + " tone"));
            loads.stream().filter(load -> !load.document().equals("tone")).forEach(load -> assertThat(shown.stream()
                    .filter(row -> row.startsWith(one + " " + load.document()))).hasSize((int) load.records()));
        });
        return shown.stream().sorted().toList();
    }

    private void message(String id, String agency) {
        house.jdbc.update("insert into agency_message (id, agency, document, placement, bundle, fields) values (?, ?, "
                + "'recall', ?, '', ?)", id, agency, "P-" + id, MessageFields.encode(DocumentLine.of("recall",
                "placement", "P-" + id)));
    }

    @Test
    void what_is_shown_is_what_leaves_whatever_is_held_back() {
        for (int seed = 1; seed <= 25; seed++) {
            Random random = new Random(seed);
            for (int i = 0; i < 12; i++) {
                String id = seed + "-" + i;
                String agency = AGENCIES.get(random.nextInt(2));
                if (random.nextInt(3) == 0) {
                    message(id, agency);
                } else {
                    house.place(id, agency, i + 1 + ".00", random.nextBoolean() ? "USD" : "EUR", State.DECIDED);
                    if (random.nextInt(3) == 0) {
                        holds.hold(Kind.PLACEMENT, id, "CHECK", "anna");
                    }
                }
            }
            AGENCIES.forEach(agency -> {
                if (random.nextInt(3) == 0) {
                    holds.hold(Kind.AGENCY, agency, "CHECK", "anna");
                } else {
                    holds.release(Kind.AGENCY, agency, "anna");
                }
            });
            List<String> shown = shown();
            assertThat(taken()).as("seed %d", seed).isEqualTo(shown);
            assertThat(shown()).as("after seed %d", seed).isEmpty();
        }
        Stream.concat(AGENCIES.stream().map(one -> Map.entry(Kind.AGENCY, one)), house.rows("select placement from "
                + "placement where state = 'DECIDED'").stream().map(one -> Map.entry(Kind.PLACEMENT, one)))
                .forEach(one -> holds.release(one.getKey(), one.getValue(), "anna"));
        List<String> rest = shown();
        assertThat(rest).isNotEmpty();
        assertThat(taken()).isEqualTo(rest);
        assertThat(house.rows("select placement from placement where state = 'DECIDED'")).isEmpty();
    }

    @Test
    void sums_are_of_what_leaves_by_currency() {
        house.place("A", "northgate", "10.10", "USD", State.DECIDED).place("B", "northgate", "0.90", "USD",
                State.DECIDED).place("C", "northgate", "7.00", "EUR", State.DECIDED).place("D", "northgate", "5.00",
                "USD", State.DECIDED).place("E", "northgate", "3.00");
        holds.hold(Kind.PLACEMENT, "D", "CHECK", "anna");
        message("m", "northgate");
        assertThat(waiting.loads("northgate")).containsExactly(new Load("recall", 1, List.of()), new Load("tone", 1,
                List.of()), new Load("placement", 3, List.of(new Money(new BigDecimal("7.00"), "EUR"),
                new Money(new BigDecimal("11.00"), "USD"))));
        assertThat(waiting.heldOneByOne("northgate")).isEqualTo(1);
    }

    @Test
    void held_twice_or_released_twice_it_is_done_once() {
        house.place("A", "northgate", "10.00", "USD", State.DECIDED);
        assertThat(holds.hold(Kind.PLACEMENT, "A", "CHECK", "anna")).isEqualTo(Outcome.DONE);
        assertThat(holds.hold(Kind.PLACEMENT, "A", "OTHER", "ben")).isEqualTo(Outcome.ALREADY);
        assertThat(holds.held(Kind.PLACEMENT, "A").orElseThrow().reason()).isEqualTo("CHECK");
        assertThat(holds.release(Kind.PLACEMENT, "A", "anna")).isEqualTo(Outcome.DONE);
        assertThat(holds.release(Kind.PLACEMENT, "A", "anna")).isEqualTo(Outcome.ALREADY);
        assertThat(deeds.names("A")).containsExactly("placement.held-back", "placement.released");
        assertThat(holds.hold(Kind.AGENCY, "nobody", "CHECK", "anna")).isEqualTo(Outcome.NONE);
        assertThat(holds.hold(Kind.PLACEMENT, "nobody", "CHECK", "anna")).isEqualTo(Outcome.NONE);
    }

    @Test
    void what_a_parcel_has_taken_cannot_be_held_back_any_more() {
        house.place("A", "northgate", "10.00", "USD", State.DECIDED);
        parcels.waiting(House.pass(House.NOON)).forEachRemaining(one -> { });
        assertThat(holds.hold(Kind.PLACEMENT, "A", "CHECK", "anna")).isEqualTo(Outcome.NOT_NOW);
        assertThat(shown()).contains("northgate placement A");
        assertThat(taken()).contains("northgate placement A");
        assertThat(holds.hold(Kind.PLACEMENT, "A", "CHECK", "anna")).isEqualTo(Outcome.NOT_NOW);
    }
}
