package io.graceway.edge.store.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.Pass;
import io.graceway.journey.delinquency.Sources.SourcePass;
import io.graceway.journey.delinquency.wake.Wakes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** When a source that said something is read. */
@ParameterizedClass
@EnumSource(Databases.class)
class SqlWakeBookTest {

    @Parameter
    Databases databases;

    private House house;
    private SqlWakeBook book;
    private Wakes wakes;

    @BeforeEach
    void aBook() {
        house = new House(databases);
        book = new SqlWakeBook(house.store, house.transaction);
        wakes = new Wakes(book);
    }

    private static Instant at(String past) {
        return House.NOON.plus(Duration.parse(past));
    }

    private boolean heard(String source, String event, String past) {
        return book.heard(source, Optional.ofNullable(event), at(past));
    }

    private List<String> due(String past) {
        return wakes.due(House.pass(at(past))).stream().map(SourcePass::source).toList();
    }

    private void done(String source) {
        wakes.done(new SourcePass(House.pass(House.NOON), source));
    }

    @Test
    void a_source_is_read_once_it_is_quiet() {
        assertThat(due("PT0S")).isEmpty();
        assertThat(heard("erp", "e1", "PT0S")).isTrue();
        assertThat(due("PT29S")).isEmpty();
        assertThat(heard("erp", "e2", "PT29S")).isTrue();
        assertThat(due("PT58S")).isEmpty();
        assertThat(due("PT59S")).containsExactly("erp");
        assertThat(due("PT60S")).as("another node").isEmpty();
        done("erp");
        assertThat(due("PT1H")).isEmpty();
    }

    @Test
    void it_is_read_as_in_a_pass_and_not_at_the_agencies_cost() {
        heard("erp", "e1", "PT0S");
        Pass reading = wakes.due(House.pass(at("PT1M"))).get(0).pass();
        assertThat(reading.isReachesEnd()).isTrue();
        assertThat(reading.urgent()).isFalse();
    }

    @Test
    void one_that_is_never_quiet_is_read_after_five_minutes() {
        for (int second = 0; second < 300; second += 20) {
            heard("erp", "e" + second, "PT" + second + "S");
            assertThat(due("PT" + second + "S")).isEmpty();
        }
        heard("erp", "last", "PT300S");
        assertThat(due("PT300S")).containsExactly("erp");
    }

    @Test
    void an_event_that_comes_again_is_no_reason_to_read_again() {
        assertThat(heard("erp", "e1", "PT0S")).isTrue();
        assertThat(due("PT1M")).containsExactly("erp");
        done("erp");
        assertThat(heard("erp", "e1", "PT10M")).isFalse();
        assertThat(due("PT1H")).isEmpty();
        assertThat(heard("shop", "e1", "PT1H")).as("another source's own").isTrue();
    }

    @Test
    void without_ids_everything_is_a_reason_but_not_more_often_than_every_five_minutes() {
        assertThat(heard("erp", null, "PT0S")).isTrue();
        assertThat(due("PT1M")).containsExactly("erp");
        done("erp");
        assertThat(heard("erp", null, "PT2M")).isTrue();
        assertThat(due("PT5M59S")).isEmpty();
        assertThat(due("PT6M")).containsExactly("erp");
    }

    @Test
    void what_is_heard_while_it_is_read_has_it_read_again() {
        heard("erp", "e1", "PT0S");
        assertThat(due("PT1M")).containsExactly("erp");
        heard("erp", "e2", "PT2M");
        assertThat(due("PT8M")).as("it is still being read").isEmpty();
        done("erp");
        assertThat(due("PT8M")).containsExactly("erp");
    }

    @Test
    void a_reading_that_nobody_saw_the_end_of_is_done_again() {
        heard("erp", "e1", "PT0S");
        assertThat(due("PT1M")).containsExactly("erp");
        assertThat(due("PT30M59S")).isEmpty();
        assertThat(due("PT31M")).containsExactly("erp");
    }

    @Test
    void ids_are_kept_for_a_month() {
        heard("erp", "e1", "PT0S");
        due("PT1M");
        heard("shop", "s1", "PT719H");
        due("PT721H");
        assertThat(house.rows("select source, event from heard")).containsExactly("shop s1");
    }
}
