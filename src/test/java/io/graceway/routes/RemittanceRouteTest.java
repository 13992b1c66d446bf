package io.graceway.routes;

import static io.graceway.routes.Given.standings;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Pass.Until;
import org.junit.jupiter.api.Test;

/** Direct payments are seen in today's standings and written down with their page. */
class RemittanceRouteTest extends RouteTest {

    @Test
    void direct_payments_are_seen_and_written_down() {
        send("direct-payment", standings(Until.END));
        assertThat(stage.calls()).containsExactly("remittances.direct", "remittanceBook.record");
    }

    @Test
    void a_page_whose_agency_nobody_knows_any_more_is_not_written_down() {
        stage.fails("remittances.direct", "agency northgate is not configured any more");
        send("direct-payment", standings(Until.END));
        assertThat(stage.calls()).containsExactly("remittances.direct");
        assertThat(stage.quarantined()).containsExactly("direct-payment: agency northgate is not configured any more");
    }
}
