package io.graceway.journey.delinquency;

import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Place;
import io.graceway.journey.account.Reject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads one account's mapped lines; what cannot be read becomes a reject with its line. */
final class AccountReader {

    private final String currency;
    private final List<Reject> rejects;

    AccountReader(String currency, List<Reject> rejects) {
        this.currency = currency;
        this.rejects = rejects;
    }

    Optional<OpenItem> item(DocumentLine line) {
        return attempt(line, "GW-SRC-111", () -> new OpenItem(line.text("id"), need(line.date("due"), "due"),
                need(line.money("open", currency), "open")));
    }

    Optional<HouseContact> contact(DocumentLine line) {
        return attempt(line, "GW-SRC-112", () -> new HouseContact(need(line.time("at"), "at"),
                Channel.valueOf(line.text("channel")), !"IN".equals(line.text("direction")), line.text("outcome"),
                given(line, "reason").map(NonPaymentReason::valueOf)));
    }

    Optional<HouseCase> houseCase(DocumentLine line) {
        return attempt(line, "GW-SRC-113", () -> new HouseCase(line.text("id"), HouseCase.Type.valueOf(line.text("type")),
                need(line.date("opened"), "opened"), line.date("closed")));
    }

    Optional<Debtor> debtor(DocumentLine line) {
        return attempt(line, "GW-SRC-114", () -> new Debtor(line.text("name"), DebtorType.of(line.text("type")),
                line.text("email"), line.text("phone"), new Debtor.Address(line.text("street"), line.text("city"),
                line.text("postal-code"), new Place(line.text("country"), line.text("region"))),
                given(line, "zone").flatMap(AccountReader::zone), line.text("language")));
    }

    /** The itemised balance of the debtor record, when the source states one. */
    Optional<Itemization> itemization(DocumentLine line) {
        Optional<LocalDate> date = line.date("itemized-on");
        return date.isEmpty() ? Optional.empty() : attempt(line, "GW-SRC-115", () -> new Itemization(date.get(),
                need(line.money("itemized-amount", currency), "itemized-amount"), part(line, "interest"),
                part(line, "fees"), part(line, "payments"), part(line, "credits"),
                need(line.money("itemized-current", currency), "itemized-current")));
    }

    DebtKind kind(DocumentLine line, DebtKind otherwise) {
        return given(line, "kind").flatMap(text -> attempt(line, "GW-SRC-116", () -> DebtKind.valueOf(text)))
                .orElse(otherwise);
    }

    private Money part(DocumentLine line, String name) {
        return line.money(name, currency).orElse(Money.zero(currency));
    }

    /** A zone that is not in the tz database is as good as none: the account is held until the master is mended. */
    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> given(DocumentLine line, String name) {
        return Optional.of(line.text(name)).filter(text -> !text.isBlank());
    }

    private static <T> T need(Optional<T> value, String field) {
        return value.orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }

    private <T> Optional<T> attempt(DocumentLine line, String code, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (IllegalArgumentException e) {
            rejects.add(new Reject(line.number(), line.record(), code, "the " + line.record()
                    + " record cannot be taken; correct it in the source"));
            return Optional.empty();
        }
    }
}
