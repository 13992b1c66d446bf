package io.graceway.wiring;

import io.graceway.edge.agency.hosted.HostedMailbox;
import io.graceway.edge.agency.hosted.Tray;
import io.graceway.face.command.SandboxHome;
import io.graceway.face.command.WalkingClock;
import io.graceway.face.console.sign.Passwords;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.wiring.config.AgencyConfig;
import io.graceway.wiring.config.HouseFile;
import io.graceway.wiring.config.PartnerFiles;
import io.graceway.wiring.config.SourceConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A house that is tried out: its own files without a way to anybody, a store that is marked, and a clock to walk.
 *
 * @param clock stands where it was left
 */
record Sandbox(Home home, WalkingClock clock) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_FILES = 1_000;

    /** @throws io.graceway.edge.store.door.StoreRefused before anything is written, where the store is a real one */
    static Sandbox open(SandboxHome asked) {
        Home home = Home.sandbox(asked.home(), asked.folder(), asked.environment(), files -> apart(files, asked));
        StoreOpening.look(home);
        return new Sandbox(home, new WalkingClock(begun(home, asked)));
    }

    /** What only a sandbox has. */
    void join(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context).registerBean(Sandbox.class, () -> this);
    }

    /** The start of the day it stands on; made at its beginning, and read ever after. */
    private static Instant begun(Home home, SandboxHome asked) {
        DriverManagerDataSource store = new DriverManagerDataSource(StoreOpening.door(home).url(),
                StoreOpening.door(home).user(), StoreOpening.door(home).password());
        try {
            StoreOpening.migrations(home).dataSource(store).load().migrate();
        } catch (FlywayException e) {
            throw StoreOpening.migration(e);
        }
        JdbcTemplate jdbc = new JdbcTemplate(store);
        jdbc.update("insert into sandbox (only_one, begun_on, stands_at) select 1, cast(? as date), cast(? as "
                + "timestamp with time zone) where not exists (select 1 from sandbox)", asked.first(),
                asked.first().atStartOfDay(zone(home)).toOffsetDateTime());
        return jdbc.queryForObject("select stands_at from sandbox", OffsetDateTime.class).toInstant();
    }

    /** Whose calendar the days are. */
    static ZoneId zone(Home home) {
        HouseFile.Schedule schedule = home.files().house().schedule();
        return schedule == null ? ZoneOffset.UTC : schedule.zone();
    }

    /** An agency's mailbox is two folders, {@code agencies/ID/home/to-agency} and {@code from-agency} beside it. */
    static AgencyMailbox mailbox(String id, Home home, Set<String> incoming) {
        Tray tray = new Tray(id, home.folder("agencies").resolve(id), Long.MAX_VALUE, MOST_FILES);
        return new HostedMailbox(tray.with(incoming.stream().filter(one -> !one.isEmpty()).map(one ->
                Tray.FROM_AGENCY + "/" + one).collect(Collectors.toSet())), "sandbox", () -> { }, any -> { });
    }

    private static PartnerFiles apart(PartnerFiles files, SandboxHome asked) {
        Map<String, AgencyConfig> agencies = new TreeMap<>();
        files.agencies().forEach((id, one) -> agencies.put(id, new AgencyConfig(one.name(), one.dialect(),
                one.settings(), one.accepts(), one.capacity(), one.share(), one.cutoff(), one.vetting(),
                new AgencyConfig.Mailbox(null, null, null, null, null, null, one.mailbox().webhook()), one.seal(),
                one.remittance(), one.recall())));
        Map<String, SourceConfig> sources = new TreeMap<>();
        files.sources().forEach((id, one) -> sources.put(id, new SourceConfig(one.brand(), one.debt(), one.dialect(),
                one.files(), one.sql(), one.soap(), one.rest(), null, one.webhookTo())));
        return new PartnerFiles(files.folder(), house(files.house(), asked), files.brands(), agencies, sources,
                files.yaml());
    }

    private static HouseFile house(HouseFile real, SandboxHome asked) {
        HouseFile.Console console = new HouseFile.Console(LOOPBACK, asked.port(), false, null, null, null, false,
                people(real.console(), asked.folder()), null, null);
        return new HouseFile(real.name(), null, real.store() == null ? null : real.store().sandbox(),
                URI.create("http://" + LOOPBACK + ":" + asked.port()), real.mail(), null, real.printFolder() == null
                ? null : Path.of("letters"), real.seal(), new HouseFile.Log(real.log().origin() + "/sandbox", null,
                null), null, console, real.schedule());
    }

    /** Where the house names nobody with a password, one person with every role, whose word lies in the folder. */
    private static Map<String, HouseFile.Person> people(HouseFile.Console real, Path folder) {
        if (real != null && !real.people().isEmpty()) {
            return real.people();
        }
        Path file = folder.resolve("sign-in.txt");
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(folder);
                Files.writeString(file, new BigInteger(100, new SecureRandom()).toString(36));
            }
            return Map.of("sandbox", new HouseFile.Person(Passwords.hash(Files.readString(file).strip()),
                    List.of("operator", "approver", "auditor", "administrator")));
        } catch (IOException e) {
            throw new UncheckedIOException("GW-BOX-005: the sandbox's folder " + folder + " cannot be written; give "
                    + "another one with --folder", e);
        }
    }
}
