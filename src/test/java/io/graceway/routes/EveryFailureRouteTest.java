package io.graceway.routes;

import static io.graceway.routes.Given.notices;
import static io.graceway.routes.Given.page;
import static io.graceway.routes.Given.pass;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Pass.Until;
import org.junit.jupiter.api.Test;

/** What nobody could finish comes to the quarantine once, under the route where it happened, whatever was thrown. */
class EveryFailureRouteTest extends RouteTest {

    @Test
    void the_innermost_route_is_named_and_nobody_further_out_tells_it_again() {
        stage.fails("placementBook.record", "GW-STO-999: made to fail");
        send("eligibility", page(pass(Until.END), "erp"));
        assertThat(stage.quarantined()).containsExactly("placement: GW-STO-999: made to fail");
    }

    @Test
    void a_checked_exception_is_a_failure_too() {
        stage.when("agencyMail.arrivals", pass -> {
            throw new java.io.IOException("GW-MAIL-999: made to fail");
        });
        send("agency-mail", pass(Until.ROUNDS));
        assertThat(stage.quarantined()).hasSize(1).first().asString().startsWith("agency-mail: ");
    }

    @Test
    void a_body_of_another_type_is_refused_instead_of_guessed() {
        send("delinquency", notices(pass(Until.END), 0));
        assertThat(stage.calls()).isEmpty();
        assertThat(stage.quarantined()).hasSize(1).first().asString().startsWith("delinquency: ");
    }
}
