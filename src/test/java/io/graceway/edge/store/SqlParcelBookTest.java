package io.graceway.edge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.store.back.House;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.PlacementLines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class SqlParcelBookTest {

    @Parameter
    Databases databases;

    private House house;
    private SqlParcelBook book;

    @BeforeEach
    void two_decided_placements() {
        house = new House(databases);
        house.place("P1", "northgate", "240.00", "USD", State.DECIDED).place("P2", "northgate", "60.00", "USD", State.DECIDED);
        book = new SqlParcelBook(house.store, house.transaction, new PlacementLines("Acme"), List.of(House.TONE));
    }

    @Test
    void a_parcel_that_was_given_and_not_written_down_is_given_again_only_in_the_next_round() {
        Outgoing first = book.next("northgate", List.of()).orElseThrow();
        assertThat(placements(first)).containsExactly("P1", "P2");
        assertThat(book.next("northgate", List.of(first.delivery()))).isEmpty();
        assertThat(placements(book.next("northgate", List.of()).orElseThrow())).containsExactly("P1", "P2");
    }

    @Test
    void what_was_decided_meanwhile_travels_in_a_parcel_of_its_own() {
        Outgoing first = book.next("northgate", List.of()).orElseThrow();
        house.place("P3", "northgate", "10.00", "USD", State.DECIDED);
        Outgoing second = book.next("northgate", List.of(first.delivery())).orElseThrow();
        assertThat(placements(second)).containsExactly("P3");
        assertThat(placements(first)).containsExactly("P1", "P2");
    }

    @Test
    void a_tone_that_nobody_has_any_more_does_not_travel() {
        SqlParcelBook without = new SqlParcelBook(house.store, house.transaction, new PlacementLines("Acme"), List.of());
        assertThatThrownBy(() -> without.next("northgate", List.of())).hasMessageStartingWith("GW-STO-201: ");
    }

    private static List<String> placements(Outgoing parcel) {
        List<String> numbers = new ArrayList<>();
        parcel.lines().walk(line -> {
            if (line.record().equals("placement")) {
                numbers.add(line.text("placement"));
            }
        });
        return numbers;
    }
}
