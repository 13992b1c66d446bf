package io.graceway.journey.placement;

import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseContact;
import io.graceway.journey.delinquency.Itemization;
import io.graceway.journey.delinquency.OpenItem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What an agency is told of one placement: an allow-list of fields, nothing else of the account leaves the house. */
public final class PlacementLines {

    private final String creditor;

    /** @param creditor legal name of the creditor, for the agency's own validation notice */
    public PlacementLines(String creditor) {
        this.creditor = creditor;
    }

    /**
     * The records {@code placement}, {@code item} and {@code contact} of one placement.
     *
     * @param account   as it was on the day it was placed
     * @param emailKept the customer keeps the e-mail address from the agency
     */
    public void write(Placement placement, DelinquentAccount account, boolean emailKept, String toneSha256,
                      Consumer<DocumentLine> into) {
        into.accept(new DocumentLine(0, "placement", placement(placement, account, emailKept, toneSha256)));
        String number = placement.number().value();
        for (OpenItem item : account.pastDue(placement.placedOn())) {
            into.accept(DocumentLine.of("item", "placement", number, "id", item.id(), "due", item.due(),
                    "open", item.open().amount(), "currency", item.open().currency()));
        }
        for (HouseContact contact : account.attempts(placement.placedOn())) {
            into.accept(DocumentLine.of("contact", "placement", number, "at", contact.at(), "channel",
                    contact.channel().name(), "direction", contact.outbound() ? "OUT" : "IN", "outcome",
                    contact.outcome()));
        }
    }

    private Map<String, Object> placement(Placement placement, DelinquentAccount account, boolean emailKept,
            String toneSha256) {
        LocalDate day = placement.placedOn();
        LocalDate missed = account.firstMissed(day).orElseThrow();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("placement", placement.number().value());
        fields.put("account", account.key().number().value());
        fields.put("creditor", creditor);
        fields.put("brand", account.brand().id());
        fields.put("currency", account.key().currency());
        fields.put("balance", placement.placed().amount());
        itemize(account.itemization().orElseGet(() -> Itemization.ofOpenAmount(missed, placement.placed())), fields);
        fields.put("first-missed", missed);
        fields.put("kind", account.kind().name());
        debtor(account.debtor(), emailKept, fields);
        reason(account, day).ifPresent(reason -> fields.put("reason", reason));
        fields.put("fee-basis-points", (long) placement.feeBasisPoints());
        String[] tone = placement.tone().split("@");
        fields.put("tone-profile", tone[0]);
        fields.put("tone-version", Long.valueOf(tone[1]));
        fields.put("tone-sha256", toneSha256);
        return fields;
    }

    private static void itemize(Itemization itemization, Map<String, Object> fields) {
        fields.put("itemized-on", itemization.date());
        fields.put("itemized-amount", itemization.amount().amount());
        fields.put("interest", itemization.interest().amount());
        fields.put("fees", itemization.fees().amount());
        fields.put("payments", itemization.payments().amount());
        fields.put("credits", itemization.credits().amount());
    }

    private static void debtor(Debtor debtor, boolean emailKept, Map<String, Object> fields) {
        fields.put("debtor-type", debtor.type().name());
        fields.put("name", debtor.name());
        put(fields, "street", debtor.address().street());
        put(fields, "city", debtor.address().city());
        put(fields, "postal-code", debtor.address().postalCode());
        put(fields, "region", debtor.place().region());
        put(fields, "country", debtor.place().country());
        put(fields, "phone", debtor.phone());
        put(fields, "email", emailKept ? "" : debtor.email());
        put(fields, "zone", debtor.zone().map(ZoneId::getId).orElse(""));
        put(fields, "language", debtor.language());
    }

    /** The last reason for non-payment that the house learned. */
    private static Optional<String> reason(DelinquentAccount account, LocalDate day) {
        return account.attempts(day).stream().map(HouseContact::reason).flatMap(Optional::stream)
                .reduce((first, second) -> second).map(Enum::name);
    }

    private static void put(Map<String, Object> fields, String name, String value) {
        if (!value.isBlank()) {
            fields.put(name, value);
        }
    }
}
