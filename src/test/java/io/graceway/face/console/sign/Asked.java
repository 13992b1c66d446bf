package io.graceway.face.console.sign;

import java.util.List;
import java.util.Map;

/** What every page and deed of the console is asked with. */
final class Asked {

    private static final String AGENCY = "GET /agencies/{id:[A-Za-z0-9_-]+}";
    private static final String DRAFT = "/onboarding/{id:[A-Za-z0-9_-]{1,40}}";
    private static final String SOURCE = "/sources/{id:[A-Za-z0-9_-]+}";

    /** What each of them is asked with: what is there, and what is not. A page without a line here fails the test. */
    static final Map<String, List<String>> ALL = Map.ofEntries(
            Map.entry("GET /", List.of("")), Map.entry("GET /app.css", List.of("/app.css")),
            Map.entry("GET /health", List.of("/health")), Map.entry("GET /sign-in", List.of("/sign-in")),
            Map.entry("GET /search", List.of("/search?q=PL-1", "/search?q=none")),
            Map.entry("POST /search", List.of("/search?q=PL-1", "/search?q=nobody")),
            Map.entry("GET /account", List.of("/account?key=erp/C-1/USD", "/account?key=none")),
            Map.entry("GET /message", List.of("/message?table=news&agency=northgate&kind=NOTE&number=none",
                    "/message?table=none&agency=x&number=x")),
            Map.entry("GET /language/{language:en|de|fr|es}", List.of("/language/de")),
            Map.entry("GET /theme/{theme:system|light|dark}", List.of("/theme/dark")),
            Map.entry("GET /list/{name:[a-z-]+}", List.of("/list/accounts", "/list/none")),
            Map.entry("GET /list/{name:[a-z-]+}.{kind:csv|xlsx}", List.of("/list/accounts.csv", "/list/none.csv")),
            Map.entry("GET /posting", List.of("/posting?key=POST-1", "/posting?key=none")),
            Map.entry("POST /posting/done", List.of("/posting/done?key=none&evidence=x")),
            Map.entry("GET /audit", List.of("/audit")), Map.entry("POST /audit/verify", List.of("/audit/verify?x=y")),
            Map.entry("GET /evidence", List.of("/evidence?account=AC-PL-1&redact=yes", "/evidence?account=none")),
            Map.entry("GET /take-back", List.of("/take-back?placement=PL-1", "/take-back?placement=NONE")),
            Map.entry("GET /delivery", List.of("/delivery?id=D-1", "/delivery?id=none")),
            Map.entry("POST /delivery/again", List.of("/delivery/again?id=none")),
            Map.entry("POST /delivery/resend", List.of("/delivery/resend?id=none&earlier=0&reason=LOST")),
            Map.entry("POST /delivery/other-means", List.of("/delivery/other-means?id=none&evidence=x")),
            Map.entry("GET /approvals", List.of("/approvals")),
            Map.entry("POST /approvals/decide", List.of("/approvals/decide?id=none&decision=agree",
            "/approvals/decide?id=none&decision=perhaps")),
            Map.entry("GET /exceptions", List.of("/exceptions")),
            Map.entry("GET /exceptions/cause", List.of("/exceptions/cause?code=GW-TST-001",
            "/exceptions/cause?code=none")),
            Map.entry("POST /exceptions/waive", List.of("/exceptions/waive?code=GW-TST-009&which=all&reason=OLD")),
            Map.entry("POST /exceptions/again", List.of("/exceptions/again?code=GW-TST-009&which=all")),
            Map.entry("GET /exceptions/code", List.of("/exceptions/code?id=none")),
            Map.entry("POST /exceptions/code", List.of("/exceptions/code?id=none&field=x&code=x&means=x")),
            Map.entry("POST /exceptions/record", List.of("/exceptions/record?record=none")),
            Map.entry("GET /pending", List.of("/pending")),
            Map.entry("GET /hold", List.of("/hold?kind=AGENCY&subject=northgate", "/hold?kind=none&subject=x")),
            Map.entry("POST /hold", List.of("/hold?kind=PLACEMENT&subject=none&reason=CHECK")),
            Map.entry("POST /hold/release", List.of("/hold/release?kind=PLACEMENT&subject=none")),
            Map.entry("GET /agencies", List.of("/agencies")),
            Map.entry("GET /agencies.{sheet:[a-z-]+}.{kind:csv|xlsx}", List.of("/agencies.agencies.csv",
                    "/agencies.none.csv")),
            Map.entry(AGENCY, List.of("/agencies/northgate", "/agencies/none")),
            Map.entry(AGENCY + "/{sheet:[a-z-]+}.{kind:csv|xlsx}", List.of("/agencies/northgate/keys.csv",
                    "/agencies/none/keys.csv")),
            Map.entry(AGENCY + "/handbook.{kind:html|pdf}", List.of("/agencies/northgate/handbook.html",
                    "/agencies/none/handbook.pdf")),
            Map.entry(AGENCY + "/life", List.of("/agencies/northgate/life", "/agencies/none/life")),
            Map.entry("POST" + AGENCY.substring(3) + "/life", List.of("/agencies/northgate/life?as=resume&reason=CHECK",
                    "/agencies/none/life?as=suspend&reason=CHECK")),
            Map.entry("GET /sources", List.of("/sources")),
            Map.entry("GET /sources.{kind:csv|xlsx}", List.of("/sources.csv")),
            Map.entry("GET " + SOURCE, List.of("/sources/billing", "/sources/none")),
            Map.entry("POST " + SOURCE + "/check", List.of("/sources/billing/check?as=", "/sources/none/check?as=")),
            Map.entry("POST " + SOURCE + "/preview", List.of("/sources/billing/preview?as=",
                    "/sources/none/preview?as=")),
            Map.entry("POST " + SOURCE + "/reconcile", List.of("/sources/billing/reconcile?as=csv",
                    "/sources/none/reconcile?as=")),
            Map.entry("GET /reasons", List.of("/reasons")),
            Map.entry("GET /reasons.{sheet:reasons|reasons-by-month}.{kind:csv|xlsx}", List.of("/reasons.reasons.csv")),
            Map.entry("GET /wordings", List.of("/wordings")),
            Map.entry("GET /wordings.{kind:csv|xlsx}", List.of("/wordings.xlsx")),
            Map.entry("GET /onboarding", List.of("/onboarding")),
            Map.entry("POST /onboarding/begin", List.of("/onboarding/begin?id=No&dialect=x&mailbox=x")),
            Map.entry("POST /onboarding/change", List.of("/onboarding/change?id=none")),
            Map.entry("GET " + DRAFT + "/{step:identity|vetting|tone|mailbox|keys|format|exchange}", List.of(
                    "/onboarding/lakeside/identity", "/onboarding/lakeside/exchange", "/onboarding/none/keys")),
            Map.entry("POST " + DRAFT + "/{step:identity|vetting|mailbox|keys|format}", List.of(
                    "/onboarding/none/identity?x=y", "/onboarding/lakeside/mailbox?version=99")),
            Map.entry("POST " + DRAFT + "/tone", List.of("/onboarding/none/tone?x=y")),
            Map.entry("POST " + DRAFT + "/key", List.of("/onboarding/none/key?x=y", "/onboarding/lakeside/key?key=x")),
            Map.entry("POST " + DRAFT + "/sample", List.of("/onboarding/none/sample?x=y")),
            Map.entry("POST " + DRAFT + "/try", List.of("/onboarding/none/try?x=y")),
            Map.entry("GET " + DRAFT + "/approval", List.of("/onboarding/lakeside/approval",
                    "/onboarding/none/approval")),
            Map.entry("POST " + DRAFT + "/ask", List.of("/onboarding/none/ask?x=y")),
            Map.entry("POST " + DRAFT + "/agree", List.of("/onboarding/none/agree?digest=x",
                    "/onboarding/lakeside/agree?digest=x")),
            Map.entry("POST " + DRAFT + "/refuse", List.of("/onboarding/none/refuse?remark=x")),
            Map.entry("POST " + DRAFT + "/drop", List.of("/onboarding/lakeside/drop?version=99",
                    "/onboarding/none/drop?x=y")),
            Map.entry("POST /take-back", List.of("/take-back?placement=NONE&reason=HARDSHIP")));

    private Asked() {
    }
}
