package io.graceway.edge.store.agencyapi;

import io.graceway.edge.store.Documents;
import io.graceway.edge.store.Rows;
import io.graceway.edge.store.back.MessageFields;
import io.graceway.face.agencyapi.AgencyBooks;
import io.graceway.journey.account.DocumentLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** An agency's own affairs in SQL: every statement asks for the agency first. */
public final class SqlAgencyBooks implements AgencyBooks {

    private static final String PARCEL = "select id, kind, file, size, sha256, manifest_file, manifest_size, "
            + "manifest_sha256, records, prepared_at from delivery where agency = ? and state = 'DELIVERED'";
    private static final String ANSWER = "select * from inbox where agency = ?";
    private static final String PLACEMENT = "select p.*, r.state as recall_state, r.reason as recall_reason, "
            + "r.object_by, r.final_on from placement p left join recall r on r.placement = p.placement where "
            + "p.agency = ? and p.state not in ('DECIDED', 'WITHDRAWN')";

    private final JdbcTemplate jdbc;
    private final Documents documents = new Documents();

    public SqlAgencyBooks(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    @Override
    public List<Parcel> parcels(String agency, boolean all, After after, int most) {
        return jdbc.query(PARCEL + (all ? "" : " and rung = 'MANIFEST_SENT'") + " and (prepared_at > ? or prepared_at "
                + "= ? and id > ?) order by prepared_at, id limit ?", SqlAgencyBooks::parcel, agency, at(after),
                at(after), after.id(), most);
    }

    @Override
    public Optional<Parcel> parcel(String agency, String id) {
        return jdbc.query(PARCEL + " and id = ?", SqlAgencyBooks::parcel, agency, id).stream().findFirst();
    }

    private static Parcel parcel(ResultSet row, int ignored) throws SQLException {
        return new Parcel(row.getString("id"), row.getString("kind"), sealed(row, ""), sealed(row, "manifest_"),
                row.getLong("records"), instant(row, "prepared_at"));
    }

    private static Sealed sealed(ResultSet row, String which) throws SQLException {
        return new Sealed(row.getString(which + "file"), row.getLong(which + "size"), row.getString(which + "sha256"));
    }

    @Override
    public List<Answer> answers(String agency, After after, int most) {
        return jdbc.query(ANSWER + " and (at > ? or at = ? and sha256 > ?) order by at, sha256 limit ?",
                SqlAgencyBooks::answer, agency, at(after), at(after), after.id(), most);
    }

    @Override
    public Optional<Answer> answer(String agency, String id) {
        return jdbc.query(ANSWER + " and sha256 = ?", SqlAgencyBooks::answer, agency, id).stream().findFirst();
    }

    private static Answer answer(ResultSet row, int ignored) throws SQLException {
        return new Answer(row.getString("sha256"), row.getString("name"), row.getString("kind"),
                row.getString("outcome"), row.getString("code"), row.getLong("records"), row.getLong("accepted"),
                row.getLong("rejected"), row.getLong("repeated"), instant(row, "at"));
    }

    @Override
    public List<Line> lines(String agency, String answer) {
        return jdbc.query("select fields from agency_message where agency = ? and bundle = ? and document = 'reject' "
                + "order by seq", (row, i) -> MessageFields.decode(row.getString("fields")), agency, answer).stream()
                .filter(one -> one.record().equals("reject")).map(SqlAgencyBooks::line).toList();
    }

    private static Line line(DocumentLine one) {
        return new Line(Long.parseLong(one.text("line")), one.text("field"), one.text("code"), one.text("why"),
                one.text("reference"));
    }

    @Override
    public List<Placement> placements(String agency, String state, String after, int most) {
        List<Object> values = new ArrayList<>(List.of(agency, after));
        if (!state.isEmpty()) {
            values.add(state);
        }
        values.add(most);
        return jdbc.query(PLACEMENT + " and p.placement > ?" + (state.isEmpty() ? "" : " and p.state = ?")
                + " order by p.placement limit ?", SqlAgencyBooks::placement, values.toArray());
    }

    @Override
    public Optional<Placement> placement(String agency, String number) {
        return jdbc.query(PLACEMENT + " and p.placement = ?", SqlAgencyBooks::placement, agency, number).stream()
                .findFirst();
    }

    @Override
    public List<String> papers(String agency, String number) {
        return jdbc.query("select d.document from placement p join account_document d on d.source = p.source and "
                + "d.number = p.number and d.currency = p.currency where p.agency = ? and p.placement = ? and p.state "
                + "in ('SENT', 'ACKNOWLEDGED', 'RECALL_PENDING') and d.document <> ''", (row, i) ->
                documents.read(row.getString("document")).documents(), agency, number).stream()
                .flatMap(List::stream).toList();
    }

    private static Placement placement(ResultSet row, int ignored) throws SQLException {
        Optional<Recall> recall = row.getString("recall_state") == null ? Optional.empty()
                : Optional.of(new Recall(row.getString("recall_state"), row.getString("recall_reason"),
                row.getObject("object_by", LocalDate.class), row.getObject("final_on", LocalDate.class)));
        String file = row.getString("agency_file");
        return new Placement(row.getString("placement"), row.getString("number"), row.getString("state"),
                Rows.money(row, "placed"), Rows.money(row, "balance"), row.getObject("placed_on", LocalDate.class),
                row.getInt("fee_basis_points"), row.getString("tone"), row.getString("tone_sha256"),
                new Told(file == null ? "" : file, Rows.date(row, "answered_on"), row.getString("ending")), recall);
    }

    private static OffsetDateTime at(After after) {
        return after.at().atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
