package io.graceway.edge.letter;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.Itemization;
import io.graceway.journey.delinquency.OpenItem;
import io.graceway.journey.notice.NoticeTerms;
import io.graceway.journey.notice.PlacementNotice;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Notices to made-up customers of a made-up brand. */
final class Notices {

    static final LocalDate WRITTEN = LocalDate.of(2026, 3, 1);
    static final LocalDate DEADLINE = LocalDate.of(2026, 3, 18);
    static final LocalDate OPT_OUT = LocalDate.of(2026, 4, 5);
    static final String LINK = "https://answers.example/n/8J2kq-VXw0";

    String id = "N-2026-000017";
    String name = "Ünal Testkundin";
    String email = "uenal.testkundin@mail.example";
    String language = "de";
    String country = "DE";
    Channel channel = Channel.EMAIL;
    LocalDate deadline = DEADLINE;
    Optional<LocalDate> optOut = Optional.of(OPT_OUT);
    List<OpenItem> items = items(2);
    List<String> shared = List.of("Name, Anschrift");
    String agency = "Northgate Recoveries";
    String account = "0100000222";
    URI link = URI.create(LINK);
    String street = "Musterweg 7";
    String template = "plain";
    boolean shareEmail = true;
    List<String> banned = List.of();
    String contact = "Tel. 030 000000, help@acme-home.example";
    String howToPay = "IBAN DE00 0000 0000 0000 0000 00";

    static List<OpenItem> items(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> new OpenItem("INV-%04d".formatted(i),
                LocalDate.of(2026, 1, 10).plusDays(i), Money.of("617.25", "EUR"))).toList();
    }

    static Notices in(String language, Channel channel) {
        Notices notices = new Notices();
        notices.language = language;
        notices.channel = channel;
        return notices;
    }

    PlacementNotice notice() {
        Debtor.Address address = new Debtor.Address(street, "Musterstadt", "12345", new Place(country, ""));
        Debtor debtor = new Debtor(name, DebtorType.CONSUMER, email, "", address,
                Optional.of(ZoneId.of("Europe/Berlin")), language);
        Itemization lines = new Itemization(LocalDate.of(2026, 2, 1), eur("1234.50"), eur("10.00"), eur("5.00"),
                eur("14.00"), eur("1.00"), eur("1234.50"));
        return new PlacementNotice(id, new AccountKey("erp", new AccountNumber(account), "EUR"), debtor, channel,
                WRITTEN, deadline, lines, items, agency, shared, optOut, link);
    }

    NoticeTerms terms() {
        return new NoticeTerms("Acme Home Services GmbH", "Acme Home", new NoticeTerms.Template(template, 3),
                List.of(Channel.EMAIL, Channel.LETTER), 14, 3, 2, Set.of(), shareEmail, banned, contact, howToPay);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
