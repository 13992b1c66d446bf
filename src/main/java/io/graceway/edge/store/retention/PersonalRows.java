package io.graceway.edge.store.retention;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every place where the store keeps personal data of an account, what keeps it there, and when anything happened last.
 *
 * <p>A row stays where money or evidence hangs on it; what it said about a person becomes empty.
 */
final class PersonalRows {

    private static final String OF_PLACEMENT =
            "placement in (select placement from placement where source = ? and number = ?)";
    private static final String PLACED = " x join placement a on a.placement = x.placement where ";

    /** By kind of data, as the log tells it: removes it for one source and number. */
    static final Map<String, String> REMOVED = new LinkedHashMap<>();
    /** By code: accounts that it keeps end with the column of their number. */
    static final Map<String, String> KEPT = new LinkedHashMap<>();

    static {
        REMOVED.put("customer", "update account_document set document = '' where document <> '' and source = ? and "
                + "number = ?");
        REMOVED.put("names", "delete from account_name where source = ? and number = ?");
        REMOVED.put("notices", "update notice_document set document = '' where document <> '' and id in (select id "
                + "from notice where source = ? and number = ?)");
        REMOVED.put("handed-over", "update placement_document set document = '' where document <> '' and "
                + OF_PLACEMENT);
        REMOVED.put("told", "delete from told where " + OF_PLACEMENT);
        REMOVED.put("activity", "update activity set document = '' where document <> '' and " + OF_PLACEMENT);
        REMOVED.put("news", "update news set document = '' where document <> '' and " + OF_PLACEMENT);
        // What has not left yet leaves first; an order to erase has no personal data.
        REMOVED.put("messages", "update agency_message set fields = '' where fields <> '' and document <> "
                + "'erasure-order' and delivery is not null and " + OF_PLACEMENT);
        REMOVED.put("posting-texts", "update posting set text = '' where text <> '' and source = ? and number = ?");
        REMOVED.put("words-of-approvals", "update four_eyes set evidence = '' where evidence <> '' and subject in "
                + "(select placement from placement where source = ? and number = ?)");

        KEPT.put("OPEN", "select a.source, a.number from account a where (a.balance <> 0 or a.stage not in "
                + "('CLEARED', 'HELD', 'LEFT')) and a.number");
        KEPT.put("PLACED", "select a.source, a.number from placement a where a.state in ('DECIDED', 'SENT', "
                + "'ACKNOWLEDGED', 'RECALL_PENDING') and a.number");
        KEPT.put("NOTICE", "select a.source, a.number from notice a where (a.state in ('PLANNED', 'LEAVING', 'TAKEN', "
                + "'SERVED') or a.link_until >= cast(? as date)) and a.number");
        KEPT.put("CASE", "select a.source, a.number from house_case a where a.closed is null and a.number");
        KEPT.put("POSTING", "select a.source, a.number from posting a where a.state <> 'POSTED' and a.number");
        KEPT.put("SUSPENSE", "select a.source, a.number from agency_payment" + PLACED + "x.suspense <> 0 and a.number");
        KEPT.put("MESSAGE", "select a.source, a.number from agency_message" + PLACED + "x.document <> 'erasure-order' "
                + "and (x.delivery is null or x.delivery <> '' and not exists (select 1 from delivery d where d.id = "
                + "x.delivery)) and a.number");
        KEPT.put("EXCEPTION", "select a.source, a.number from quarantine x join placement a on a.placement = x.file "
                + "where x.closed_as is null and a.number");
        KEPT.put("APPROVAL", "select a.source, a.number from four_eyes x join placement a on a.placement = x.subject "
                + "where x.state = 'ASKED' and a.number");
        KEPT.put("LEGAL_HOLD", "select a.source, a.number from legal_hold x join account a on a.number = x.number "
                + "where a.number");
    }

    /** Accounts of which anything is left. */
    static final List<String> LEFT = List.of(
            "select a.source, a.number from account_document a where a.document <> '' and a.number",
            "select a.source, a.number from notice a join notice_document x on x.id = a.id where x.document <> '' and "
                    + "a.number",
            "select a.source, a.number from placement_document" + PLACED + "x.document <> '' and a.number",
            "select a.source, a.number from activity" + PLACED + "x.document <> '' and a.number",
            "select a.source, a.number from news" + PLACED + "x.document <> '' and a.number",
            "select a.source, a.number from posting a where a.text <> '' and a.number");

    /** Days on which something happened about accounts. */
    static final List<String> DAYS = List.of(
            "select a.source, a.number, a.judged_on as d from account a where a.number",
            "select a.source, a.number, a.written_on as d from notice a where a.number",
            "select a.source, a.number, a.placed_on as d from placement a where a.number",
            "select a.source, a.number, x.final_on as d from recall" + PLACED + "a.number",
            "select a.source, a.number, x.paid_on as d from agency_payment" + PLACED + "a.number",
            "select a.source, a.number, x.seen_on as d from direct_payment" + PLACED + "a.number",
            "select a.source, a.number, cast(x.at as date) as d from activity" + PLACED + "a.number",
            "select a.source, a.number, x.on_day as d from news" + PLACED + "a.number",
            "select a.source, a.number, a.on_day as d from posting a where a.number");

    private PersonalRows() {
    }
}
