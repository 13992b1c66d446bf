package io.graceway.journey.delinquency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.Pass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final AccountLines ONE = Lines.of(Lines.DEBTOR, Lines.item("A", "10.00", "USD"));

    private final List<String> seen = new ArrayList<>();

    @Test
    void reads_the_next_page_while_one_is_judged_and_never_more_than_one() throws InterruptedException {
        Extract extract = new Extract(3, 0);
        Iterator<RecognisedPage> pages = pages(extract);
        assertThat(pages.next().accounts()).hasSize(1);
        assertThat(extract.taken.await(20, TimeUnit.SECONDS)).isTrue();
        // The thread that took the second page ended with it, so whatever else was read was read before this.
        pages.hasNext();
        assertThat(extract.left).isEqualTo(1);
    }

    @Test
    void gives_every_page_then_what_vanished_and_closes_the_set_before() {
        Extract extract = new Extract(3, 0);
        List<Integer> sizes = new ArrayList<>();
        pages(extract).forEachRemaining(page -> sizes.add(page.accounts().size()));
        assertThat(sizes).containsExactly(1, 1, 1, 0);
        assertThat(seen).containsExactly("closed", "vanished");
    }

    @Test
    void a_source_that_fails_on_the_way_gives_what_came_before_and_is_closed() {
        Iterator<RecognisedPage> pages = pages(new Extract(3, 2));
        assertThat(pages.next().accounts()).hasSize(1);
        assertThatThrownBy(pages::next).isInstanceOf(SourceRefused.class).hasMessageContaining("away");
        assertThat(seen).containsExactly("closed");
    }

    private Iterator<RecognisedPage> pages(Extract extract) {
        AccountSource source = new AccountSource() {
            @Override
            public Extract open() {
                return extract;
            }

            @Override
            public List<CheckStep> check() {
                return List.of();
            }
        };
        Sources sources = new Sources(Map.of("erp", new Sources.Source(source, Lines.DOOR)), (id, known, all) -> {
            seen.add("vanished");
            return List.of(List.<DelinquentAccount>of()).iterator();
        }, (id, why) -> seen.add(why.getMessage()));
        Pass pass = new Pass(Instant.EPOCH, AsOf.date(LocalDate.of(2026, 3, 1)), Pass.Until.END, false);
        return sources.pages(sources.all(pass).get(0));
    }

    /** Pages of one customer. */
    private final class Extract implements AccountSource.Extract {

        private final CountDownLatch taken = new CountDownLatch(2);
        private final int fails;
        private int left;

        /** @param fails which page cannot be read; 0 for none */
        Extract(int pages, int fails) {
            this.left = pages;
            this.fails = fails;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public List<AccountLines> next() {
            if (left == fails) {
                throw new SourceRefused("GW-SRC-040", "the source is away", null);
            }
            left--;
            taken.countDown();
            return List.of(ONE);
        }

        @Override
        public Set<String> missingTables() {
            return Set.of();
        }

        @Override
        public List<AccountSource.Astray> unattributed() {
            return List.of();
        }

        @Override
        public String digest() {
            return "";
        }

        @Override
        public long customers() {
            return -1;
        }

        @Override
        public void close() {
            seen.add("closed");
        }
    }
}
