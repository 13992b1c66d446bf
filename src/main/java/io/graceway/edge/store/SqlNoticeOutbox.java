package io.graceway.edge.store;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.journey.notice.NoticeDispatch.Dispatched;
import io.graceway.journey.notice.NoticePage;
import io.graceway.journey.notice.NoticeRound.Outbox;
import io.graceway.journey.notice.NoticeRound.Waiting;
import io.graceway.journey.notice.NoticeTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices on their way out, in SQL; every step is one transaction with its log entry. */
public final class SqlNoticeOutbox implements Outbox {

    private static final int AT_A_TIME = 200;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final Documents documents = new Documents();

    public SqlNoticeOutbox(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
    }

    @Override
    public List<Waiting> waiting() {
        return jdbc.query("select n.*, d.document from notice n join notice_document d on d.id = n.id where n.waits "
                + "= true order by n.attempts, n.written_on, n.id limit " + AT_A_TIME, (row, i) ->
                new Waiting(SqlNoticeBook.read(row, i), documents.read(row.getString("document"))));
    }

    @Override
    public boolean leaving(Waiting one, NoticeTerms.Template template, String tokenSha256, LocalDate linkUntil,
                           Instant at) {
        return logged(one, at, "leaving", () ->
                jdbc.update("update notice set state = 'LEAVING', attempts = attempts + 1, token_sha256 = ?, "
                + "link_until = ?, template = ? where id = ? and state in ('PLANNED', 'LEAVING')", tokenSha256,
                linkUntil, template.toString(), one.notice().id()), "template", template.toString());
    }

    @Override
    public void taken(Waiting one, LocalDate deliveredOn, Dispatched dispatched) {
        logged(one, dispatched.at(), "taken", () -> jdbc.update("update notice set state = 'TAKEN', taken_at = ?, "
                + "delivered_on = ?, text_sha256 = ? where id = ? and state = 'LEAVING'",
                SqlDeliveryBook.utc(dispatched.at()), deliveredOn, dispatched.sha256(), one.notice().id()), "channel",
                one.notice().channel().name(), "evidence", dispatched.evidence(), "sha256", dispatched.sha256(),
                "delivered", deliveredOn.toString());
    }

    @Override
    public void bounced(String notice, String code, Instant at) {
        transaction.executeWithoutResult(status -> {
            int changed = jdbc.update("update notice set state = 'BOUNCED', delivered_on = null where id = ? "
                    + "and state in ('LEAVING', 'TAKEN', 'SERVED')", notice);
            if (changed > 0) {
                log.append(List.of(RoutingEntry.of(at, "notice.bounced", notice, "code", code)));
            }
        });
    }

    @Override
    public void later(Waiting one, String evidence, Instant at) {
        logged(one, at, "later", () -> jdbc.update(
                "update notice set state = 'PLANNED' where id = ? and state = 'LEAVING'", one.notice().id()),
                "evidence", evidence);
    }

    @Override
    public void dropped(Waiting one, String why, LocalDate againFrom, Instant at) {
        transaction.executeWithoutResult(status -> log.append(List.of(SqlNoticeBook.withdraw(jdbc,
                new NoticePage.Withdrawn(one.notice().account(), one.notice().id(), why, againFrom), at))));
    }

    private boolean logged(Waiting one, Instant at, String what, java.util.function.IntSupplier change,
            String... facts) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean changed = change.getAsInt() > 0;
            if (changed) {
                String[] all = new String[facts.length + 2];
                all[0] = "notice";
                all[1] = one.notice().id();
                System.arraycopy(facts, 0, all, 2, facts.length);
                log.append(List.of(RoutingEntry.of(at, "notice." + what, one.notice().account().toString(), all)));
            }
            return changed;
        }));
    }
}
