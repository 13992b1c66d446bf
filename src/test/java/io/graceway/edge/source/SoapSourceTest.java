package io.graceway.edge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.soap.Account;
import io.graceway.edge.source.soap.Item;
import io.graceway.edge.source.soap.ListReceivablesResponse;
import io.graceway.edge.source.soap.Table;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.AccountLines;
import io.graceway.journey.delinquency.AccountSource.Extract;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.writeback.Posting;
import io.graceway.simulator.SoapErp;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.datatype.DatatypeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SoapSourceTest {

    private static SoapErp strict;
    private static SoapErp careless;

    @BeforeAll
    static void start() {
        strict = new SoapErp("graceway", "s3cret-digest", true);
        careless = new SoapErp("graceway", "s3cret-digest", false);
        for (int i = 1; i <= 25; i++) {
            strict.accounts.put("%04d".formatted(i), account("%04d".formatted(i), i % 3 + 1));
        }
        careless.accounts.putAll(strict.accounts);
    }

    @AfterAll
    static void stop() {
        strict.close();
        careless.close();
    }

    @BeforeEach
    void behave() {
        strict.meddle = answer -> { };
        careless.meddle = answer -> { };
    }

    @Test
    void walks_all_pages_and_gives_each_account_once() {
        for (int pageSize : new int[] {1, 7, 25, 1000}) {
            try (Extract extract = source(strict, pageSize).open()) {
                List<AccountLines> accounts = FileSourceTest.all(extract);
                assertThat(accounts).extracting(one -> one.number().value()).hasSize(25).isSorted()
                        .doesNotHaveDuplicates();
                assertThat(accounts.get(0).of("item").get(0).fields()).containsEntry("open", new BigDecimal("1.10"))
                        .containsEntry("due", LocalDate.of(2026, 1, 1)).containsEntry("id", "I-0");
                assertThat(extract.customers()).isEqualTo(25);
                assertThat(extract.digest()).hasSize(64);
                assertThat(extract.missingTables()).isEmpty();
            }
        }
    }

    @Test
    void says_which_tables_the_service_lacks() {
        strict.meddle = answer -> answer.getLacks().add(Table.CONTACT);
        try (Extract extract = source(strict, 100).open()) {
            assertThat(extract.missingTables()).containsExactly("contact");
        }
    }

    @Test
    void refuses_a_service_that_turns_in_circles_or_repeats_an_account() {
        strict.meddle = answer -> answer.setNext("0003");
        refuses(strict, "GW-SRC-080");
        strict.meddle = answer -> answer.getAccount().add(answer.getAccount().get(0));
        refuses(strict, "GW-SRC-080");
    }

    @Test
    void refuses_an_answer_with_an_amount_outside_the_schema() {
        refuses(careless, "GW-SRC-079", answer -> answer.getAccount().set(0, account("0001", 1, "1.23456")));
    }

    @Test
    void refuses_a_wrong_password_and_says_so_without_it() {
        SoapSource stranger = new SoapSource(new SoapTerms(strict.address(), "graceway", "wr0ng", Set.of()),
                new PlainTables());
        assertThatThrownBy(stranger::open).isInstanceOf(SourceRefused.class).hasMessageStartingWith("GW-SRC-072")
                .hasMessageNotContaining("wr0ng");
    }

    @Test
    void never_sends_the_password_itself_and_is_never_in_the_clear_to_elsewhere() {
        assertThatThrownBy(() -> new SoapTerms(URI.create("http://erp.example/x"), "u", "p", Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new SoapTerms(strict.address(), "u", "s3cret", Set.of()).toString()).doesNotContain("s3cret");
        try (RawHttp listener = new RawHttp("")) {
            SoapSource source = new SoapSource(new SoapTerms(listener.address(), "graceway", "s3cret-digest", Set.of()),
                    new PlainTables());
            assertThatThrownBy(source::open).isInstanceOf(SourceRefused.class);
            assertThat(listener.asked()).contains("PasswordDigest", "<ListReceivables").doesNotContain("s3cret-digest");
            assertThat(listener.protocol()).isEqualTo("HTTP/1.1 upgrade=null");
        }
    }

    @Test
    void check_goes_through_every_step() {
        assertThat(source(strict, 10).check()).allMatch(CheckStep::passed).extracting(CheckStep::step)
                .containsExactly("resolve", "connect", "login", "first page");
        assertThat(source(strict, 10).checkWriting()).allMatch(CheckStep::passed).extracting(CheckStep::step)
                .containsExactly("resolve", "connect", "kinds we may post");
        SoapSource greedy = new SoapSource(new SoapTerms(strict.address(), "graceway", "s3cret-digest",
                Set.of(Posting.Kind.REVERSAL)), new PlainTables());
        assertThat(greedy.checkWriting().get(2).code()).isEqualTo("GW-SRC-081");
        SoapSource nobody = new SoapSource(new SoapTerms(URI.create("http://127.0.0.1:1/x"), "u", "p", Set.of()),
                new PlainTables());
        assertThat(nobody.check().get(1).code()).isEqualTo("GW-SRC-071");
    }

    private void refuses(SoapErp erp, String code, Consumer<ListReceivablesResponse> meddle) {
        erp.meddle = meddle;
        refuses(erp, code);
    }

    private void refuses(SoapErp erp, String code) {
        assertThatThrownBy(() -> FileSourceTest.all(source(erp, 5).open())).isInstanceOf(SourceRefused.class)
                .hasMessageStartingWith(code);
    }

    static SoapSource source(SoapErp erp, int pageSize) {
        return new SoapSource(new SoapTerms(erp.address(), "graceway", "s3cret-digest", pageSize,
                Set.of(Posting.Kind.PAYMENT, Posting.Kind.NOTE), Duration.ofSeconds(5), Duration.ofSeconds(20)),
                new PlainTables());
    }

    static Account account(String number, int items) {
        return account(number, items, "1.10");
    }

    static Account account(String number, int items, String open) {
        Account account = new Account();
        account.setNumber(number);
        for (int i = 0; i < items; i++) {
            Item item = new Item();
            item.setId("I-" + i);
            item.setDue(DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar("2026-01-0" + (i + 1)));
            item.setOpen(new BigDecimal(open));
            item.setCurrency("USD");
            account.getItem().add(item);
        }
        return account;
    }
}
