package io.graceway.edge.store;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Ids;
import io.graceway.journey.notice.Answer;
import io.graceway.journey.notice.Answers;
import io.graceway.journey.notice.NoticePage;
import io.graceway.journey.notice.NoticeRecord;
import io.graceway.journey.writeback.Posting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers' answers in SQL: the case, the void notice, the posting and the log entry stand together or not at all. */
public final class SqlAnswerBook implements Answers.Book {

    /** Days without a new notice after a customer spoke. */
    private static final int REST_DAYS = 14;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final Postings postings;

    public SqlAnswerBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
        this.postings = new Postings(jdbc);
    }

    @Override
    public Optional<NoticeRecord> find(String tokenSha256, LocalDate today) {
        return jdbc.query("select * from notice where token_sha256 = ? and link_until >= ?", SqlNoticeBook::read,
                tokenSha256, today).stream().findFirst();
    }

    @Override
    public void answered(NoticeRecord notice, Answer answer, String words, Instant at) {
        transaction.executeWithoutResult(status -> {
            List<RoutingEntry> entries = new ArrayList<>();
            // The debtor's own day: a case that begins on another zone's tomorrow would not hold today.
            LocalDate day = at.atZone(ZoneId.of(jdbc.queryForObject("select zone from notice where id = ? for update",
                    String.class, notice.id()))).toLocalDate();
            boolean fresh = answer.opens().map(type -> open(notice, type.name(), words, day, at, entries))
                    .orElseGet(() -> keepEmail(notice));
            if (fresh) {
                entries.add(RoutingEntry.of(at, "notice.answered", notice.account().toString(), "notice", notice.id(),
                        "answer", answer.name()));
            }
            log.append(entries);
        });
    }

    private boolean keepEmail(NoticeRecord notice) {
        return jdbc.update("update notice set email_kept = true where id = ? and email_kept = false", notice.id()) > 0;
    }

    private boolean open(NoticeRecord notice, String type, String words, LocalDate day, Instant at,
            List<RoutingEntry> entries) {
        AccountKey key = notice.account();
        String id = Ids.of("A", notice.id(), type);
        if (jdbc.queryForObject("select count(*) from house_case where id = ?", Integer.class, id) > 0) {
            return false;
        }
        jdbc.update("insert into house_case (id, source, number, type, opened) values (?, ?, ?, ?, ?)", id,
                key.source(), key.number().value(), type, day);
        postings.add(new Posting("CASE-" + id, key, Posting.Kind.DISPUTE, Optional.empty(), day, type, id, words), at);
        boolean running = switch (notice.state()) {
            case PLANNED, LEAVING, TAKEN, SERVED -> true;
            case BOUNCED, WITHDRAWN, USED -> false;
        };
        if (running) {
            entries.add(SqlNoticeBook.withdraw(jdbc, new NoticePage.Withdrawn(key, notice.id(), "answered: " + type,
                    day.plusDays(REST_DAYS)), at));
        }
        return true;
    }
}
