package io.graceway.edge.store.inbox;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.journey.remittance.KeptFiles;
import io.graceway.journey.remittance.KeptFiles.Kept;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files that are read again because people asked for it: what was applied stays, and only the rest is tried anew. */
public final class Rereads implements KeptFiles.Book {

    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final RoutingLog log;

    public Rereads(DataSource source, RoutingLog log) {
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
        this.log = log;
    }

    @Override
    public List<Kept> kept() {
        return jdbc.query("select agency, sha256, name, asked_by from inbox where kept = true order by at, sha256",
                (row, i) -> new Kept(row.getString("agency"), row.getString("sha256"), row.getString("name"),
                row.getString("asked_by") != null));
    }

    @Override
    public void keep(String agency, String sha256, boolean kept) {
        jdbc.update("update inbox set kept = ? where agency = ? and sha256 = ? and kept is distinct from ?", kept,
                agency, sha256, kept);
    }

    @Override
    public boolean waits(String agency, String sha256) {
        return jdbc.queryForObject("select count(*) from quarantine where file = ? and origin = ? and closed_as is "
                + "null", Integer.class, sha256, agency) > 0;
    }

    boolean isAsked(FileAnswer.About about) {
        return !asked(about, "").isEmpty();
    }

    private List<String> asked(FileAnswer.About about, String how) {
        return jdbc.queryForList("select asked_by from inbox where agency = ? and sha256 = ? and asked_by is not null"
                + how, String.class, about.agency(), about.sha256());
    }

    /** Claims the file for this transaction: for the first time, or once for each time that somebody asked. */
    FileAnswer open(FileAnswer.About about) {
        FileAnswer answer = new FileAnswer(source, about);
        List<String> by = asked(about, " for update");
        if (by.isEmpty()) {
            return answer.open();
        }
        jdbc.update("update inbox set asked_by = null where agency = ? and sha256 = ?", about.agency(),
                about.sha256());
        jdbc.update("update quarantine set closed_as = 'RESUBMITTED', closed_at = ?, closed_by = ? where file = ? and "
                + "origin = ? and closed_as is null", about.at().atOffset(ZoneOffset.UTC), by.get(0), about.sha256(),
                about.agency());
        // What was rejected stands under the file and its line; it is booked or rejected anew.
        jdbc.update("delete from agency_payment where agency = ? and file = ? and payment like ?", about.agency(),
                about.sha256(), about.sha256() + ":%");
        jdbc.update("delete from inventory_break where agency = ? and file = ?", about.agency(), about.sha256());
        return answer.reopen();
    }

    /** What waits of the file now is a child of what waited of the same line before. */
    void link(FileAnswer.About about, FileAnswer answer) {
        if (!answer.isAgain()) {
            return;
        }
        jdbc.update("update quarantine q set parent = (select max(p.id) from quarantine p where p.file = q.file and "
                + "p.origin = q.origin and p.line = q.line and p.closed_as = 'RESUBMITTED' and p.closed_at = ?) where "
                + "q.file = ? and q.origin = ? and q.closed_as is null", about.at().atOffset(ZoneOffset.UTC),
                about.sha256(), about.agency());
        // Last, because appending makes everybody else wait.
        log.append(jdbc.queryForList("select distinct closed_by from quarantine where file = ? and origin = ? and "
                + "closed_as = 'RESUBMITTED' and closed_at = ?", String.class, about.sha256(), about.agency(),
                about.at().atOffset(ZoneOffset.UTC)).stream().map(by -> RoutingEntry.of(about.at(), "inbox.read-again",
                about.sha256(), "agency", about.agency(), "by", by)).toList());
    }
}
