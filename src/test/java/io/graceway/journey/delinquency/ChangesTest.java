package io.graceway.journey.delinquency;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Pass;
import io.graceway.journey.account.Reject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a set says of the accounts that it does not show. */
class ChangesTest {

    private static final DocumentLine REMOVAL = DocumentLine.of("removal", "account", "x");
    private static final Sources.SourcePass PASS = new Sources.SourcePass(new Pass(Instant.EPOCH,
            AsOf.date(LocalDate.of(2026, 3, 1)), Pass.Until.END, false), "erp");

    private final List<AccountLines> set = new ArrayList<>();
    private final List<DelinquentAccount> known = new ArrayList<>();
    private final List<AccountSource.Astray> astray = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private boolean complete;
    private boolean allAsked;

    private void known(String number, String currency) {
        known.addAll(Lines.DOOR.recognise(lines(number, Lines.DEBTOR, Lines.item("I-1", "10.00", currency)), Set.of())
                .accounts());
    }

    private static AccountLines lines(String number, DocumentLine... lines) {
        return new AccountLines(new AccountNumber(number), List.of(lines), List.of());
    }

    private Sources sources() {
        AccountSource source = new AccountSource() {
            @Override
            public Extract open() {
                return new Pages(List.of(set).iterator(), complete, astray);
            }

            @Override
            public List<CheckStep> check() {
                return List.of();
            }
        };
        return new Sources(Map.of("erp", new Sources.Source(source, Lines.DOOR)), this::unseen,
                (id, why) -> findings.add(id + " " + why.getMessage()));
    }

    private Iterator<List<DelinquentAccount>> unseen(String source, Predicate<AccountKey> seen, boolean all) {
        allAsked = all;
        return List.of(known.stream().filter(one -> !seen.test(one.key())).toList()).iterator();
    }

    /** Number, currency and how many items, of all that is given to be judged. */
    private static List<String> told(Iterator<RecognisedPage> pages) {
        List<String> told = new ArrayList<>();
        pages.forEachRemaining(page -> {
            page.accounts().forEach(one -> told.add(one.key().number().value() + " " + one.key().currency() + " "
                    + one.items().size()));
            page.refused().forEach(one -> told.add(one.key().number().value() + " " + one.key().currency() + " "
                    + one.rejects().get(0).code()));
        });
        return told;
    }

    private void a_set_with_one_change() {
        known("0001", "USD");
        known("0002", "USD");
        known("0002", "EUR");
        known("0003", "USD");
        set.add(lines("0002", Lines.DEBTOR, Lines.item("I-1", "1.00", "USD"), Lines.item("I-2", "2.00", "USD")));
        set.add(lines("0003", REMOVAL));
        set.add(lines("0004", REMOVAL));
    }

    @Test
    void what_a_complete_set_does_not_show_has_nothing_open() {
        complete = true;
        a_set_with_one_change();
        assertThat(told(sources().pages(PASS))).containsExactly("0002 USD 2", "0001 USD 0", "0002 EUR 0", "0003 USD 0");
        assertThat(allAsked).isFalse();
    }

    @Test
    void what_a_set_of_changes_does_not_show_is_as_it_was() {
        a_set_with_one_change();
        assertThat(told(sources().pages(PASS))).as("0001 is unchanged; of 0002 all is shown; 0003 is removed")
                .containsExactly("0002 USD 2", "0001 USD 1", "0002 EUR 0", "0003 USD 0");
        assertThat(allAsked).as("also what falls due later").isTrue();
    }

    @Test
    void who_compares_is_given_only_what_the_set_says() {
        a_set_with_one_change();
        assertThat(told(sources().read(PASS))).containsExactly("0002 USD 2", "0002 EUR 0", "0003 USD 0");
    }

    @Test
    void a_customer_who_cannot_be_read_keeps_every_account() {
        known("0001", "USD");
        known("0001", "EUR");
        set.add(lines("0001", Lines.DEBTOR, Lines.item("I-1", "1.00", "???")));
        assertThat(told(sources().pages(PASS))).containsExactly("0001 XXX GW-SRC-104");
        complete = true;
        assertThat(told(sources().pages(PASS))).containsExactly("0001 XXX GW-SRC-104");
    }

    /** The line may be the missing customer's own: who counted as paid would be pulled back without a reason. */
    @Test
    void a_line_that_does_not_say_whose_it_is_may_be_that_of_a_missing_account() {
        complete = true;
        a_set_with_one_change();
        astray("contact", 7);
        assertThat(told(sources().pages(PASS))).as("a contact opens nothing")
                .containsExactly("0002 USD 2", "0001 USD 0", "0002 EUR 0", "0003 USD 0");
        assertThat(findings).containsExactly("erp GW-SRC-150: 1 line does not say whose it is: contact line 7"
                + " (GW-SRC-010); a preview shows them, correct them in the source");
        astray("item", 9);
        assertThat(told(sources().pages(PASS))).containsExactly("0002 USD 2");
        assertThat(findings.get(1)).startsWith("erp GW-SRC-150: 2 lines do")
                .contains("the first: item line 9 (GW-SRC-010)")
                .contains("nobody counts as gone");
    }

    @Test
    void a_set_of_changes_says_nothing_of_who_is_missing_anyway() {
        a_set_with_one_change();
        astray("", 1);
        assertThat(told(sources().pages(PASS))).containsExactly("0002 USD 2", "0001 USD 1", "0002 EUR 0", "0003 USD 0");
        assertThat(findings).singleElement().asString().doesNotContain("gone");
        findings.clear();
        told(sources().read(PASS));
        assertThat(findings).as("who compares changes nothing, not even the list for people").isEmpty();
    }

    private void astray(String table, long line) {
        astray.add(new AccountSource.Astray(table, new Reject(line, "account", "GW-SRC-010", "blank")));
    }

    @Test
    void a_removal_beside_an_open_item_is_no_removal() {
        known("0001", "USD");
        set.add(lines("0001", Lines.DEBTOR, Lines.item("I-1", "1.00", "USD"), REMOVAL));
        assertThat(told(sources().pages(PASS))).containsExactly("0001 USD GW-SRC-124");
    }

    private record Pages(Iterator<List<AccountLines>> pages, boolean isComplete,
            List<AccountSource.Astray> unattributed) implements AccountSource.Extract {

        @Override
        public boolean hasNext() {
            return pages.hasNext();
        }

        @Override
        public List<AccountLines> next() {
            return pages.next();
        }

        @Override
        public Set<String> missingTables() {
            return Set.of();
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
            // Nothing is held.
        }
    }
}
