package io.graceway.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.DocumentWriter;
import io.graceway.edge.document.config.ConfigRefused;
import io.graceway.edge.document.reading.HardenedXml;
import io.graceway.edge.sandbox.PostingLedger;
import io.graceway.edge.source.FileSource;
import io.graceway.edge.source.FileTerms;
import io.graceway.edge.source.FileWriteback;
import io.graceway.edge.source.SoapSource;
import io.graceway.edge.source.SqlSource;
import io.graceway.edge.source.SqlTerms;
import io.graceway.edge.source.TermsRefused;
import io.graceway.edge.source.folder.FolderTerms;
import io.graceway.edge.source.folder.FtpsTerms;
import io.graceway.edge.source.folder.Reach;
import io.graceway.edge.source.folder.SftpTerms;
import io.graceway.edge.source.rest.RestSource;
import io.graceway.edge.source.sql.SqlLine;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.delinquency.AccountSource;
import io.graceway.journey.delinquency.TableReader;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem;
import io.graceway.wiring.config.PartnerFiles;
import io.graceway.wiring.config.SourceConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The source systems, read and written, as the partner files describe them. */
@Configuration(proxyBeanMethods = false)
class SourceWiring {

    private static final long MOST_BYTES = 8L << 30;
    private static final Duration DEAD_LINE = Duration.ofSeconds(30);

    @Bean
    Dialects dialects(Home home) {
        return Dialects.load(home.folder());
    }

    /** Both faces of every source, by id. */
    @Bean
    Systems systems(Home home, Dialects dialects, Clock clock) {
        Systems systems = Systems.none();
        Parts parts = new Parts(home, dialects, clock, UnaryOperator.identity());
        home.files().sources().forEach((id, file) -> connect(id, file, parts, systems));
        if (home.sandbox()) {
            systems.postings().replaceAll((id, one) -> one.takes().isEmpty() ? one
                    : new PostingLedger(home.folder("postings").resolve(id), one.takes()));
            systems.pools().forEach(one -> one.setReadOnly(true));
        }
        return systems;
    }

    /**
     * What sources are made of.
     *
     * @param lens what looks at every record as it is read
     */
    record Parts(Home home, Dialects dialects, Clock clock, UnaryOperator<TableReader> lens) {

        TableReader reader(SourceConfig file) {
            return lens.apply(dialects.accounts(file.dialect()));
        }
    }

    /** @throws ConfigRefused with file and line of what cannot be meant */
    static void connect(String id, SourceConfig file, Parts parts, Systems into) {
        SourceTerms.check(id, file, parts.home().files(), parts.dialects());
        try {
            if (file.files() != null) {
                files(id, file, parts, into);
            } else if (file.sql() != null) {
                into.both(id, sql(file, parts, into));
            } else if (file.rest() != null) {
                into.both(id, new RestSource(file.rest(), parts.reader(file), HardenedXml::reader,
                        parts.home().folder("spool/" + id), parts.clock()));
            } else {
                into.both(id, new SoapSource(file.soap().terms(parts.home().files()::resolve), parts.reader(file)));
            }
        } catch (IllegalArgumentException e) {
            String place = e instanceof TermsRefused refused ? "/" + refused.place() : "";
            throw parts.home().files().refusedSource(id, "/" + SourceTerms.way(file) + place, "GW-CFG-108",
                    e.getMessage());
        }
    }

    /**
     * @param postings of every source: one that takes none has its postings done by people
     * @param pools    connections that are closed at the end
     */
    record Systems(Map<String, AccountSource> accounts, Map<String, SourceSystem> postings,
                   List<HikariDataSource> pools) implements AutoCloseable {

        static Systems none() {
            return new Systems(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        }

        private <T extends AccountSource & SourceSystem> void both(String id, T source) {
            accounts.put(id, source);
            postings.put(id, source.takes().isEmpty() ? SourceSystem.byHand() : source);
        }

        @Override
        public void close() {
            pools.forEach(HikariDataSource::close);
        }
    }

    private static void files(String id, SourceConfig file, Parts parts, Systems into) {
        SourceConfig.Files files = file.files();
        Dialects dialects = parts.dialects();
        Set<String> required = files.required() == null ? Set.of("item") : Set.copyOf(files.required());
        Optional<? extends Reach> reach = reach(files, parts.home().files());
        into.accounts.put(id, new FileSource(new FileTerms(folder(files.folder(), files), tables(file, dialects),
                required, reach, settle(files.settleSeconds()), MOST_BYTES, Boolean.TRUE.equals(files.delta())),
                parts.reader(file), parts.home().folder("spool/" + id)));
        into.postings.put(id, SourceSystem.byHand());
        if (files.postings() != null) {
            DocumentWriter writer = dialects.writer(file.dialect(), "posting");
            Set<Posting.Kind> takes = files.takes() == null ? Posting.Kind.COMMON : Set.copyOf(files.takes());
            into.postings.put(id, new FileWriteback(new FolderTerms(folder(files.postings(), files), reach),
                    takes, (out, postings) -> write(writer, out, postings), parts.clock()));
        }
    }

    static Map<String, String> tables(SourceConfig file, Dialects dialects) {
        return file.files().tables() == null ? dialects.accountTables(file.dialect()) : file.files().tables();
    }

    static Duration settle(Integer seconds) {
        return Duration.ofSeconds(seconds == null ? 2 : seconds);
    }

    private static String folder(String folder, SourceConfig.Files files) {
        if (files.sftp() == null && files.ftps() == null) {
            return folder;
        }
        SourceConfig.Sftp sftp = files.sftp();
        SourceConfig.Ftps ftps = files.ftps();
        return (ftps == null ? "sftp://" + sftp.user() + "@" + sftp.host() + ":" + sftp.port()
                : "ftps://" + ftps.user() + "@" + ftps.host() + ":" + ftps.port()) + "/" + folder;
    }

    private static Optional<Reach> reach(SourceConfig.Files files, PartnerFiles home) {
        if (files.sftp() != null && files.ftps() != null) {
            throw new TermsRefused("ftps", "a folder is reached by sftp or by ftps; take one out");
        }
        if (files.ftps() != null) {
            return Optional.of(new FtpsTerms(files.ftps().password(), Optional.ofNullable(files.ftps().trusted())
                    .map(home::resolve), Boolean.TRUE.equals(files.ftps().implicit())));
        }
        return Optional.ofNullable(files.sftp()).map(sftp -> new SftpTerms(home.resolve(sftp.knownHosts()),
                home.resolve(sftp.identity()), sftp.passphrase() == null ? "" : sftp.passphrase()));
    }

    private static void write(DocumentWriter writer, OutputStream out, List<Posting> postings) throws IOException {
        writer.write(out, postings.stream().map(one -> DocumentLine.of("posting", "key", one.key(), "account",
                one.account().number().value(), "kind", one.kind().name(), "amount",
                one.amount().map(money -> money.amount()).orElse(null), "currency", one.account().currency(), "on",
                one.on(), "code", one.code().isEmpty() ? null : one.code(), "reference", one.reference(), "text",
                one.text())).toList());
    }

    private static SqlSource sql(SourceConfig file, Parts parts, Systems into) {
        SourceConfig.Sql sql = file.sql();
        SqlTerms terms = new SqlTerms(sql.queries(), sql.statements() == null ? Map.of() : sql.statements());
        HikariDataSource database = new HikariDataSource();
        into.pools.add(database);
        database.setJdbcUrl(sql.url());
        database.setUsername(sql.user());
        database.setPassword(sql.password());
        database.setMaximumPoolSize(2);
        database.setInitializationFailTimeout(-1);
        if (sql.url().startsWith("jdbc:postgresql:")) {
            // A line that goes dead in the middle of a statement would keep every other source waiting for ever.
            database.addDataSourceProperty("socketTimeout", Long.toString(terms.timeout().plus(DEAD_LINE).toSeconds()));
            database.addDataSourceProperty("tcpKeepAlive", "true");
        }
        return new SqlSource(database, sql.page() == null ? terms : terms.paged(sql.page()), parts.reader(file),
                SqlLine.of(sql.url()));
    }
}
