package io.graceway.face.console.onboard;

import io.graceway.edge.store.console.SqlDrafts;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** A draft of an agency that somebody began. */
public final class GivenDrafts {

    private static final String TEXT = """
            # An agency.
            name: Lakeside Recoveries  # its legal name
            dialect: flat-csv
            accepts: {types: [CONSUMER], kinds: [TRADE], currencies: [USD]}
            capacity: 0
            share: 0
            cutoff: {at: "17:30", zone: America/New_York}
            vetting:
              required: [INSURANCE]
              credentials:
                - {type: LICENCE, issuer: Example Department, number: "1", jurisdiction: US-WA, from: 2026-01-01,
                   until: 2026-12-31, evidence-sha256: %s}
            mailbox:
              sftp: {host: sftp.lakeside.example, port: 22, user: house, identity: keys/ssh,
                known-hosts: keys/known_hosts, out: in, in: out}
            seal:
              keys: keys/lakeside.asc
              pins:
                - {fingerprint: "0000000000000000000000000000000000000000", from: 2026-01-01, until: 2026-12-31}
            remittance: {basis: NET, fees: [{from-days: 0, basis-points: 2500}], fee-on-direct: true}
            recall: {objection-days: 9, extension-days: 30}
            """.formatted("2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae");

    private GivenDrafts() {
    }

    /** Begun by somebody whom no test signs in as. */
    public static void begin(DataSource store, String agency) {
        new SqlDrafts(store).begin(new Draft(agency, 0, "", TEXT, "", "", List.of("somebody"),
                Instant.parse("2026-03-05T12:00:00Z"), "", "", null));
    }
}
