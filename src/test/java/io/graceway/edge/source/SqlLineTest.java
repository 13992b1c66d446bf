package io.graceway.edge.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.source.sql.SqlLine;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.writeback.Posting;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Every step of reaching a PostgreSQL database fails for its own reason. */
class SqlLineTest {

    private static final String GIVEN = ((PGSimpleDataSource) Databases.postgres()).getUrl();
    private static final Map<Posting.Kind, String> STATEMENTS = Map.of(Posting.Kind.PAYMENT,
            "update line_account set balance = balance - :amount where number = :account");

    private static List<String> steps(String url, String user) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(user);
        database.setPassword("x");
        SqlTerms terms = new SqlTerms(Map.of("accounts", "select number from line_account where number > :after order"
                + " by number limit :limit", "item", "select number as account from line_account where number > :after"
                + " and number <= :upto"), STATEMENTS);
        SqlSource source = new SqlSource(database, terms, new PlainTables(), SqlLine.of(url));
        return source.check().stream().map(SqlLineTest::told).toList();
    }

    private static String told(CheckStep one) {
        return (one.step() + " " + one.code()).strip();
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = Databases.postgres().getConnection(); Statement run = connection
                .createStatement()) {
            for (String one : statements) {
                run.execute(one);
            }
        }
    }

    private static String url(String from, String to) {
        assertThat(GIVEN).contains("localhost");
        return GIVEN.replaceFirst("[?].*", "").replaceFirst(from, to);
    }

    @Test
    void each_step_is_told() throws Exception {
        run("create table if not exists line_account (number varchar(20), balance numeric)");
        assertThat(steps(url("x^", ""), "postgres")).containsExactly("resolve", "connect", "login", "query accounts",
                "query item");
        assertThat(steps(url("localhost", "no-such-host.invalid"), "postgres")).containsExactly("resolve GW-SRC-126");
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(steps(url(":[0-9]+/", ":" + free + "/"), "postgres")).containsExactly("resolve",
                "connect GW-SRC-127");
        assertThat(steps(url("$", "?sslmode=require"), "postgres")).containsExactly("resolve", "connect",
                "TLS GW-SRC-128");
        assertThat(steps(url("x^", ""), "nobody_here")).containsExactly("resolve", "connect", "login GW-SRC-042");
    }

    @Test
    void a_statement_that_we_may_not_run_is_told_and_nothing_is_run() throws Exception {
        run("create table if not exists line_account (number varchar(20), balance numeric)",
                "insert into line_account values ('0001', 5)", "drop role if exists line_reader",
                "create role line_reader login", "grant select on line_account to line_reader",
                "drop table if exists graceway_posting", "create table graceway_posting (posting_key varchar(80) not "
                + "null primary key, kind varchar(16) not null, account varchar(64) not null, posted_at timestamp with "
                + "time zone not null)",
                "grant select, insert on graceway_posting to line_reader");
        DataSource owner = Databases.postgres();
        assertThat(last(owner)).isEqualTo("statement PAYMENT");
        PGSimpleDataSource reader = new PGSimpleDataSource();
        reader.setUrl(url("x^", ""));
        reader.setUser("line_reader");
        assertThat(last(reader)).isEqualTo("statement PAYMENT GW-SRC-044");
        assertThat(new Rows(owner).text("select balance from line_account where number = '0001'")).isEqualTo("5");
        run("drop table graceway_posting", "drop table line_account", "drop role line_reader");
    }

    private static String last(DataSource database) {
        List<CheckStep> steps = new SqlSource(database, new SqlTerms(Map.of(), STATEMENTS), new PlainTables(),
                Optional.empty()).checkWriting();
        return told(steps.get(steps.size() - 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            jdbc:postgresql://db.example/erp                                | db.example:5432 false
            jdbc:postgresql://db.example:6432/erp?user=x&sslmode=verify-full | db.example:6432 true
            jdbc:postgresql://[::1]:5432/erp?sslmode=prefer                  | [::1]:5432 false
            jdbc:postgresql://a,b/erp                                       | -
            jdbc:postgresql:erp                                             | -
            jdbc:postgresql://db.example:99999/erp                          | -
            jdbc:h2:mem:x                                                   | -
            """)
    void the_address_tells_where_it_listens(String url, String expected) throws IOException {
        assertThat(SqlLine.of(url).map(one -> one.host() + ":" + one.port() + " " + one.tls()).orElse(null))
                .isEqualTo(expected);
    }
}
