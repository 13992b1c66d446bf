package io.graceway.edge.store.back;

import io.graceway.edge.store.Rows;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.placement.report.LineFault;
import io.graceway.journey.writeback.MessageKind;
import io.graceway.journey.writeback.News;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** How arrangements are kept: the latest terms and the latest stage, in whichever order the news of them come. */
public final class ArrangementRows {

    private static final String AGREED = "AGREED";
    private static final String ACCEPTED = "ACCEPTED";

    private final JdbcTemplate jdbc;

    /** Where one stands. @param agreedOn day of its latest terms; empty while only its end is known */
    private record Known(String placement, Optional<LocalDate> agreedOn, String terms, String stage,
            LocalDate stageOn, boolean inHouse) {

        static Known read(ResultSet row, int number) throws SQLException {
            return new Known(row.getString("placement"), Rows.date(row, "agreed_on"), row.getString("terms"),
                    row.getString("stage"), Rows.date(row, "stage_on").orElseThrow(), row.getBoolean("in_house"));
        }
    }

    public ArrangementRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What the house agreed with the customer itself, or that it is over. */
    void agreed(DocumentLine line, Holding held) {
        Object[] whose = {held.placement().agency(), line.text("arrangement")};
        jdbc.update("delete from arrangement where agency = ? and arrangement = ?", whose);
        jdbc.update("insert into arrangement (agency, arrangement, placement, agreed_on, last_on, amount, terms, "
                + "stage, stage_on, in_house) values (?, ?, ?, ?, ?, ?, ?, ?, ?, true)", whose[0], whose[1],
                held.number(), line.date("on").orElseThrow(), line.date("last-on").orElseThrow(),
                line.decimal("amount").orElseThrow(), line.text("message-id"), line.has("resolved-on") ? "ENDED"
                : AGREED, line.date("resolved-on").or(() -> line.date("on")).orElseThrow());
    }

    /** The agency has the house's arrangement; what it is only the house says. */
    private void accept(News one, String agency, boolean inHouse) {
        if (!one.code().equals(ACCEPTED)) {
            throw new LineFault("code", "GW-REM-105", "the house agreed this with the customer, so only the house says "
                    + "where it stands; tell what the agency knows of it as a note");
        }
        if (!inHouse) {
            throw new LineFault("arrangement", "GW-REM-144", "the house told of no arrangement under this number");
        }
        jdbc.update("update arrangement set accepted_on = ? where agency = ? and arrangement = ? and accepted_on is "
                + "null", one.on(), agency, one.line().text("arrangement"));
    }

    /** @throws LineFault when the agency's number stands for an arrangement of another placement */
    public void keep(News one, Holding held) {
        String agency = held.placement().agency();
        String number = one.line().text("arrangement");
        List<Known> rows = jdbc.query("select * from arrangement where agency = ? and arrangement = ?", Known::read,
                agency, number);
        boolean inHouse = !rows.isEmpty() && rows.get(0).inHouse && rows.get(0).placement.equals(held.number());
        if (inHouse || one.code().equals(ACCEPTED)) {
            accept(one, agency, inHouse);
            return;
        }
        if (rows.isEmpty()) {
            jdbc.update("insert into arrangement (agency, arrangement, placement, terms, stage, stage_on) values "
                    + "(?, ?, ?, '', ?, ?)", agency, number, held.number(), one.code(), one.on());
        } else if (!rows.get(0).placement.equals(held.number())) {
            throw new LineFault("arrangement", "GW-REM-101", "the number stands for another placement's arrangement");
        } else if (isLater(one, rows.get(0))) {
            jdbc.update("update arrangement set stage = ?, stage_on = ? where agency = ? and arrangement = ?",
                    one.code(), one.on(), agency, number);
        }
        if (one.code().equals(AGREED) && (rows.isEmpty() || isNewer(one, rows.get(0)))) {
            jdbc.update("update arrangement set agreed_on = ?, last_on = ?, amount = ?, terms = ? where agency = ? and "
                    + "arrangement = ?", one.on(), one.line().date("last-on").orElseThrow(),
                    one.amount().map(Money::amount).orElseThrow(), one.content(), agency, number);
        }
    }

    /** On one day an end comes after the agreement, whatever came in first. */
    private static boolean isLater(News one, Known before) {
        List<String> stages = News.codes(MessageKind.ARRANGEMENT);
        int days = one.on().compareTo(before.stageOn);
        return days > 0 || days == 0 && stages.indexOf(one.code()) > stages.indexOf(before.stage);
    }

    private static boolean isNewer(News one, Known before) {
        int days = before.agreedOn.map(one.on()::compareTo).orElse(1);
        return days > 0 || days == 0 && one.content().compareTo(before.terms) > 0;
    }
}
