package io.graceway.face.console.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.GivenNotices;
import io.graceway.face.Site;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why customers do not pay, and what notices came to: counted by hand. */
class ReasonRoomTest {

    private static Site site;
    private static GivenNotices given;

    @BeforeAll
    static void start(@TempDir Path home) {
        site = new Site(GivenRooms.in(home), "console: {address: 127.0.0.1, port: 0}");
        given = new GivenNotices(site.store);
        for (int i = 1; i <= 6; i++) {
            account("B-" + i, "HELD", i <= 5 ? "IN_HOUSE_WINDOW,OPEN_BILLING_ISSUE" : "OPEN_HARDSHIP,FRAUD");
        }
        account("B-7", "HELD", "TOO_FEW_ATTEMPTS");
        account("B-8", "REFUSED", "GW-DEL-001");
        house("H1", "B-7", "BILLING_ISSUE", null);
        house("H2", "B-7", "DISPUTE", "northgate");
        String link = "/answer/" + given.warned("C-1", "en");
        assertThat(site.post(link, "answer", "BILL_WRONG", "words", "").statusCode()).isEqualTo(200);
        for (int i = 1; i <= 12; i++) {
            notice(i);
        }
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static void account(String number, String stage, String reasons) {
        given.change("insert into account (source, number, currency, brand, stage, reasons, balance, judged_on, "
                + "digest) values ('billing', ?, 'USD', 'acme', ?, ?, 10, date '2026-02-11', '')", number, stage,
                reasons);
    }

    private static void house(String id, String number, String type, String agency) {
        given.change("insert into house_case (id, source, number, type, opened, agency) values (?, 'billing', ?, ?, "
                + "date '2026-03-02', ?)", id, number, type, agency);
    }

    /** Twelve letters of wording 2: ten arrived, of which four were paid; one came back, one did not leave yet. */
    private static void notice(int i) {
        boolean left = i <= 11;
        boolean arrived = i <= 10;
        String why = i == 1 || i == 2 ? "paid: 10.00 USD is now 0.00 USD" : i <= 4 ? "held: [NOT_DELINQUENT]" : i == 5
                ? "held: [OPEN_DISPUTE]" : "";
        given.change("insert into notice (id, source, number, currency, brand, channel, state, written_on, deadline, "
                + "last_chance_days, email_kept, balance, agency, zone, attempts, taken_at, delivered_on, template, "
                + "void_why) values (?, 'billing', 'X', 'USD', 'acme', 'EMAIL', ?, date '2026-02-01', date "
                + "'2026-03-01', 14, false, 10, 'northgate', 'UTC', 1, " + (left
                ? "timestamp with time zone '2026-02-01 10:00:00+00:00'" : "null") + ", " + (arrived
                ? "date '2026-02-04'" : "null") + ", ?, ?)", "M-" + i, why.isEmpty() ? i == 6 ? "USED" : i == 11
                ? "BOUNCED" : i == 12 ? "PLANNED" : "SERVED" : "WITHDRAWN", left ? "acme@2" : "", why);
        if (i == 5) {
            given.change("insert into notice_answer (notice, answer, on_day) values ('M-5', 'TALK', "
                    + "date '2026-02-05')");
        }
    }

    @Test
    void reasons_are_those_of_customers_by_month_kind_of_debt_and_brand() {
        assertThat(site.get("/reasons.reasons-by-month.csv").body().lines()).containsExactlyInAnyOrder(
                "on_month,debt,brand,origin,reason,n", "2026-02,UTILITY,acme,HELD,BILLING_ISSUE,5",
                "2026-02,UTILITY,acme,HELD,HARDSHIP,1", "2026-02,UTILITY,acme,HELD,FRAUD,1",
                "2026-03,UTILITY,acme,CUSTOMER,BILLING_ISSUE,1", "2026-03,UTILITY,acme,AGENCY,DISPUTE,1",
                // Answered on the page itself, by an account whose source is not configured here.
                "2026-03,,acme,CUSTOMER,BILLING_ISSUE,1");
        assertThat(site.get("/reasons.reasons.csv").body().lines()).containsExactly("origin,reason,n",
                "HELD,BILLING_ISSUE,5", "HELD,FRAUD,1", "HELD,HARDSHIP,1", "CUSTOMER,BILLING_ISSUE,2",
                "AGENCY,DISPUTE,1");
    }

    @Test
    void few_are_grey_and_say_how_many_they_are() {
        String page = site.get("/reasons").body();
        assertThat(page).containsPattern("<li><span class=\"bar-of\">Holds accounts now Bill is wrong</span>"
                + "<svg [^>]+><rect width=\"100.0\" height=\"8\"/></svg><span class=\"n\">5</span>");
        assertThat(page).containsPattern("<li class=\"few\"><span class=\"bar-of\">Told by an agency Dispute</span>"
                + "<svg [^>]+><rect width=\"20.0\" height=\"8\"/></svg><span class=\"n\">1</span>");
        assertThat(page).contains("<tr class=\"few\"><td class=\"t\">2026-03</td>", "<tr><td class=\"t\">2026-02</td>");
    }

    @Test
    void a_wording_says_what_came_of_it_and_stands_beside_the_one_before() {
        assertThat(site.get("/wordings.csv").body().lines()).containsExactly("brand,channel,template,written,sent,"
                + "delivered,bounced,paid_before,paid_rate,placed,said_PAID,said_NEEDS_PLAN,said_BILL_WRONG,"
                + "said_SERVICE_WRONG,said_TALK,said_KEEP_EMAIL", "acme,EMAIL,,1,0,0,0,0,,0,0,0,0,0,0,0",
                "acme,EMAIL,acme@1,1,1,1,0,0,0.0,0,0,0,1,0,0,0", "acme,EMAIL,acme@2,11,11,10,1,4,40.0,1,0,0,0,0,1,0");
        String page = site.get("/wordings").body();
        assertThat(page).contains("<span class=\"n\">40.0 (n &#x3D; 10)</span>",
                "<span class=\"n\">0.0 (n &#x3D; 1)</span>")
                .doesNotContain("(n &#x3D; 0)");
        assertThat(page).contains("Two wordings beside each other: acme EMAIL",
                "<tr><td class=\"t\">Paid of 100 delivered</td><td class=\"n\">0.0</td><td class=\"n\">40.0</td></tr>");
    }
}
