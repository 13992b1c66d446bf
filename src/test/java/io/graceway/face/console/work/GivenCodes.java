package io.graceway.face.console.work;

import io.graceway.edge.seal.AgencyKeys;
import io.graceway.edge.seal.AgencyKeys.PinnedKey;
import io.graceway.edge.seal.HouseKeys;
import io.graceway.edge.seal.OpenPgpSeal;
import io.graceway.face.Site;
import io.graceway.journey.account.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** An agency whose sealed file lies in the house because of codes that nobody knows. */
public final class GivenCodes {

    /** What house.yaml needs so that the file can be opened. */
    public static final String SEAL = "seal: {key: keys/house.key, passphrase: of-the-house}";
    /** The exceptions of the lines of its file. */
    public static final String GONE = "QC-2";
    public static final String MOVED = "QC-3";

    private static final String FILE = "placement,code,closed_on,note\nPL-1,GONE,2026-05-01,Pat said so\n"
            + "PL-2,MOVED,2026-05-01,\n";
    private static final Clock EARLIER = Clock.fixed(Instant.parse("2026-01-02T00:00:00Z"), ZoneOffset.UTC);
    private static final String AGENCY = """
            name: Lakeside Recoveries
            dialect: flat-csv
            accepts: {types: [CONSUMER], kinds: [TRADE], currencies: [USD]}
            capacity: 10
            share: 1
            cutoff: {at: "17:30", zone: America/New_York}
            vetting: {required: [], credentials: []}
            mailbox: {rest: {base: "http://127.0.0.1:9/", token: none}}
            seal: {keys: %s, pins: [{fingerprint: "%s", from: 2026-01-01, until: 2026-12-31}]}
            remittance: {basis: NET, fees: [{from-days: 0, basis-points: 2500}], fee-on-direct: true}
            recall: {objection-days: 9, extension-days: 30}
            """;

    private GivenCodes() {
    }

    private static HouseKeys agency(Path home) throws IOException {
        Path keys = Files.createDirectories(home.resolve("lakeside"));
        return HouseKeys.atFirstUse(keys.resolve("lakeside.key"), keys.resolve("lakeside.asc"), "Lakeside",
                "of-the-agency"::toCharArray, EARLIER, new SecureRandom());
    }

    /** Before the gateway is started there. */
    public static Path in(Path home) {
        try {
            Path agencies = Files.createDirectories(home.resolve("partner-config/agencies"));
            Files.writeString(agencies.resolve("lakeside.yaml"), AGENCY.formatted(home.resolve("lakeside/lakeside.asc"),
                    agency(home).fingerprint()));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Afterwards. */
    public static void keep(Path home, Site site) {
        String sha256 = Ids.hex(FILE);
        Path keys = home.resolve("state/keys");
        try {
            PinnedKey house = new PinnedKey(HouseKeys.load(keys.resolve("house.key"), "of-the-house"::toCharArray)
                    .fingerprint(), LocalDate.EPOCH, LocalDate.MAX);
            Path plain = Files.writeString(home.resolve("plain"), FILE);
            Path kept = Files.createDirectories(home.resolve("state/kept"));
            new OpenPgpSeal(agency(home), any -> new AgencyKeys(keys.resolve("house.asc"), List.of(house)),
                    OpenPgpSeal.Limits.DEFAULT, site.clock, new SecureRandom()).seal("house", plain, kept.resolve(
                    Ids.of("F", "lakeside", sha256) + ".sealed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JdbcTemplate jdbc = new JdbcTemplate(site.store);
        jdbc.update("insert into inbox (agency, sha256, name, kind, outcome, code, records, accepted, rejected, "
                + "repeated, at, kept) values ('lakeside', ?, 'closure-1.csv.pgp', 'closure', 'P', 'GW-REM-011', 2, 0, "
                + "2, 0, timestamp with time zone '2026-03-05 10:00:00+00', true)", sha256);
        for (String id : List.of(GONE, MOVED)) {
            jdbc.update("insert into quarantine (id, origin, file, line, field, code, why, at) values (?, 'lakeside', "
                    + "?, ?, 'code', 'GW-REM-011', 'the code is not one of ours', timestamp with time zone "
                    + "'2026-03-05 10:00:00+00')", id, sha256, Long.parseLong(id.substring(3)));
        }
    }
}
