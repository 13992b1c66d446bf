package io.graceway.face.console.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A house with an agency whose credentials end one after the other, and with a source of four accounts. */
public final class GivenRooms {

    private static final String EVIDENCE = "evidence-sha256: "
            + "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae}";
    private static final String AGENCY = """
            name: Harbour Collections
            dialect: flat-csv
            accepts: {types: [CONSUMER], kinds: [TRADE], currencies: [USD]}
            capacity: 10
            share: 1
            cutoff: {at: "17:30", zone: America/New_York}
            vetting: {required: [], sub-agencies: [], credentials: [
              {type: INSURANCE, issuer: Example Mutual, number: EO-9, from: 2026-01-01, until: 2026-12-31, %1$s,
              {type: LICENCE, issuer: Example Department, number: NO-7, jurisdiction: US-NV, from: 2025-05-02,
                until: 2026-05-01, %1$s,
              {type: BOND, issuer: Example Surety, number: BO-3, from: 2025-02-01, until: 2026-01-31, %1$s]}
            mailbox: {rest: {base: "http://127.0.0.1:9/", token: none}}
            seal: {keys: harbour.asc, pins: [{fingerprint: "1111111111111111111111111111111111111111",
              from: 2026-01-01, until: 2026-12-31}]}
            remittance: {basis: NET, fees: [{from-days: 0, basis-points: 2500}], fee-on-direct: true}
            recall: {objection-days: 9, extension-days: 30}
            """;

    private GivenRooms() {
    }

    /** Before the gateway is started there. */
    public static Path in(Path folder) {
        try {
            Path partners = folder.resolve("partner-config");
            Files.createDirectories(partners.resolve("agencies"));
            Files.createDirectories(partners.resolve("sources"));
            Files.createDirectories(folder.resolve("export"));
            Files.writeString(partners.resolve("agencies/harbour.yaml"), AGENCY.formatted(EVIDENCE));
            Files.writeString(partners.resolve("sources/billing.yaml"), "brand: acme\ndebt: UTILITY\n"
                    + "dialect: erp-csv\nfiles: {folder: " + folder.resolve("export") + ", settle-seconds: 0}\n");
            export(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void export(Path folder) throws IOException {
        StringBuilder items = new StringBuilder("account,item,currency,open_amount,due_date\n");
        StringBuilder debtors = new StringBuilder("account,name,debtor_type,email,phone,street,city,region,"
                + "postal_code,country,time_zone,language\n");
        for (int i = 1; i <= 30; i++) {
            items.append("B-").append(i).append(",I").append(i).append(",USD,10.00,2026-01-03\n");
            debtors.append("B-").append(i).append(",Pat Sample ").append(i)
                    .append(",CONSUMER,,,2 Road,Reno,NV,89501,US,America/Los_Angeles,en\n");
        }
        Path set = folder.resolve("export");
        Files.writeString(set.resolve("items.csv"), items);
        Files.writeString(set.resolve("customers.csv"), debtors);
        Files.writeString(set.resolve("contacts.csv"), "account,at,channel,direction,outcome,non_payment_reason\n");
        Files.writeString(set.resolve("cases.csv"), "account,case,type,opened_on,closed_on\n");
    }
}
