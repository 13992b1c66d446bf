package io.graceway.face.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A made-up export in the layout of the example: what everybody owes, and how the house has tried. */
final class GivenExport {

    private static final String ITEM = "business_code,cust_number,name_customer,business_year,doc_id,posting_date,"
            + "document_create_date,document_create_date.1,due_in_date,invoice_currency,document type,posting_id,"
            + "total_open_amount,baseline_create_date,cust_payment_terms,invoice_id,isOpen";
    private static final String DEBTOR = "cust_number,name,debtor_type,email,phone,street,city,region,postal_code,"
            + "country,time_zone,language";

    private final List<String> items = new ArrayList<>(List.of(ITEM));
    private final List<String> debtors = new ArrayList<>(List.of(DEBTOR));
    private final List<String> contacts = new ArrayList<>(
            List.of("cust_number,at,channel,direction,outcome,non_payment_reason"));
    private final List<String> cases = new ArrayList<>(List.of("cust_number,case_id,type,opened_on,closed_on"));

    GivenExport item(String customer, String due, String currency, String amount) {
        String document = 1000 + items.size() + ".0";
        items.add(String.join(",", "U001", customer, "NAME", "2020.0", document, "2020-02-01", "2020-02-01",
                "2020-02-01", due, currency, "RV", "1.0", amount, "2020-02-01", "NAA8", document, "1"));
        return this;
    }

    GivenExport debtor(String customer, String zone) {
        debtors.add(String.join(",", customer, "NAME", "COMPANY", "ap@customer.example", "+15551234567", "1 Main",
                "Denver", "CO", "80202", "US", zone, "en"));
        return this;
    }

    /** Two e-mails and a call in March, each on its day; who has them was tried often enough. */
    GivenExport tried(String customer) {
        return contact(customer, "2020-03-10T10:00:00", "EMAIL").contact(customer, "2020-03-17T10:00:00", "PHONE")
                .contact(customer, "2020-03-24T10:00:00", "EMAIL");
    }

    GivenExport contact(String customer, String at, String channel) {
        contacts.add(String.join(",", customer, at, channel, "OUT", "DELIVERED", ""));
        return this;
    }

    GivenExport dispute(String customer, String from, String until) {
        cases.add(String.join(",", customer, "C-" + cases.size(), "DISPUTE", from, until));
        return this;
    }

    Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("open_invoices.csv"), items);
        Files.write(folder.resolve("customers.csv"), debtors);
        Files.write(folder.resolve("contacts.csv"), contacts);
        Files.write(folder.resolve("cases.csv"), cases);
        return folder;
    }
}
