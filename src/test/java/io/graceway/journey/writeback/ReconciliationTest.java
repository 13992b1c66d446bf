package io.graceway.journey.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Pass;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.RecognisedPage;
import io.graceway.journey.delinquency.RefusedAccount;
import io.graceway.journey.remittance.Accounts;
import io.graceway.journey.remittance.Cases;
import io.graceway.journey.writeback.BeliefBook.Belief;
import io.graceway.journey.writeback.BeliefBook.Moved;
import io.graceway.journey.writeback.BeliefBook.Placed;
import io.graceway.journey.writeback.Posting.Kind;
import io.graceway.journey.writeback.PostingBook.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTest {

    static final AccountKey KEY = Cases.key("P1", "USD");
    static final Pass PASS = new Pass(Instant.EPOCH, AsOf.moment(Instant.EPOCH), Pass.Until.END, true);

    private final Reconciliation reconciliation = new Reconciliation();

    static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    /** Such as {@code P30P}: payment of 30, posted; {@code R5W}: reversal of 5, on the worklist; otherwise waiting. */
    static Moved moved(String text) {
        State state = switch (text.charAt(text.length() - 1)) {
            case 'P' -> State.POSTED;
            case 'W' -> State.WORKLIST;
            default -> State.PENDING;
        };
        return new Moved(text, text.startsWith("P") ? Kind.PAYMENT : Kind.REVERSAL,
                usd(text.substring(1, text.length() - 1)), state);
    }

    private List<String> breaks(Belief belief, String shown) {
        reconciliation.compare(new RecognisedPage(PASS, "erp", List.of(Accounts.account(KEY, usd(shown))), List.of()),
                belief == null ? Map.of() : Map.of(KEY, belief));
        return reconciliation.result().breaks().stream().map(one -> (one.kind() + " " + one.difference().amount()
                .stripTrailingZeros().toPlainString() + " " + one.about()).strip()).toList();
    }

    /** What was shown last, posted since, left with the agency, and shown now; by hand. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100 |  0  | 100 |             | 100 | ''
            100 |  0  |  70 | P30-        | 100 | PAYMENT_NOT_POSTED -30 P30-
            100 |  0  |  70 | P30W        | 100 | PAYMENT_NOT_POSTED -30 P30W
             70 |  0  | 100 | P30P R30W   |  70 | REVERSAL_NOT_POSTED 30 R30W
            100 | 30  |  70 | P30P        |  70 | ''
            100 | 30  |  70 | P30P        | 100 | NOT_SHOWN 30 P30P
            100 | 50  |  50 | P30P P20P   | 100 | NOT_SHOWN 50
            100 | 50  |  50 | P30P P20P   |  70 | NOT_SHOWN 20 P20P
             70 | -30 | 100 | P30P R30P   |  70 | NOT_SHOWN -30 R30P
             70 |  0  |  70 | P70P R70P   |   0 | NOT_SHOWN -70 R70P
            100 | 30  |  70 | P30P        |  40 | POSTED_TWICE -30 P30P
             70 |  0  |  70 | P30P        |  40 | POSTED_TWICE -30 P30P
            100 | 30  |  70 | P30P        |  60 | ADJUSTED_IN_SOURCE -10
            100 |  0  | 100 |             | 110.01 | ADJUSTED_IN_SOURCE 10.01
            100 |  0  |  70 | P30-        |  70 | SHOWN_NOT_CLOSED -30 P30-
            100 |  0  |  50 | P30- P20W   |  80 | SHOWN_NOT_CLOSED -20 P20W;PAYMENT_NOT_POSTED -30 P30-
            100 |  0  |  70 | P30-        |  60 | ADJUSTED_IN_SOURCE -40;PAYMENT_NOT_POSTED -30 P30-
            100 |  0  | 100 |             |   0 | GONE_FROM_SOURCE -100
            100 | 100 |   0 | P100P       |   0 | ''
            100 |  0  |  90 |             | 100 | AGENCY_ASKS_OTHER -10 P1
            """)
    void tells_every_difference_with_what_it_is(String seen, String unshown, String left, String postings, String shown,
            String expected) {
        List<Moved> moved = new ArrayList<>();
        for (String one : postings == null ? new String[0] : postings.split(" ")) {
            moved.add(moved(one));
        }
        Belief belief = new Belief(KEY, Optional.of(new Placed("P1", "northgate", usd(left))), Set.of("I1"),
                Optional.of(usd(seen)), Map.of(), usd(unshown), moved);
        assertThat(String.join(";", breaks(belief, shown))).isEqualTo(expected);
    }

    @Test
    void the_page_says_of_every_break_what_to_do() throws IOException {
        assertThat(Files.readString(Path.of("src/docs/sources.md"))).contains(Stream.of(Break.Kind.values())
                .map(one -> "`" + one + "`").toList());
    }

    @Test
    void compares_only_the_items_that_were_placed() {
        Belief belief = new Belief(KEY, Optional.of(new Placed("P1", "northgate", usd("100"))), Set.of("I0"),
                Optional.of(usd("100")), Map.of(), usd("0"), List.of());
        assertThat(breaks(belief, "100")).as("I1 is another invoice").containsExactly("ADJUSTED_IN_SOURCE -100");
    }

    @Test
    void what_was_posted_on_the_day_of_the_last_reading_may_or_may_not_be_in_it() {
        Belief home = new Belief(KEY, Optional.empty(), Set.of("I1"), Optional.of(usd("100")), Map.of(), usd("30"),
                List.of(moved("P30P")));
        assertThat(breaks(home, "100")).isEmpty();
        assertThat(breaks(home, "70")).isEmpty();
        assertThat(breaks(home, "90")).containsExactly("ADJUSTED_IN_SOURCE 20");
        // 100 + 70 + 90 shown; 100 + 70 + 70 expected.
        assertThat(reconciliation.result().shown()).containsExactly(Map.entry("USD", usd("260")));
        assertThat(reconciliation.result().expected()).containsExactly(Map.entry("USD", usd("240")));
        assertThat(reconciliation.result().accounts()).isEqualTo(3);
    }

    @Test
    void tells_of_accounts_that_nobody_knows_and_of_those_that_cannot_be_read() {
        assertThat(breaks(null, "12.50")).containsExactly("UNKNOWN_ACCOUNT 12.5");
        Belief refused = new Belief(KEY, Optional.empty(), Set.of(), Optional.empty(), Map.of(), usd("0"), List.of());
        reconciliation.compare(new RecognisedPage(PASS, "erp", List.of(), List.of(new RefusedAccount(KEY, List.of(),
                List.of(new Reject(3, "open", "GW-DOC-021", "no number"))))), Map.of(KEY, refused));
        assertThat(reconciliation.result().breaks()).last().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Break.Kind.NOT_READABLE);
            assertThat(one.why()).isEqualTo("GW-DOC-021");
        });
    }
}
