package io.graceway.edge.source.call;

import io.graceway.edge.source.folder.Sha256;
import io.graceway.edge.source.soap.Account;
import io.graceway.edge.source.soap.Case;
import io.graceway.edge.source.soap.Contact;
import io.graceway.edge.source.soap.Debtor;
import io.graceway.edge.source.soap.Item;
import io.graceway.journey.delinquency.TableReader;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.XMLGregorianCalendar;

/** An answer as rows: columns are called as the elements of the contract are, and {@code account} says whose it is. */
final class Columns {

    /** In the order in which an account's rows are read. */
    static final List<String> TABLES = List.of("item", "debtor", "contact", "case");

    private final TableReader reader;
    private final MessageDigest digest;
    private final TableReader.LineSink sink;
    private final Map<String, Long> rows;

    /** @param rows how many rows of each table there were so far */
    Columns(TableReader reader, MessageDigest digest, TableReader.LineSink sink, Map<String, Long> rows) {
        this.reader = reader;
        this.digest = digest;
        this.sink = sink;
        this.rows = rows;
    }

    void read(Account account) {
        TABLES.forEach(table -> read(account, table));
    }

    void read(Account account, String table) {
        String number = account.getNumber();
        switch (table) {
            case "item" -> account.getItem().forEach(item -> row(table, number, item(item)));
            case "debtor" -> account.getDebtor().forEach(debtor -> row(table, number, debtor(debtor)));
            case "contact" -> account.getContact().forEach(contact -> row(table, number, contact(contact)));
            default -> account.getCase().forEach(one -> row(table, number, houseCase(one)));
        }
    }

    private void row(String table, String account, String... namesAndTexts) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("account", account);
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            if (namesAndTexts[i + 1] != null) {
                columns.put(namesAndTexts[i], namesAndTexts[i + 1]);
            }
        }
        Sha256.add(digest, table);
        columns.forEach((name, text) -> Sha256.add(digest, name, text));
        reader.read(table, rows.merge(table, 1L, Long::sum), columns, sink);
    }

    private static String[] item(Item item) {
        return new String[] {"id", item.getId(), "due", text(item.getDue()), "open", item.getOpen().toPlainString(),
                "currency", item.getCurrency(), "kind", item.getKind()};
    }

    private static String[] debtor(Debtor one) {
        return new String[] {"name", one.getName(), "type", one.getType(), "email", one.getEmail(),
                "phone", one.getPhone(), "street", one.getStreet(), "city", one.getCity(),
                "region", one.getRegion(), "postal-code", one.getPostalCode(), "country", one.getCountry(),
                "zone", one.getZone(), "language", one.getLanguage()};
    }

    private static String[] contact(Contact contact) {
        return new String[] {"at", text(contact.getAt()), "channel", contact.getChannel(),
                "direction", contact.getDirection(), "outcome", contact.getOutcome(), "reason", contact.getReason()};
    }

    private static String[] houseCase(Case one) {
        return new String[] {"id", one.getId(), "type", one.getType(), "opened", text(one.getOpened()),
                "closed", text(one.getClosed())};
    }

    /** A day has no offset that could matter, and a time is the debtor's own: the contract says so. */
    private static String text(XMLGregorianCalendar when) {
        if (when == null) {
            return null;
        }
        XMLGregorianCalendar local = (XMLGregorianCalendar) when.clone();
        local.setTimezone(DatatypeConstants.FIELD_UNDEFINED);
        return local.toXMLFormat();
    }
}
