package io.graceway.routes;

import static io.graceway.routes.Given.arrivals;
import static io.graceway.routes.Given.pass;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Pass.Until;
import io.graceway.journey.remittance.AgencyMail.Incoming;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is fetched, opened and taken, and only then cleared away; one file's trouble is its own. */
class AgencyMailRouteTest extends RouteTest {

    private static final List<String> STEPS = List.of("agencyMail.fetch", "agencyMail.open", "agencyMail.take",
            "agencyMail.clear");

    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void three_files() {
        stage.when("agencyMail.arrivals", pass -> arrivals("one.csv", "two.csv", "three.csv"));
        STEPS.forEach(this::walk);
    }

    private void walk(String call) {
        stage.when(call, one -> {
            done.add(((Incoming) one).arrival().name() + " " + call.substring(call.indexOf('.') + 1));
            return call.equals("agencyMail.clear") ? null : one;
        });
    }

    @Test
    void each_file_is_done_with_before_the_next_is_fetched() {
        send("agency-mail", pass(Until.END));
        assertThat(done).containsExactly("one.csv fetch", "one.csv open", "one.csv take", "one.csv clear",
                "two.csv fetch", "two.csv open", "two.csv take", "two.csv clear",
                "three.csv fetch", "three.csv open", "three.csv take", "three.csv clear");
        assertThat(stage.quarantined()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agencyMail.fetch", "agencyMail.open", "agencyMail.take", "agencyMail.clear"})
    void a_file_that_fails_goes_no_further_and_stops_no_other(String call) {
        stage.when(call, one -> {
            String name = ((Incoming) one).arrival().name();
            if (name.equals("two.csv")) {
                throw new IllegalStateException("GW-REM-999: made to fail");
            }
            done.add(name + " " + call.substring(call.indexOf('.') + 1));
            return call.equals("agencyMail.clear") ? null : one;
        });
        send("agency-mail", pass(Until.END));
        assertThat(done).contains("one.csv clear", "three.csv clear").doesNotContain("two.csv clear");
        assertThat(done.stream().filter(one -> one.startsWith("two.csv"))).hasSize(STEPS.indexOf(call));
        assertThat(stage.quarantined()).containsExactly("agency-mail: GW-REM-999: made to fail");
    }
}
