package io.graceway.edge.store;

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
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accounts as the store keeps them: JSON lists of the values of the journey's own records, in their order and without
 * names, read back into exactly those. Every pass writes every account, so it is short, and its making is plain code.
 */
public final class Documents {

    private final JsonMapper json = JsonMapper.builder().build();

    public String write(DelinquentAccount one) {
        AccountKey key = one.key();
        StringWriter text = new StringWriter(512);
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartArray();
            texts(out, key.source(), key.number().value(), key.currency(), one.brand().id(), one.kind().name());
            write(out, one.debtor());
            each(out, one.items(), item -> texts(out, item.id(), text(item.due()), plain(item.open())));
            one.itemization().ifPresentOrElse(it -> write(out, it), out::writeNull);
            each(out, one.contacts(), contact -> write(out, contact));
            each(out, one.cases(), it -> write(out, it));
            out.writeStartArray();
            one.documents().forEach(out::writeString);
            out.writeEndArray();
            out.writeEndArray();
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Debtor one) {
        Debtor.Address at = one.address();
        out.writeStartArray();
        texts(out, one.name(), one.type().name(), one.email(), one.phone(), at.street(), at.city(), at.postalCode(),
                at.place().country(), at.place().region(), one.zone().map(ZoneId::getId).orElse(null),
                one.language());
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, Itemization one) {
        out.writeStartArray();
        texts(out, text(one.date()), plain(one.amount()), plain(one.interest()), plain(one.fees()),
                plain(one.payments()), plain(one.credits()), plain(one.current()));
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, HouseContact at) {
        texts(out, text(at.at()), at.channel().name());
        out.writeBoolean(at.outbound());
        texts(out, at.outcome(), at.reason().map(Enum::name).orElse(null));
    }

    private static void write(JsonGenerator out, HouseCase one) {
        texts(out, one.id(), one.type().name(), text(one.opened()), one.closed().map(Documents::text).orElse(null));
        one.plan().ifPresent(plan -> texts(out, plan.firstOn().map(Documents::text).orElse(null), text(plan.lastOn()),
                plain(plan.amount()), text(plan.payments()), plan.frequency()));
    }

    /** A list of lists. */
    private static <T> void each(JsonGenerator out, List<T> all, Consumer<T> write) {
        out.writeStartArray();
        for (T one : all) {
            out.writeStartArray();
            write.accept(one);
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private static void texts(JsonGenerator out, String... texts) {
        for (String text : texts) {
            if (text == null) {
                out.writeNull();
            } else {
                out.writeString(text);
            }
        }
    }

    private static String text(Object value) {
        return value.toString();
    }

    /** The currency is the account's. */
    private static String plain(Money money) {
        return money.amount().toPlainString();
    }

    public DelinquentAccount read(String document) {
        Values all = new Values(json.readValue(document, List.class));
        String currency = all.text(2);
        return new DelinquentAccount(new AccountKey(all.text(0), new AccountNumber(all.text(1)), currency),
                new Brand(all.text(3)), DebtKind.valueOf(all.text(4)), debtor(all.inner(5)),
                all.each(6, one -> new OpenItem(one.text(0), one.day(1), Money.of(one.text(2), currency))),
                all.maybe(7).map(any -> itemization(all.inner(7), currency)),
                all.each(8, one -> new HouseContact(LocalDateTime.parse(one.text(0)), Channel.valueOf(one.text(1)),
                        (Boolean) one.of.get(2), one.text(3), one.maybe(4).map(NonPaymentReason::valueOf))),
                all.each(9, one -> houseCase(one, currency)),
                ((List<?>) all.of.get(10)).stream().map(String.class::cast).toList());
    }

    private static Debtor debtor(Values one) {
        return new Debtor(one.text(0), DebtorType.valueOf(one.text(1)), one.text(2), one.text(3),
                new Debtor.Address(one.text(4), one.text(5), one.text(6), new Place(one.text(7), one.text(8))),
                one.maybe(9).map(ZoneId::of), one.text(10));
    }

    private static HouseCase houseCase(Values one, String currency) {
        return new HouseCase(one.text(0), HouseCase.Type.valueOf(one.text(1)), one.day(2),
                one.maybe(3).map(LocalDate::parse), one.of.size() == 4 ? Optional.empty()
                : Optional.of(new HouseCase.Plan(one.maybe(4).map(LocalDate::parse), one.day(5),
                Money.of(one.text(6), currency), Long.parseLong(one.text(7)), one.text(8))));
    }

    private static Itemization itemization(Values one, String currency) {
        return new Itemization(one.day(0), Money.of(one.text(1), currency), Money.of(one.text(2), currency),
                Money.of(one.text(3), currency), Money.of(one.text(4), currency), Money.of(one.text(5), currency),
                Money.of(one.text(6), currency));
    }

    /** One list of the document. */
    private record Values(List<?> of) {

        String text(int at) {
            return (String) of.get(at);
        }

        Optional<String> maybe(int at) {
            return Optional.ofNullable(of.get(at)).map(Object::toString);
        }

        LocalDate day(int at) {
            return LocalDate.parse(text(at));
        }

        Values inner(int at) {
            return new Values((List<?>) of.get(at));
        }

        <T> List<T> each(int at, Function<Values, T> read) {
            return ((List<?>) of.get(at)).stream().map(one -> read.apply(new Values((List<?>) one))).toList();
        }
    }
}
