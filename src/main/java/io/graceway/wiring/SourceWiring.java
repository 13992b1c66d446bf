package io.graceway.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.DocumentWriter;
import io.graceway.edge.source.FileSource;
import io.graceway.edge.source.FileTerms;
import io.graceway.edge.source.FileWriteback;
import io.graceway.edge.source.SoapSource;
import io.graceway.edge.source.SoapTerms;
import io.graceway.edge.source.SqlSource;
import io.graceway.edge.source.SqlTerms;
import io.graceway.edge.source.folder.FolderTerms;
import io.graceway.edge.source.folder.SftpTerms;
import io.graceway.edge.source.rest.RestSource;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.delinquency.AccountSource;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem;
import io.graceway.wiring.config.ConfigRefusal;
import io.graceway.wiring.config.PartnerFiles;
import io.graceway.wiring.config.SourceConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The source systems, read and written, as the partner files describe them. */
@Configuration(proxyBeanMethods = false)
class SourceWiring {

    private static final long MOST_BYTES = 8L << 30;

    @Bean
    Dialects dialects(Home home) {
        return Dialects.load(home.folder());
    }

    /** Both faces of every source, by id. */
    @Bean
    Systems systems(Home home, Dialects dialects, Clock clock) {
        Systems systems = new Systems(new TreeMap<>(), new TreeMap<>());
        home.files().sources().forEach((id, file) -> {
            if (!home.files().brands().containsKey(file.brand())) {
                throw ConfigRefusal.of("GW-CFG-105", "sources/" + id + ".yaml names the brand " + file.brand()
                        + ", which has no file in brands/");
            }
            try {
                connect(id, file, home, dialects, clock, systems);
            } catch (IllegalArgumentException e) {
                throw ConfigRefusal.of("GW-CFG-108", "sources/" + id + ".yaml: " + e.getMessage());
            }
        });
        return systems;
    }

    private static void connect(String id, SourceConfig file, Home home, Dialects dialects, Clock clock, Systems into) {
        if (Stream.of(file.files(), file.sql(), file.soap(), file.rest()).filter(Objects::nonNull).count() != 1) {
            throw ConfigRefusal.of("GW-CFG-106", "sources/" + id
                    + ".yaml has to say exactly one of files, sql, soap and rest: how the source is read");
        }
        if (file.files() != null) {
            files(id, file, home, dialects, clock, into);
        } else if (file.sql() != null) {
            into.both(id, sql(file, dialects));
        } else if (file.rest() != null) {
            into.both(id, new RestSource(file.rest(), dialects.accounts(file.dialect()), home.folder("spool/" + id),
                    clock));
        } else {
            into.both(id, soap(file, dialects));
        }
    }

    /** @param postings only of sources that take some */
    record Systems(Map<String, AccountSource> accounts, Map<String, SourceSystem> postings) implements AutoCloseable {

        private <T extends AccountSource & SourceSystem> void both(String id, T source) {
            accounts.put(id, source);
            if (!source.takes().isEmpty()) {
                postings.put(id, source);
            }
        }

        @Override
        public void close() {
            // Pools of source databases end with the process; nothing of ours is open in them.
        }
    }

    private static void files(String id, SourceConfig file, Home home, Dialects dialects, Clock clock, Systems into) {
        SourceConfig.Files files = file.files();
        Map<String, String> tables = files.tables() == null ? dialects.accountTables(file.dialect()) : files.tables();
        Set<String> required = files.required() == null ? Set.of("item") : Set.copyOf(files.required());
        Optional<SftpTerms> sftp = Optional.ofNullable(files.sftp()).map(one -> sftp(one, home.files()));
        into.accounts.put(id, new FileSource(new FileTerms(folder(files.folder(), files.sftp()), tables, required, sftp,
                settle(files.settleSeconds()), MOST_BYTES), dialects.accounts(file.dialect()),
                home.folder("spool/" + id)));
        if (files.postings() != null) {
            DocumentWriter writer = dialects.writer(file.dialect(), "posting");
            Set<Posting.Kind> takes = files.takes() == null ? Set.of(Posting.Kind.values()) : Set.copyOf(files.takes());
            into.postings.put(id, new FileWriteback(new FolderTerms(folder(files.postings(), files.sftp()), sftp),
                    takes, (out, postings) -> write(writer, out, postings), clock));
        }
    }

    static Duration settle(Integer seconds) {
        return Duration.ofSeconds(seconds == null ? 2 : seconds);
    }

    private static String folder(String folder, SourceConfig.Sftp sftp) {
        return sftp == null ? folder : "sftp://" + sftp.user() + "@" + sftp.host() + ":" + sftp.port() + "/" + folder;
    }

    private static SftpTerms sftp(SourceConfig.Sftp sftp, PartnerFiles files) {
        return new SftpTerms(files.resolve(sftp.knownHosts()), files.resolve(sftp.identity()),
                sftp.passphrase() == null ? "" : sftp.passphrase());
    }

    private static void write(DocumentWriter writer, OutputStream out, List<Posting> postings) throws IOException {
        writer.write(out, postings.stream().map(one -> DocumentLine.of("posting", "key", one.key(), "account",
                one.account().number().value(), "kind", one.kind().name(), "amount",
                one.amount().map(money -> money.amount()).orElse(null), "currency", one.account().currency(), "on",
                one.on(), "code", one.code().isEmpty() ? null : one.code(), "reference", one.reference(), "text",
                one.text())).toList());
    }

    private static SqlSource sql(SourceConfig file, Dialects dialects) {
        SourceConfig.Sql sql = file.sql();
        SqlTerms terms = new SqlTerms(sql.queries(), sql.statements() == null ? Map.of() : sql.statements());
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(sql.url());
        database.setUsername(sql.user());
        database.setPassword(sql.password());
        database.setMaximumPoolSize(2);
        database.setInitializationFailTimeout(-1);
        return new SqlSource(database, sql.page() == null ? terms : terms.paged(sql.page()),
                dialects.accounts(file.dialect()));
    }

    private static SoapSource soap(SourceConfig file, Dialects dialects) {
        SourceConfig.Soap soap = file.soap();
        SoapTerms terms = new SoapTerms(soap.endpoint(), soap.user(), soap.password(),
                soap.takes() == null ? Set.of() : Set.copyOf(soap.takes()));
        return new SoapSource(soap.page() == null ? terms : terms.paged(soap.page()),
                dialects.accounts(file.dialect()));
    }
}
