package io.graceway.routes;

import static io.graceway.routes.Given.pass;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Pass.Until;
import io.graceway.journey.writeback.Writeback;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each source gets what waits for it; one that is away keeps no other from getting its own. */
class WritebackRouteTest extends RouteTest {

    private final List<Object> posted = new ArrayList<>();

    @Test
    void a_source_that_fails_keeps_no_other_from_its_postings() {
        stage.when("writeback.sources", none -> List.of("billing", "erp", "loans"));
        stage.when("writeback.post", source -> {
            if (source.equals("erp")) {
                throw new IllegalStateException("GW-SRC-041: made to fail");
            }
            posted.add(source);
            return new Writeback.Run(1, 0, 0, "");
        });
        send("writeback", pass(Until.ROUNDS));
        assertThat(posted).containsExactly("billing", "loans");
        assertThat(stage.quarantined()).containsExactly("writeback: GW-SRC-041: made to fail");
    }

    @Test
    void that_postings_wait_is_told_of_that_source_alone() {
        stage.when("writeback.sources", none -> List.of("billing", "erp"));
        stage.when("writeback.tell", run -> {
            if (((Writeback.Run) run).later() > 0) {
                throw new IllegalStateException("GW-SRC-048: postings wait");
            }
            return null;
        });
        stage.when("writeback.post", source -> new Writeback.Run(0, 0, source.equals("billing") ? 1 : 0, ""));
        send("writeback", pass(Until.ROUNDS));
        assertThat(stage.quarantined()).containsExactly("writeback: GW-SRC-048: postings wait");
    }

    @Test
    void without_a_source_that_takes_postings_nothing_is_posted() {
        stage.when("writeback.sources", none -> List.of());
        send("writeback", pass(Until.ROUNDS));
        assertThat(stage.calls()).containsExactly("writeback.sources");
    }
}
