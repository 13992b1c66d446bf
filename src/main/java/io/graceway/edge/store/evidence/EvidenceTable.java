package io.graceway.edge.store.evidence;

import io.graceway.face.evidence.Scope;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table of an evidence pack, and which of its rows belong to what.
 *
 * @param from     table, by the name {@code x}
 * @param columns  of the pack
 * @param account  condition for the rows of an account's number
 * @param agency   condition for the rows of an agency
 * @param period   column with the day or time that decides
 * @param isTime   whether that column is a time
 * @param personal whether it says who somebody is, or what somebody wrote
 */
record EvidenceTable(String name, String from, List<String> columns, String account, String agency, String period,
                     boolean isTime, boolean personal) {

    private static final String PLACED = "x.placement in (select placement from placement where number = ?)";
    private static final String SENT = " in (select delivery from placement where number = ? union select m.delivery "
            + "from agency_message m join placement p on p.placement = m.placement where p.number = ?)";
    private static final String WITH = "x.agency = ?";
    private static final String OF_PLACEMENT = "x.placement in (select placement from placement where agency = ?)";
    private static final String SAME = " p.source = x.source and p.number = x.number and p.currency = x.currency";
    private static final String ITS_AGENCIES = "x.agency in (select agency from placement where number = ?)";

    static final List<EvidenceTable> ALL = List.of(
            of("accounts", "account x", "source number currency brand stage reasons balance first_missed ask_again "
                    + "notice placement judged_on", "x.number = ?", "exists (select 1 from placement p where" + SAME
                    + " and p.agency = ?)", "judged_on"),
            of("notices", "notice x", "id source number currency brand channel state written_on delivered_on deadline "
                    + "last_chance_days email_opt_out email_kept balance agency attempts text_sha256", "x.number = ?",
                    WITH, "written_on"),
            of("placements", "placement x", "placement source number currency agency tier state placed_on placed "
                    + "balance fee_basis_points tone tone_sha256 agency_file agency_balance answered_on ending "
                    + "delivery", "x.number = ?", WITH, "placed_on"),
            of("clocks", "placement_clocks x", "placement notice first_missed window_ended delivered_on last_chance "
                    + "clock rules", PLACED, OF_PLACEMENT, ""),
            of("deliveries", "delivery x", "id agency kind state rung file size sha256 manifest_file manifest_size "
                    + "manifest_sha256 records totals attempts trouble prepared_at:", "x.id" + SENT, WITH,
                    "prepared_at"),
            of("delivery-steps", "delivery_step x", "delivery step rung at: evidence", "x.delivery" + SENT,
                    "x.delivery in (select id from delivery where agency = ?)", "at"),
            of("files", "inbox x", "agency sha256 name kind outcome code records accepted rejected repeated at:",
                    "x.sha256 in (select a.file from agency_payment a join placement p on p.placement = a.placement "
                    + "where p.number = ?)", WITH, "at"),
            of("payments", "agency_payment x", "agency payment kind reverses placement currency amount applied "
                    + "suspense rejected fee credited earned withheld reason paid_on file payout settled", PLACED, WITH,
                    "paid_on"),
            of("direct-payments", "direct_payment x", "id placement currency amount fee seen_on reverses kind settled",
                    PLACED, OF_PLACEMENT, "seen_on"),
            of("payouts", "payout x", "agency payout currency until_day amount carried file at:", "exists (select 1 "
                    + "from agency_payment a join placement p on p.placement = a.placement where p.number = ? and "
                    + "a.agency = x.agency and a.payout = x.payout)", WITH, "at"),
            of("invoices", "fee_invoice x", "agency invoice currency from_day until_day fee file at:", "exists (select "
                    + "1 from agency_payment a join placement p on p.placement = a.placement where p.number = ? and "
                    + "a.agency = x.agency and a.settled = x.invoice)", WITH, "at"),
            of("recalls", "recall x", "placement state reason begun_on object_by final_on objection", PLACED,
                    OF_PLACEMENT, "begun_on"),
            of("activity", "activity x", "agency event placement at: channel outbound outcome checks", PLACED, WITH,
                    "at"),
            of("tone-findings", "tone_finding x", "agency event tone_check result severity placement tone detail",
                    PLACED, WITH, ""),
            of("tones-accepted", "tone_acceptance x", "agency profile version sha256 accepted_on", ITS_AGENCIES, WITH,
                    "accepted_on"),
            of("news", "news x", "agency kind message placement on_day code at: answered", PLACED, WITH, "on_day"),
            of("arrangements", "arrangement x", "agency arrangement placement agreed_on last_on amount stage stage_on",
                    PLACED, WITH, "stage_on"),
            of("erasures", "erasure x", "id placement agency ordered_on by_day confirmed_on code", PLACED, WITH,
                    "ordered_on"),
            of("postings", "posting x", "id source number currency kind amount on_day code reference state evidence "
                    + "at:", "x.number = ?", "exists (select 1 from placement p where" + SAME + " and p.agency = ?)",
                    "on_day"),
            of("customers", "account_document x", "source number currency document", "x.number = ?", "exists (select 1 "
                    + "from placement p where" + SAME + " and p.agency = ?)", "").asPersonal(),
            of("notice-contents", "notice_document x", "id document",
                    "x.id in (select id from notice where number = ?)",
                    "x.id in (select id from notice where agency = ?)", "").asPersonal(),
            of("handed-over", "placement_document x", "placement document", PLACED, OF_PLACEMENT, "").asPersonal(),
            of("activity-contents", "activity x", "agency event placement document", PLACED, WITH, "").asPersonal(),
            of("news-contents", "news x", "agency kind message document", PLACED, WITH, "").asPersonal(),
            of("posting-texts", "posting x", "id text", "x.number = ?", "exists (select 1 from placement p where" + SAME
                    + " and p.agency = ?)", "").asPersonal());

    /** @param period column that decides; without one, the table is not part of a period's pack */
    private static EvidenceTable of(String name, String from, String columns, String account, String agency,
                                    String period) {
        boolean time = columns.contains(" " + period + ":");
        return new EvidenceTable(name, from, List.of(columns.replace(":", "").split(" ")), account, agency, period,
                time, false);
    }

    private EvidenceTable asPersonal() {
        return new EvidenceTable(name, from, columns, account, agency, period, isTime, true);
    }

    boolean isPartOf(Scope scope) {
        return !scope.isPeriod() || !period.isEmpty();
    }

    /** The rows of the scope, each time in the same order. */
    String sql(Scope scope) {
        String where = scope.isPeriod() ? "x." + period + " >= ? and x." + period + " < ?"
                : scope.agency().isEmpty() ? account : agency;
        String order = columns.size() < 3 ? "1" : "1, 2, 3";
        return "select x." + String.join(", x.", columns) + " from " + from + " where " + where + " order by " + order;
    }

    Object[] arguments(Scope scope) {
        if (scope.isPeriod()) {
            List<Object> days = new ArrayList<>(List.of(scope.from(), scope.to().plusDays(1)));
            days.replaceAll(day -> isTime ? ((java.time.LocalDate) day).atStartOfDay().atOffset(ZoneOffset.UTC) : day);
            return days.toArray();
        }
        String sql = sql(scope);
        return Collections.nCopies((int) sql.chars().filter(one -> one == '?').count(), scope.toString()).toArray();
    }
}
