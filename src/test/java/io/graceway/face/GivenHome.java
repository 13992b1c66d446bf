package io.graceway.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A home folder with one brand and one agency, whose routes do nothing by themselves. */
public final class GivenHome {

    private static final String BRAND = """
            legal-name: Acme Housewares Ltd
            display-name: Acme & Sons
            in-house:
              version: 1
              since: 2020-01-01
              window-days: 30
              attempts: 3
              channels: 2
              attempts-a-day: 1
              reasons-hold: false
            notice:
              template: plain
              template-version: 1
              channels: [EMAIL, LETTER]
              last-chance-days: 14
              bounce-days: 3
              post-days: 2
              share-email: true
              contact: 0800 000 000, care@acme.example
              how-to-pay: by transfer
            """;
    private static final String AGENCY = """
            name: Northgate Recoveries
            dialect: flat-csv
            accepts: {types: [CONSUMER], kinds: [TRADE], currencies: [USD]}
            capacity: 10
            share: 1
            cutoff: {at: "18:00", zone: UTC}
            vetting: {required: [], credentials: [], sub-agencies: [{name: Fieldwork Partners, from: 2026-01-01,
              until: 2026-12-31, evidence-sha256: 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae}]}
            mailbox: {rest: {base: "http://127.0.0.1:9/", token: none}}
            seal:
              keys: northgate.asc
              pins: [{fingerprint: "0000000000000000000000000000000000000000", from: 2026-01-01, until: 2026-12-31}]
            remittance: {basis: NET, fees: [{from-days: 0, basis-points: 2500},
              {tier: 2, from-days: 0, basis-points: 3000},
              {tier: 2, from-days: 30, from-balance: 100.50, basis-points: 3500}], fee-on-direct: true}
            recall: {objection-days: 7, extension-days: 30}
            """;
    private static final String ROUTE = """
            - route:
                id: idle
                description: Does nothing, so that only a test changes the store.
                from:
                  uri: direct:idle
                  steps:
                    - log: idle
            """;

    private GivenHome() {
    }

    /** @param house further lines of {@code house.yaml} */
    public static Path in(Path folder, String... house) {
        try {
            Path partners = folder.resolve("partner-config");
            Files.createDirectories(partners.resolve("brands"));
            Files.createDirectories(partners.resolve("agencies"));
            Files.createDirectories(folder.resolve("routes"));
            Files.writeString(partners.resolve("house.yaml"), "name: Acme Group\nlog: {origin: log.example/acme}\n"
                    + String.join("\n", house) + "\n");
            Files.writeString(partners.resolve("brands/acme.yaml"), BRAND);
            Files.writeString(partners.resolve("agencies/northgate.yaml"), AGENCY);
            Files.writeString(folder.resolve("routes/10-idle.camel.yaml"), ROUTE);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
