package io.graceway.routes;

import static io.graceway.routes.Given.page;
import static io.graceway.routes.Given.pass;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Pass;
import io.graceway.journey.account.Pass.Until;
import io.graceway.journey.delinquency.RecognisedPage;
import io.graceway.journey.delinquency.Sources.SourcePass;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A source is read page by page, and each page is done with before the next is asked for. */
class DelinquencyRouteTest extends RouteTest {

    private final Pass pass = pass(Until.ELIGIBILITY);

    private void pages(int count, IntFunction<RecognisedPage> page) {
        stage.when("sources.pages", one -> {
            Iterator<Integer> numbers = IntStream.rangeClosed(1, count).iterator();
            return new Iterator<RecognisedPage>() {

                @Override
                public boolean hasNext() {
                    return numbers.hasNext();
                }

                @Override
                public RecognisedPage next() {
                    return page.apply(numbers.next());
                }
            };
        });
        send("delinquency", new SourcePass(pass, "erp"));
    }

    @Test
    void every_page_is_joined_with_the_houses_cases_and_judged() {
        pages(2, number -> page(pass, "erp" + number));
        List<String> one = List.of("houseCases.join", "eligibility.judge", "accountBook.record", "passReport.tell");
        assertThat(stage.calls()).startsWith("sources.pages").hasSize(1 + 2 * one.size());
        assertThat(stage.calls().subList(1, 5)).isEqualTo(one);
        assertThat(stage.calls().subList(5, 9)).isEqualTo(one);
    }

    @Test
    void pages_are_not_gathered_up_in_memory() {
        pages(3, number -> {
            // A look ahead of one page is what the route may take; all of them at once would not fit.
            assertThat(stage.calls().stream().filter("accountBook.record"::equals).count()).isGreaterThanOrEqualTo(number - 2);
            return page(pass, "erp");
        });
        assertThat(stage.quarantined()).isEmpty();
    }

    @Test
    void a_page_that_cannot_be_joined_stops_only_itself() {
        stage.when("houseCases.join", page -> {
            if (((RecognisedPage) page).source().equals("erp2")) {
                throw new IllegalStateException("GW-STO-999: made to fail");
            }
            return page;
        });
        pages(3, number -> page(pass, "erp" + number));
        assertThat(stage.calls().stream().filter("accountBook.record"::equals)).hasSize(2);
        assertThat(stage.quarantined()).containsExactly("delinquency: GW-STO-999: made to fail");
    }

    @Test
    void a_set_that_breaks_off_keeps_what_was_judged_before() {
        pages(3, number -> {
            if (number == 2) {
                throw new IllegalStateException("GW-SRC-006: made to fail");
            }
            return page(pass, "erp" + number);
        });
        assertThat(stage.calls()).containsExactly("sources.pages", "houseCases.join", "eligibility.judge",
                "accountBook.record", "passReport.tell");
        assertThat(stage.quarantined()).containsExactly("delinquency: GW-SRC-006: made to fail");
    }
}
