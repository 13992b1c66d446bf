package io.graceway.edge.store;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Ids;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.notice.Answer;
import io.graceway.journey.notice.Answers;
import io.graceway.journey.notice.NoticePage;
import io.graceway.journey.notice.NoticeRecord;
import io.graceway.journey.writeback.Posting;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private static final int MOST_NOTES = 10;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final Postings postings;
    private final Documents documents = new Documents();

    public SqlAnswerBook(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
        this.postings = new Postings(jdbc);
    }

    @Override
    public Optional<Answers.Opened> find(String tokenSha256, LocalDate today) {
        return jdbc.query("select * from notice where token_sha256 = ? and link_until >= ?", this::opened, tokenSha256,
                today).stream().findFirst();
    }

    private Answers.Opened opened(ResultSet row, int number) throws SQLException {
        String language = documents.read(jdbc.queryForObject("select document from notice_document where id = ?",
                String.class, row.getString("id"))).debtor().language();
        return new Answers.Opened(SqlNoticeBook.read(row, number), row.getString("brand"), language,
                ZoneId.of(row.getString("zone")));
    }

    @Override
    public boolean answered(NoticeRecord notice, Answer answer, String words, Instant at) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            // Read again under lock: the account may have been placed, or pulled back, since the page was shown.
            Answers.Opened locked = jdbc.queryForObject("select * from notice where id = ? for update", this::opened,
                    notice.id());
            NoticeRecord now = locked.notice();
            // The debtor's own day: a case that begins on another zone's tomorrow would not hold today.
            LocalDate day = at.atZone(locked.zone()).toLocalDate();
            List<RoutingEntry> entries = new ArrayList<>();
            String type = answer.opens().map(Enum::name).orElse("");
            boolean fresh = type.isEmpty() ? keepEmail(now) : open(now, type, words, day, at, entries);
            if (fresh) {
                jdbc.update("insert into notice_answer (notice, answer, on_day) values (?, ?, ?)", notice.id(),
                        answer.name(), day);
                entries.add(RoutingEntry.of(at, "notice.answered", notice.account().toString(), "notice", notice.id(),
                        "answer", answer.name()));
            }
            boolean carried = words.isEmpty() || !type.isEmpty() && isCarried(now, type, words);
            boolean kept = carried || note(now, words, day, at, entries);
            log.append(entries);
            return kept;
        }));
    }

    private boolean keepEmail(NoticeRecord notice) {
        return jdbc.update("update notice set email_kept = true where id = ? and email_kept = false", notice.id()) > 0;
    }

    private static String caseId(NoticeRecord notice, String type) {
        return Ids.of("A", notice.id(), type);
    }

    private boolean open(NoticeRecord notice, String type, String words, LocalDate day, Instant at,
                         List<RoutingEntry> entries) {
        AccountKey key = notice.account();
        String id = caseId(notice, type);
        if (jdbc.queryForObject("select count(*) from house_case where id = ?", Integer.class, id) > 0) {
            return false;
        }
        jdbc.update("insert into house_case (id, source, number, type, opened) values (?, ?, ?, ?, ?)", id,
                key.source(), key.number().value(), type, day);
        postings.add(new Posting("CASE-" + id, key, Posting.Kind.of(HouseCase.Type.valueOf(type)),
                Optional.empty(), day, type, id, words), at);
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

    /** Whether the case's own posting says these words. */
    private boolean isCarried(NoticeRecord notice, String type, String words) {
        return jdbc.queryForObject("select count(*) from posting where id = ? and text = ?", Integer.class,
                "CASE-" + caseId(notice, type), words) > 0;
    }

    /** Words that no case carries still reach people. A link that was passed around must not flood their worklist. */
    private boolean note(NoticeRecord notice, String words, LocalDate day, Instant at, List<RoutingEntry> entries) {
        String key = "NOTE-" + Ids.of("A", notice.id(), words);
        List<String> noted = jdbc.queryForList("select id from posting where reference = ?", String.class, notice.id());
        if (noted.contains(key)) {
            return true;
        }
        if (noted.size() >= MOST_NOTES) {
            return false;
        }
        postings.add(new Posting(key, notice.account(), Posting.Kind.NOTE, Optional.empty(), day, "", notice.id(),
                words), at);
        entries.add(RoutingEntry.of(at, "notice.noted", notice.account().toString(), "notice", notice.id(), "posting",
                key));
        return true;
    }
}
