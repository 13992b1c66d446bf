package io.graceway.journey.delinquency;

import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.DebtorType;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Place;
import io.graceway.journey.account.Reject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads one account's mapped lines; what cannot be read becomes a reject with its line, field and reason. */
final class AccountReader {

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    /** What is wrong with one field; the text holds no value that could be personal. */
    private static final class Flaw extends IllegalArgumentException {

        private final String field;

        Flaw(String field, String why) {
            super(why);
            this.field = field;
        }
    }

    private final String currency;
    private final List<Reject> rejects;

    AccountReader(String currency, List<Reject> rejects) {
        this.currency = currency;
        this.rejects = rejects;
    }

    Optional<OpenItem> item(DocumentLine line) {
        return attempt(line, "id", "GW-SRC-111", () -> new OpenItem(line.text("id"), need(line.date("due"), "due"),
                need(money(line, "open"), "open")));
    }

    Optional<HouseContact> contact(DocumentLine line) {
        return attempt(line, "", "GW-SRC-112", () -> new HouseContact(need(line.time("at"), "at"),
                word(line, "channel", Channel.class), outbound(line.text("direction")), line.text("outcome"),
                given(line, "reason").map(text -> word(line, "reason", NonPaymentReason.class))));
    }

    Optional<HouseCase> houseCase(DocumentLine line) {
        return attempt(line, "closed", "GW-SRC-113", () -> new HouseCase(line.text("id"),
                word(line, "type", HouseCase.Type.class), need(line.date("opened"), "opened"), line.date("closed"),
                plan(line)));
    }

    /** The terms of an arrangement; one in another currency is about another account of the customer. */
    private Optional<HouseCase.Plan> plan(DocumentLine line) {
        if (!line.has("amount") && !line.has("last-on")) {
            return Optional.empty();
        }
        if (!line.text("type").equals(HouseCase.Type.ARRANGEMENT.name())) {
            throw new Flaw("amount", "is only given of an ARRANGEMENT");
        }
        String stated = need(given(line, "currency"), "currency");
        LocalDate lastOn = need(line.date("last-on"), "last-on");
        need(line.decimal("amount"), "amount");
        long payments = given(line, "payments").map(Long::parseLong).orElse(0L);
        return stated.equals(currency) ? Optional.of(new HouseCase.Plan(line.date("first-on"), lastOn,
                need(money(line, "amount"), "amount"), payments, line.text("frequency"))) : Optional.empty();
    }

    Optional<Debtor> debtor(DocumentLine line) {
        return attempt(line, "", "GW-SRC-114", () -> new Debtor(line.text("name"), DebtorType.of(line.text("type")),
                line.text("email"), line.text("phone"), new Debtor.Address(line.text("street"), line.text("city"),
                line.text("postal-code"), new Place(line.text("country"), line.text("region"))),
                given(line, "zone").flatMap(AccountReader::zone), line.text("language")));
    }

    /** The itemised balance of the debtor record, when the source states one. */
    Optional<Itemization> itemization(DocumentLine line) {
        return line.date("itemized-on").flatMap(date -> attempt(line, "itemized-current", "GW-SRC-115", () ->
                new Itemization(date, need(money(line, "itemized-amount"), "itemized-amount"), part(line, "interest"),
                        part(line, "fees"), part(line, "payments"), part(line, "credits"),
                        need(money(line, "itemized-current"), "itemized-current"))));
    }

    /** The one kind of debt of all items; law and vetting cannot be asked about a mixture. */
    DebtKind kind(List<DocumentLine> items, DebtKind otherwise) {
        Set<DebtKind> kinds = EnumSet.noneOf(DebtKind.class);
        for (DocumentLine item : items) {
            kinds.add(given(item, "kind").flatMap(text -> attempt(item, "kind", "GW-SRC-116",
                    () -> word(item, "kind", DebtKind.class))).orElse(otherwise));
        }
        if (kinds.size() > 1) {
            rejects.add(new Reject(items.get(0).number(), "kind", "GW-SRC-117", "items of several kinds of debt "
                    + "stand in one account; give each kind an account of its own"));
        }
        return kinds.iterator().next();
    }

    /** Only a contact that says so counts as one of the house's own attempts. */
    private static boolean outbound(String direction) {
        if (!Set.of("OUT", "IN", "").contains(direction)) {
            throw new Flaw("direction", "is neither OUT nor IN");
        }
        return direction.equals("OUT");
    }

    private Money part(DocumentLine line, String name) {
        return money(line, name).orElse(Money.zero(currency));
    }

    private Optional<Money> money(DocumentLine line, String name) {
        try {
            return line.money(name, currency);
        } catch (IllegalArgumentException e) {
            throw new Flaw(name, e.getMessage());
        }
    }

    /** A zone that is not in the tz database, or a bare offset, is as good as none: the account is held. */
    private static Optional<ZoneId> zone(String text) {
        return ZONES.contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
    }

    private static <T extends Enum<T>> T word(DocumentLine line, String field, Class<T> words) {
        try {
            return Enum.valueOf(words, line.text(field));
        } catch (IllegalArgumentException e) {
            throw new Flaw(field, "is none of " + Arrays.toString(words.getEnumConstants()));
        }
    }

    private static Optional<String> given(DocumentLine line, String name) {
        return Optional.of(line.text(name)).filter(text -> !text.isBlank());
    }

    private static <T> T need(Optional<T> value, String field) {
        return value.orElseThrow(() -> new Flaw(field, "is missing"));
    }

    /** @param field at fault when the record as a whole does not hold together */
    private <T> Optional<T> attempt(DocumentLine line, String field, String code, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (IllegalArgumentException e) {
            String at = e instanceof Flaw flaw ? flaw.field : field;
            rejects.add(new Reject(line.number(), at, code, line.record() + " record: "
                    + (e instanceof Flaw ? at + " " : "") + e.getMessage() + "; correct it in the source"));
            return Optional.empty();
        }
    }
}
