package io.graceway.edge.store.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.audit.LogFolder;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.SigningKey;
import io.graceway.audit.verify.LogVerifier;
import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.edge.store.back.SqlErasureBook;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.Pass;
import io.graceway.journey.account.Place;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.change.Erasures;
import io.graceway.journey.writeback.retention.Over;
import io.graceway.journey.writeback.retention.ParcelArchive;
import io.graceway.journey.writeback.retention.Retention;
import io.graceway.journey.writeback.retention.RetentionBook;
import io.graceway.journey.writeback.retention.RetentionRule;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is over goes in time, from every place where it lies; what is not stays; sums and the log stay anyway. */
@ParameterizedClass
@EnumSource(Databases.class)
class SqlRetentionBookTest {

    /** The last thing that happened about the account: its agency's last payment. */
    private static final LocalDate LAST = LocalDate.of(2026, 4, 1);

    @Parameter
    Databases databases;
    @TempDir
    private Path folder;
    private House house;

    /** AC-P1 was with northgate and is paid, AC-P2 is with harbour. */
    @BeforeEach
    void accounts() {
        house = new House(databases).place("P1", "northgate", "100.00", "USD", State.CLOSED)
                .place("P2", "harbour", "70.00", "USD", State.ACKNOWLEDGED);
        does("update account set stage = 'HELD', balance = 0, placement = null where number = 'AC-P1'");
        OverAccount.told(house, LAST);
    }

    private String sums() {
        return house.row("select amount, applied, fee, paid_on from agency_payment")
                + house.row("select amount, on_day from posting")
                + house.row("select placed, balance, state from placement where placement = 'P1'");
    }

    private List<String> readable() {
        return OverAccount.readable(house);
    }

    private void does(String... statements) {
        for (String one : statements) {
            house.jdbc.update(one);
        }
    }

    private Retention retention(Map<Place, Integer> atLeast, String... speaking) {
        return new Retention(Optional.of(new RetentionRule(30, atLeast)), new SqlRetentionBook(house.store,
                house.transaction, house.log), new Erasures(new SqlErasureBook(house.store, house.transaction,
                house.log), List.of(speaking)::contains), new ParcelArchive(new SqlParcelArchive(house.store,
                house.transaction, house.log), folder, 0));
    }

    private static Pass on(LocalDate day) {
        return House.pass(day.atTime(16, 0).toInstant(ZoneOffset.UTC));
    }

    @Test
    void everything_that_says_who_somebody_is_goes_thirty_days_after_the_last_payment_and_sums_stay() {
        does("delete from placement_document where placement = 'P2'", "delete from account_document where number = "
                + "'AC-P2'");
        assertThat(readable()).containsExactly("account_document.document", "account_name.name",
                "activity.document", "agency_message.fields", "four_eyes.evidence", "news.document",
                "notice_document.document", "placement_document.document", "posting.text", "told.facts");
        String sums = sums();
        Retention retention = retention(Map.of(), "northgate");
        assertThat(retention.round(on(LAST.plusDays(29)))).isZero();
        assertThat(readable()).hasSize(10);
        assertThat(retention.round(on(LAST.plusDays(30)))).isEqualTo(1);
        assertThat(readable()).isEmpty();
        assertThat(sums()).isEqualTo(sums);
        assertThat(house.messages("northgate", "erasure-order", "placement", "account")).containsExactly(
                "erasure-order P1 AC-P1");
        assertThat(house.logged()).containsExactly("placement.erasure-ordered", "retention.removed");
        assertThat(house.log()).contains("\"kinds\":\"customer names notices handed-over told activity news "
                + "messages posting-texts words-of-approvals\"", "\"rule\":\"retention/30-days\"",
                "\"subject\":\"erp/AC-P1/USD\"")
                .doesNotContain(OverAccount.WHO);
        assertThat(retention.round(on(LAST.plusDays(60)))).as("once").isZero();
        SigningKey key = SigningKey.at(folder.resolve("log.key"), "log.example/acme", new SecureRandom());
        new LogPublisher(house.entries, new LogFolder(folder.resolve("log")), key).publish();
        assertThat(new LogVerifier(folder.resolve("log"), key.verifier()).verify(house.entries).findings()).isEmpty();
    }

    @Test
    void whatever_is_open_on_an_account_keeps_it() {
        Retention retention = retention(Map.of(), "northgate");
        Pass pass = on(LAST.plusDays(400));
        Map<String, List<String>> open = Map.of(
                "OPEN", List.of("update account set balance = 0.01 where number = 'AC-P1'",
                        "update account set balance = 0 where number = 'AC-P1'"),
                "PLACED", List.of("update placement set state = 'RECALL_PENDING' where placement = 'P1'",
                        "update placement set state = 'CLOSED' where placement = 'P1'"),
                "NOTICE", List.of("update notice set link_until = date '2027-05-06'",
                        "update notice set link_until = date '2027-05-05'"),
                "CASE", List.of("insert into house_case (id, source, number, type, opened) values ('C1', 'erp', "
                        + "'AC-P1', 'DISPUTE', date '2026-03-01')", "update house_case set closed = date '2026-03-02'"),
                "POSTING", List.of("update posting set state = 'WORKLIST'", "update posting set state = 'POSTED'"),
                "SUSPENSE", List.of("update agency_payment set suspense = 5", "update agency_payment set suspense = 0"),
                "MESSAGE", List.of("update agency_message set delivery = null",
                        "update agency_message set delivery = ''"),
                "EXCEPTION", List.of("insert into quarantine (id, origin, file, line, field, code, why, at) values "
                        + "('Q1', 'erp', 'P1', 0, '', 'GW-REM-112', '', timestamp with time zone "
                        + "'2026-03-22 12:00:00+00')", "update quarantine set closed_as = 'WAIVED'"),
                "APPROVAL", List.of("update four_eyes set state = 'ASKED'", "update four_eyes set state = 'REFUSED'"));
        open.forEach((code, one) -> {
            does(one.get(0));
            assertThat(retention.round(pass)).as(code).isZero();
            assertThat(retention.erase(new AccountNumber("AC-P1"), pass)).as(code).singleElement()
                    .satisfies(over -> assertThat(over.kept()).containsExactly(code));
            does(one.get(1));
        });
        retention.hold(new AccountNumber("AC-P1"), "LITIGATION", pass);
        List<Retention.Due> planned = new ArrayList<>();
        retention.plan(pass, planned::add);
        assertThat(planned).singleElement().satisfies(one -> {
            assertThat(one.on()).isEqualTo(LAST.plusDays(30));
            assertThat(one.account().kept()).containsExactly(Over.LEGAL_HOLD);
        });
        assertThat(retention.round(pass)).isZero();
        assertThat(retention.release(new AccountNumber("AC-P1"), pass)).isTrue();
        assertThat(retention.release(new AccountNumber("AC-P1"), pass)).isFalse();
        assertThat(retention.round(pass)).isEqualTo(1);
        assertThat(house.logged()).startsWith("retention.held", "retention.released");
    }

    @Test
    void what_comes_while_it_is_being_removed_keeps_it_too() {
        SqlRetentionBook book = new SqlRetentionBook(house.store, house.transaction, house.log);
        List<Over> seen = book.of(new AccountNumber("AC-P1"), LAST.plusDays(40));
        assertThat(seen).singleElement().satisfies(one -> assertThat(one.kept()).isEmpty());
        does("update posting set state = 'WORKLIST'");
        assertThat(book.remove(seen, one -> new RetentionBook.Why("request", List.of()), on(LAST.plusDays(40))))
                .isEmpty();
        assertThat(readable()).hasSize(10);
        assertThat(house.logged()).isEmpty();
    }

    @Test
    void a_place_may_ask_for_longer_and_an_agency_without_words_is_named() {
        Retention longer = retention(Map.of(Place.of("US"), 60, Place.of("DE"), 3650), "harbour");
        List<Retention.Due> planned = new ArrayList<>();
        longer.plan(on(LAST.plusDays(30)), planned::add);
        assertThat(planned).extracting(Retention.Due::on).containsExactly(LAST.plusDays(60));
        assertThat(longer.round(on(LAST.plusDays(59)))).isZero();
        assertThat(longer.round(on(LAST.plusDays(60)))).isEqualTo(1);
        assertThat(house.messages("northgate", "erasure-order", "placement")).isEmpty();
        assertThat(house.log()).contains("\"agencies-not-told\":\"northgate\"", "\"rule\":\"retention/60-days\"");
    }

    @Test
    void what_somebody_asked_for_goes_at_once_and_only_of_that_account() {
        Retention retention = retention(Map.of(), "northgate");
        Instant soon = LAST.plusDays(1).atTime(9, 0).toInstant(ZoneOffset.UTC);
        assertThat(retention.erase(new AccountNumber("AC-P2"), House.pass(soon))).singleElement()
                .satisfies(one -> assertThat(one.kept()).containsExactly("OPEN", "PLACED"));
        assertThat(retention.erase(new AccountNumber("AC-P1"), House.pass(soon))).singleElement()
                .satisfies(one -> assertThat(one.kept()).isEmpty());
        assertThat(retention.erase(new AccountNumber("AC-P1"), House.pass(soon))).as("nothing is left").isEmpty();
        assertThat(readable()).containsExactly("account_document.document", "placement_document.document");
        assertThat(house.log()).contains("\"rule\":\"request\"");
    }
}
