package io.graceway.edge.store.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.store.Databases;
import io.graceway.face.console.GivenStore;
import io.graceway.face.console.list.Lists;
import io.graceway.face.console.list.Lists.Kind;
import io.graceway.face.console.list.Lists.Listing;
import io.graceway.face.console.list.Lists.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every table of the console, on both databases. */
@ParameterizedClass
@EnumSource(Databases.class)
class SqlListsTest {

    @Parameter
    Databases databases;

    private Lists lists;

    @BeforeEach
    void given() {
        DataSource store = databases.fresh();
        GivenStore.fill(store);
        lists = new SqlLists(store);
    }

    private List<List<Object>> all(String name, Map<String, String> asked, int most) {
        List<List<Object>> rows = new ArrayList<>();
        for (Optional<String> next = Optional.of(""); next.isPresent();) {
            Page page = lists.read(name, asked, next.get(), most);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(most);
            rows.addAll(page.rows());
            next = page.next();
        }
        return rows;
    }

    @Test
    void page_by_page_every_row_comes_once_and_in_the_same_order() {
        assertThat(all("quarantine", Map.of(), 1000)).hasSize(60);
        assertThat(all("accounts", Map.of(), 1000)).hasSize(5);
        assertThat(all("placements", Map.of(), 1000)).hasSize(4);
        assertThat(all("payments", Map.of(), 1000)).hasSize(2);
        for (Listing listing : lists.all()) {
            List<List<Object>> whole = all(listing.name(), Map.of(), 1000);
            for (int most : new int[] {1, 2, 7}) {
                assertThat(all(listing.name(), Map.of(), most)).as(listing.name()).isEqualTo(whole);
            }
            assertThat(whole).as(listing.name()).allSatisfy(row -> assertThat(row).hasSameSizeAs(listing.columns()));
        }
    }

    @Test
    void the_latest_of_what_happened_comes_first_and_rows_of_one_moment_keep_apart() {
        assertThat(all("quarantine", Map.of(), 7).stream().map(row -> row.get(3)).toList().subList(0, 3))
                .containsExactly(60L, 59L, 58L);
    }

    @Test
    void rows_are_asked_for_by_value_and_by_day() {
        assertThat(all("placements", Map.of("agency", "northgate"), 10)).hasSize(2);
        assertThat(all("placements", Map.of("agency", "northgate", "state", "SENT"), 10)).hasSize(1);
        assertThat(all("placements", Map.of("agency", "' or 1=1 --"), 10)).isEmpty();
        assertThat(all("worklist", Map.of("kind", "NOTE"), 10)).hasSize(1);
        assertThat(all("worklist", Map.of("kind", "PAYMENT"), 10)).isEmpty();
        assertThat(all("payments", Map.of("paid_on.from", "2026-03-05", "paid_on.to", "2026-03-05"), 10)).hasSize(2);
        assertThat(all("payments", Map.of("paid_on.from", "2026-03-06"), 10)).isEmpty();
        assertThat(all("payments", Map.of("paid_on.to", "2026-03-04"), 10)).isEmpty();
        assertThat(all("files", Map.of("at.from", "2026-03-05", "at.to", "2026-03-05"), 10)).hasSize(1);
        assertThat(all("files", Map.of("at.to", "2026-03-04"), 10)).isEmpty();
        assertThat(all("accounts", Map.of("nothing", "like it"), 10)).hasSize(5);
    }

    @Test
    void every_column_that_can_be_asked_by_can_be_asked_by() {
        for (Listing listing : lists.all()) {
            Map<String, String> asked = new HashMap<>();
            listing.columns().stream().filter(Lists.Column::filter).forEach(column -> {
                boolean day = column.kind() == Kind.DAY || column.kind() == Kind.TIME;
                asked.put(column.name() + (day ? ".from" : ""), day ? "2026-01-01"
                        : column.kind() == Kind.MONEY ? "0.01 EUR" : "x");
                if (day) {
                    asked.put(column.name() + ".to", "2026-01-01");
                }
            });
            assertThat(asked).as(listing.name()).isNotEmpty();
            assertThat(lists.read(listing.name(), asked, "", 10).rows()).as(listing.name()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!", "eA", "MjAyNi0wMy0wNQ", "////"})
    void what_is_no_place_to_go_on_from_is_refused(String after) {
        assertThatThrownBy(() -> lists.read("deliveries", Map.of(), after, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_no_day_is_refused() {
        assertThatThrownBy(() -> lists.read("payments", Map.of("paid_on.from", "yesterday"), "", 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
