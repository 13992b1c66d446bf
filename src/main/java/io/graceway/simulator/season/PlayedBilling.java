package io.graceway.simulator.season;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.tools.Server;

/** A played billing system: a database that is read by query and written by statement. */
public final class PlayedBilling implements AutoCloseable {

    private static final String[] TABLES = {
        "create table customer (customer_no varchar primary key, full_name varchar, legal_form varchar, email varchar, "
            + "phone varchar, street varchar, city varchar, state varchar, zip varchar, country varchar, tz varchar, "
                    + "lang varchar)",
        "create table invoice (customer_no varchar, invoice_no varchar primary key, currency varchar, open_minor "
                + "bigint, due_date date)",
        "create table contact (customer_no varchar, contacted_at timestamp, medium varchar, incoming integer, result "
                + "varchar, "
            + "reason_code varchar)",
        "create table ticket (customer_no varchar, ticket_no varchar primary key, category varchar, opened_on date, "
                + "closed_on date)",
        "create table graceway_posting (posting_key varchar(80) not null primary key, kind varchar(16) not null, "
            + "account varchar(64) not null, posted_at timestamp with time zone not null)"};

    private static final Map<String, String> FORM =
            Map.of("COMPANY", "C", "SOLE_TRADER", "S", "CONSUMER", "P", "", "P");
    private static final Map<String, String> MEDIUM = Map.of("EMAIL", "mail", "PHONE", "call", "LETTER", "letter");
    private static final Map<String, String> REASON = Map.of("UNREACHED", "UNR", "REFUSED", "REF", "", "");
    private static final Map<String, String> CATEGORY = Map.of("DISPUTE", "DISP", "ARRANGEMENT", "PLAN");

    private final Server server;
    /** Ports come back within one process; a database must not. */
    private final String name = UUID.randomUUID().toString();
    private final Connection database;

    /** Served over TCP, so that a gateway in another process reads it too. */
    PlayedBilling(List<PlayedAccount> accounts) throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        database = DriverManager.getConnection(url(), "sa", "");
        try (Statement statement = database.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        for (PlayedAccount one : accounts) {
            add(one);
        }
    }

    String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:" + name
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
    }

    /** One more customer; from here on only the database knows what is open. */
    public void add(PlayedAccount one) throws SQLException {
        run("insert into customer values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", one.number, one.name(),
                FORM.get(one.type), one.hasEmail ? one.email() : null, null, one.serial + " Sample Street",
                one.region.city(), one.region.region(), one.region.postalCode(), one.region.country(),
                one.region.zone(), one.region.language());
        for (Map.Entry<String, java.math.BigDecimal> item : one.open.entrySet()) {
            run("insert into invoice values (?, ?, ?, ?, ?)", one.number, item.getKey(), one.currency,
                    item.getValue().movePointRight(2).longValueExact(), one.due.get(item.getKey()));
        }
        for (PlayedAccount.Contact contact : one.contacts) {
            run("insert into contact values (?, ?, ?, 0, ?, ?)", one.number, contact.at(),
                    MEDIUM.get(contact.channel()), contact.outcome(), REASON.get(contact.reason()).isEmpty() ? null
                    : REASON.get(contact.reason()));
        }
        for (PlayedAccount.Case each : one.cases) {
            run("insert into ticket values (?, ?, ?, ?, ?)", one.number, each.id(), CATEGORY.get(each.type()),
                    each.opened(), each.closed());
        }
    }

    /** A customer pays the house itself. */
    public void payDirectly(String number, long minor) throws SQLException {
        run("update invoice set open_minor = open_minor - ? where customer_no = ?", minor, number);
    }

    /** What is open, in minor units. */
    public long openMinor(String number) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(
                "select coalesce(sum(open_minor), 0) from invoice where customer_no = ?")) {
            statement.setString(1, number);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The billing team settles tickets that Graceway opened. */
    void settle(LocalDate day) throws SQLException {
        run("update ticket set closed_on = ? where closed_on is null and ticket_no like 'A%' and opened_on <= ?", day,
                day.minusDays(21));
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
        server.stop();
    }
}
