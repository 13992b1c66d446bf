package io.graceway.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.Brand;
import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.DebtKind;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.delinquency.HouseContact;
import io.graceway.journey.delinquency.Itemization;
import io.graceway.journey.delinquency.NonPaymentReason;
import io.graceway.journey.delinquency.OpenItem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptAccountTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    private final Documents documents = new Documents();

    @Test
    void an_account_is_read_back_as_it_was_written() {
        DelinquentAccount full = account(Optional.of(ZoneId.of("Europe/Berlin")),
                List.of(new OpenItem("0001.0", DAY, money("10.50")), new OpenItem("C", DAY, money("-3"))),
                Optional.of(new Itemization(DAY, money("7.00"), money("1.00"), money("0.50"), money("1.00"),
                        money("0.00"), money("7.50"))),
                List.of(new HouseContact(LocalDateTime.of(2026, 2, 9, 10, 0), Channel.EMAIL, true, "no \"answer\"",
                        Optional.of(NonPaymentReason.BILLING_ISSUE)),
                        new HouseContact(LocalDateTime.of(2026, 2, 10, 10, 0, 7), Channel.PHONE, false, "",
                                Optional.empty())),
                List.of(new HouseCase("1", HouseCase.Type.DISPUTE, DAY, Optional.of(DAY.plusDays(1))),
                        new HouseCase("2", HouseCase.Type.BANKRUPTCY, DAY, Optional.empty()),
                        new HouseCase("3", HouseCase.Type.ARRANGEMENT, DAY, Optional.empty(), Optional.of(
                        new HouseCase.Plan(Optional.empty(), DAY.plusDays(9), money("5.00"), 0, ""))),
                        new HouseCase("4", HouseCase.Type.ARRANGEMENT, DAY, Optional.empty(), Optional.of(
                        new HouseCase.Plan(Optional.of(DAY), DAY, money("5.00"), 1, "ONCE")))), List.of("doc\n1"));
        assertThat(documents.read(documents.write(full))).isEqualTo(full);
    }

    @Test
    void an_account_of_which_little_is_known_too() {
        DelinquentAccount bare = account(Optional.empty(), List.of(), Optional.empty(), List.of(), List.of(),
                List.of());
        assertThat(documents.read(documents.write(bare))).isEqualTo(bare);
    }

    private static DelinquentAccount account(Optional<ZoneId> zone, List<OpenItem> items,
            Optional<Itemization> itemization, List<HouseContact> contacts, List<HouseCase> cases,
            List<String> documents) {
        return new DelinquentAccount(new AccountKey("erp", new AccountNumber("007.0"), "EUR"), new Brand("acme-home"),
                DebtKind.UTILITY, new Debtor("Jörg Ünal", DebtorType.SOLE_TRADER, "", "+4930",
                        new Debtor.Address("Weg 1", "Köln", "01234", new Place("DE", "")), zone, "de"),
                items, itemization, contacts, cases, documents);
    }

    private static Money money(String amount) {
        return Money.of(amount, "EUR");
    }
}
