package io.graceway.edge.store.back;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.inbox.SqlInbox;
import io.graceway.journey.remittance.Cases;
import io.graceway.journey.writeback.PostingBook;
import io.graceway.journey.writeback.PostingBook.Fate;
import io.graceway.journey.writeback.PostingBook.State;
import io.graceway.journey.writeback.PostingBook.Waiting;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class SqlPostingBookTest {

    private static final PostingBook.Proof DOCUMENT = PostingBook.Proof.ofText("document 99".getBytes());

    @Parameter
    Databases databases;

    private House house;
    private SqlPostingBook book;

    @BeforeEach
    void aPaymentAndItsReversal() {
        house = new House(databases).place("P1", "northgate", "100.00");
        book = new SqlPostingBook(house.store, house.transaction, house.log);
        SqlInbox inbox = new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of());
        inbox.take(OneLine.remittance("r1", Cases.payment("1", "P1", "100.00", null, "USD")));
        inbox.take(OneLine.remittance("r2", Cases.reversal("2", "1", "P1", "100.00", "USD")));
    }

    @Test
    void gives_what_waits_in_order_a_page_at_a_time() {
        List<Waiting> first = book.pending("erp", Long.MIN_VALUE, 3);
        assertThat(first).extracting(one -> one.posting().key()).containsExactly("PAY-northgate-1", "STA-PAID-P1-1",
                "REV-northgate-2");
        assertThat(book.pending("erp", first.get(2).seq(), 3)).extracting(one -> one.posting().code())
                .containsExactly("REOPENED");
        assertThat(book.pending("billing", Long.MIN_VALUE, 3)).isEmpty();
    }

    @Test
    void what_the_source_has_is_remembered_once_whoever_says_so() {
        Fate fate = new Fate(book.pending("erp", Long.MIN_VALUE, 1).get(0).posting(), State.POSTED, "4711");
        book.record(List.of(fate), House.NOON);
        book.record(List.of(fate), House.NOON);
        assertThat(house.row("select unadopted from placement")).isEqualTo("100");
        assertThat(house.rows("select evidence from posting where state = 'POSTED'")).containsExactly("4711");
        assertThat(house.logged()).containsOnlyOnce("writeback.posted");

        book.record(List.of(new Fate(book.pending("erp", Long.MIN_VALUE, 2).get(1).posting(), State.POSTED, "4712")),
                House.NOON);
        assertThat(house.row("select unadopted from placement")).isEqualTo("0");
    }

    @Test
    void people_do_what_the_source_refused_and_say_what_shows_it() {
        Waiting one = book.pending("erp", Long.MIN_VALUE, 1).get(0);
        book.record(List.of(new Fate(one.posting(), State.WORKLIST, "GW-WRB-002: locked " + "x".repeat(900))),
                House.NOON);
        assertThat(book.worklist(10)).hasSize(1);
        assertThat(book.worklist(10).get(0).why()).startsWith("GW-WRB-002: locked").hasSize(500);
        assertThat(house.row("select unadopted from placement")).isEqualTo("0");

        assertThat(book.doneByHand("PAY-northgate-1", DOCUMENT, "cashier-3", House.NOON)).isTrue();
        assertThat(book.doneByHand("PAY-northgate-1", DOCUMENT, "cashier-3", House.NOON)).isFalse();
        assertThat(book.doneByHand("STA-PAID-P1-1", DOCUMENT, "cashier-3", House.NOON)).isFalse();
        // printf 'document 99' | sha256sum
        String digest = "by hand, cashier-3: sha256 a0504f1d3f13e36b0702f2d69872ea78d365f4b6f40df5ce3ca79ae53e1892b8";
        assertThat(house.rows("select evidence from posting where id = 'PAY-northgate-1'")).containsExactly(digest
                + " document 99");
        assertThat(house.log()).contains(digest).doesNotContain("document 99");
        assertThat(house.row("select unadopted from placement")).isEqualTo("100");
        assertThat(book.states(List.of("PAY-northgate-1", "nothing")))
                .containsOnly(java.util.Map.entry("PAY-northgate-1", State.POSTED));
    }

    @Test
    void two_agencies_whose_numbers_spell_the_same_key_both_get_their_posting() {
        house.jdbc.update("delete from posting");
        house.jdbc.update(
                "insert into posting (id, source, number, currency, kind, amount, on_day, code, reference, text, "
                + "state, evidence, at) values ('PAY-northgate-5', 'erp', 'X', 'USD', 'PAYMENT', 1, date "
                + "'2026-05-04', '', 'PX', "
                + "'', 'PENDING', '', ?)", House.NOON.atOffset(java.time.ZoneOffset.UTC));
        new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of())
                .take(OneLine.remittance("r3", Cases.payment("5", "P1", "10.00", null, "USD")));
        assertThat(house.rows("select reference, amount from posting order by seq")).containsExactly("PX 1", "P1 10");
    }
}
