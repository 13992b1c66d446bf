package io.graceway.face;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.SqlAccountBook;
import io.graceway.edge.store.SqlEntryTable;
import io.graceway.edge.store.SqlNoticeBook;
import io.graceway.edge.store.SqlNoticeOutbox;
import io.graceway.journey.GivenAccount;
import io.graceway.journey.GivenRules;
import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Pass;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.eligibility.VerdictPage;
import io.graceway.journey.notice.NoticeCases;
import io.graceway.journey.notice.NoticeDispatch.Dispatched;
import io.graceway.journey.notice.NoticeRound.Waiting;
import io.graceway.journey.notice.Notices;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts that were warned, brought into the store by the stages themselves: 240.00 dollars, written on 4 March 2026
 * and handed over by e-mail, the last day 22 March (5 March at the latest, three days to bounce, fourteen of last
 * chance).
 */
public final class GivenNotices {

    /** What of the customer must show nowhere. */
    public static final List<String> PERSONAL = List.of("A. N. Example", "first.last@customer.example",
            "1 Long Street");

    private static final Instant WRITTEN = Instant.parse("2026-03-04T15:00:00Z");

    public final JdbcTemplate jdbc;
    public final TransactionTemplate transaction;
    public final RoutingLog log;
    private final DataSource store;

    public GivenNotices(DataSource store) {
        this.store = store;
        this.jdbc = new JdbcTemplate(store);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(store));
        this.log = new RoutingLog(new SqlEntryTable(jdbc, transaction));
    }

    /** Warns the account and gives the secret part of its link. */
    public String warned(String number, String language) {
        DelinquentAccount account = speaking(GivenAccount.wellTreated().number(number).account(), language);
        Pass pass = new Pass(WRITTEN, AsOf.date(LocalDate.of(2026, 3, 4)), Pass.Until.END, true);
        SqlNoticeBook notices = new SqlNoticeBook(store, transaction, log);
        notices.record(new Notices(Map.of("acme", NoticeCases.terms()), new NoticeCases(NoticeCases.terms()), notices)
                .serve(new SqlAccountBook(store, transaction, log).record(new VerdictPage(pass, "erp",
                        List.of(GivenRules.with().judge(account, pass.asOf())), List.of()))));
        SqlNoticeOutbox outbox = new SqlNoticeOutbox(store, transaction, log);
        Waiting waiting = outbox.waiting().stream().filter(one -> one.notice().account().equals(account.key()))
                .findFirst()
                .orElseThrow();
        String token = token(number);
        outbox.leaving(waiting, NoticeCases.terms().template(), Ids.hex(token), LocalDate.of(2026, 4, 21), WRITTEN);
        outbox.taken(waiting, LocalDate.of(2026, 3, 7), new Dispatched(Dispatched.Outcome.TAKEN, WRITTEN, "250 ok",
                Ids.hex("text")));
        return token;
    }

    /** 43 characters, as 256 bits in base64url are. */
    public static String token(String number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Ids.sha256(("token of " + number).getBytes(
                StandardCharsets.UTF_8)));
    }

    private static DelinquentAccount speaking(DelinquentAccount one, String language) {
        Debtor debtor = one.debtor();
        return new DelinquentAccount(one.key(), one.brand(), one.kind(), new Debtor(debtor.name(), debtor.type(),
                debtor.email(), debtor.phone(), debtor.address(), debtor.zone(), language), one.items(),
                one.itemization(), one.contacts(), one.cases(), one.documents());
    }

    public String notice(String number) {
        return text("select id from notice where number = ?", number);
    }

    public String text(String sql, Object... arguments) {
        return jdbc.queryForObject(sql, String.class, arguments);
    }

    public List<String> texts(String sql, Object... arguments) {
        return jdbc.queryForList(sql, String.class, arguments);
    }

    /** Moments go in as the store keeps them. */
    public void change(String sql, Object... arguments) {
        jdbc.update(sql, java.util.Arrays.stream(arguments).map(one -> one instanceof Instant at
                ? at.atOffset(java.time.ZoneOffset.UTC) : one).toArray());
    }

    /** The routing log about an account, as it stands. */
    public List<String> logged(String number) {
        return log.entriesAbout("erp/" + number + "/USD").stream().map(one -> new String(one.leaf(),
                StandardCharsets.UTF_8)).toList();
    }
}
