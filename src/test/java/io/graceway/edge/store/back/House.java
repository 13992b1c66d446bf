package io.graceway.edge.store.back;

import io.graceway.audit.EntryTable;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Databases;
import io.graceway.edge.store.Documents;
import io.graceway.edge.store.SqlEntryTable;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Pass;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.eligibility.AccountBook.Stage;
import io.graceway.journey.eligibility.AccountBook.Standing;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import io.graceway.journey.eligibility.HoldReason;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.remittance.Accounts;
import io.graceway.journey.remittance.Cases;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A store with two agencies and placements of theirs: northgate keeps its fee back, harbour bills it. */
public final class House {

    public static final Instant NOON = Instant.parse("2026-05-04T16:00:00Z");
    public static final BrandTone TONE = new BrandTone("acme-home", 4, "{\"v\":4}".getBytes(StandardCharsets.UTF_8),
            new BrandTone.Limits(Set.of(Channel.PHONE, Channel.LETTER), new BigDecimal("8"), new BigDecimal("20"),
            Set.of(7), 2,
            7, List.of("bailiff")), List.of());

    public final DataSource store;
    public final JdbcTemplate jdbc;
    public final TransactionTemplate transaction;
    public final EntryTable entries;
    public final RoutingLog log;
    public final Map<String, Agency> agencies = Map.of("northgate", Cases.net("northgate"), "harbour",
            Cases.gross("harbour"));

    public House(Databases databases) {
        this(databases.of(House.class));
        for (String table : List.of("account", "house_case", "placement", "delivery", "delivery_step",
                "tone_acceptance",
                "agency_message", "inbox", "agency_payment", "direct_payment", "recall", "news", "told",
                "inventory_break", "alerted", "erasure", "fee_invoice", "payout", "arrangement",
                "activity", "tone_finding", "approval",
                "posting", "source_check", "quarantine", "routing_entry", "account_document", "account_name",
                "placement_document", "placement_clocks", "four_eyes", "agency_draft", "agency_life", "held_back",
                "legal_hold", "notice",
                "notice_document", "webhook", "webhook_try", "webhook_endpoint", "wake", "heard")) {
            jdbc.update("delete from " + table);
        }
        jdbc.update("update routing_head set entries = 0, edge = ?", new byte[0]);
        jdbc.execute("alter table placement alter column serial restart with 1");
    }

    public House(DataSource store) {
        this.store = store;
        this.jdbc = new JdbcTemplate(store);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(store));
        this.entries = new SqlEntryTable(jdbc, transaction);
        this.log = new RoutingLog(entries);
    }

    /** A placement of the account {@code AC-<number>} and its item {@code I1}, placed on 18 March. */
    public House place(String number, String agency, String amount, String currency, State state) {
        AccountKey key = Cases.key(number, currency);
        BigDecimal placed = new BigDecimal(amount);
        String document = new Documents().write(Accounts.account(key, new Money(placed, currency)));
        jdbc.update(
                "insert into account (source, number, currency, brand, stage, reasons, balance, judged_on, digest, "
                + "placement) values ('erp', ?, ?, 'acme-home', 'PLACED', '', ?, date '2026-03-18', '', ?)",
                key.number().value(), currency, placed, number);
        jdbc.update("insert into account_document (source, number, currency, document) values ('erp', ?, ?, ?)",
                key.number().value(), currency, document);
        jdbc.update("insert into placement_document (placement, document) values (?, ?)", number, document);
        jdbc.update(
                "insert into placement (placement, source, number, currency, agency, tier, state, placed_on, placed, "
                + "balance, seen, unadopted, fee_basis_points, tone, tone_sha256, email_kept, zone, delivery, "
                + "answered_on) values "
                + "(?, 'erp', ?, ?, ?, 1, ?, date '2026-03-18', ?, ?, ?, 0, 2500, ?, ?, false, ?, ?, ?)", number,
                key.number().value(), currency, agency, state.name(), placed, placed, placed, TONE.toString(),
                TONE.sha256(),
                Cases.ZONE.getId(), state == State.DECIDED ? null : "D-" + agency,
                state == State.ACKNOWLEDGED ? LocalDate.of(2026, 3, 19) : null);
        return this;
    }

    public House place(String number, String agency, String amount) {
        return place(number, agency, amount, "USD", State.ACKNOWLEDGED);
    }

    /** What the source shows of these placements' accounts today: number, open amount, and why it is held. */
    public StandingPage standing(Instant at, HoldReason reason, String... numbersAndOpen) {
        List<Standing> standings = new java.util.ArrayList<>();
        for (int i = 0; i < numbersAndOpen.length; i += 2) {
            String currency = text("select currency from placement where placement = ?", numbersAndOpen[i]);
            standings.add(new Standing(Accounts.held(Cases.key(numbersAndOpen[i], currency), reason,
                    LocalDate.ofInstant(at, Cases.ZONE), numbersAndOpen[i + 1]),
                    Stage.valueOf(text("select stage from account "
                    + "where number = ?", "AC-" + numbersAndOpen[i])), Optional.empty(),
                    Optional.of(numbersAndOpen[i]), Optional.empty()));
        }
        return new StandingPage(pass(at), "erp", standings, List.of());
    }

    public static Pass pass(Instant at) {
        return new Pass(at, AsOf.moment(at), Pass.Until.END, true);
    }

    /** One row's columns, separated by a space; amounts without trailing zeros. */
    public String row(String sql, Object... arguments) {
        return String.join(" | ", rows(sql, arguments));
    }

    public List<String> rows(String sql, Object... arguments) {
        return jdbc.query(sql, (row, i) -> {
            StringBuilder text = new StringBuilder();
            for (int c = 1; c <= row.getMetaData().getColumnCount(); c++) {
                Object value = row.getObject(c);
                text.append(c == 1 ? "" : " ").append(value instanceof BigDecimal amount
                        ? amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString() : value);
            }
            return text.toString();
        }, arguments);
    }

    public String text(String sql, Object... arguments) {
        return jdbc.queryForObject(sql, String.class, arguments);
    }

    /** What the log says happened, in order. */
    public List<String> logged() {
        return entries.rows(0, 100_000).stream().map(row -> new String(row.leaf(), StandardCharsets.UTF_8))
                .map(leaf -> leaf.substring(leaf.lastIndexOf("\"what\":\"") + 8, leaf.length() - 2)).toList();
    }

    public String log() {
        StringBuilder all = new StringBuilder();
        entries.rows(0, 100_000).forEach(row -> all.append(new String(row.leaf(), StandardCharsets.UTF_8))
                .append('\n'));
        return all.toString();
    }

    /** What waits for an agency, in order: record and the named fields. */
    public List<String> messages(String agency, String document, String... fields) {
        return jdbc.query("select fields from agency_message where agency = ? and document = ? order by seq", (row,
                i) -> {
            DocumentLine line = MessageFields.decode(row.getString("fields"));
            return line.record() + String.join("", java.util.Arrays.stream(fields).map(name -> " " + line.text(name))
                    .toList());
        }, agency, document);
    }

}
