package io.graceway.edge.store.inbox;

import io.graceway.edge.store.Bulk;
import io.graceway.edge.store.Rows;
import io.graceway.edge.store.back.Holdings;
import io.graceway.edge.store.back.MessageFields;
import io.graceway.edge.store.back.SqlApprovalBook;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.eligibility.EffectiveRules;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.report.AgencyActivity;
import io.graceway.journey.placement.report.Approval;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.placement.report.LineFault;
import io.graceway.journey.placement.report.ToneConformance;
import io.graceway.journey.placement.report.ToneFinding;
import io.graceway.journey.placement.report.ToneFinding.Result;
import io.graceway.journey.writeback.Postings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes what an agency says it did, and checks it against the tone that travelled with the placement. */
final class ActivityDesk implements Taking.Desk {

    /** One line that can be taken, and the placement it is about. */
    private record Event(DocumentLine line, AgencyActivity activity, Holding held) {
    }

    private static final int WEEK = 7;

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final List<BrandTone> tones;
    private final BiFunction<DelinquentAccount, LocalDate, EffectiveRules> rules;
    private final Taking taking;

    ActivityDesk(DataSource source, List<BrandTone> tones,
                 BiFunction<DelinquentAccount, LocalDate, EffectiveRules> rules, Taking taking) {
        this.jdbc = new JdbcTemplate(source);
        this.bulk = new Bulk(source);
        this.tones = tones;
        this.rules = rules;
        this.taking = taking;
    }

    @Override
    public void take(List<DocumentLine> page) {
        Map<String, Holding> held = new Holdings(jdbc).seenBy(taking.agency().id(), Taking.numbers(page, "placement"));
        Map<String, String> known = new HashMap<>();
        Rows.in(jdbc, "select event, content from activity where agency = ? and event", Taking.numbers(page,
                "event-id"),
                (row, i) -> known.put(row.getString("event"), row.getString("content")), taking.agency().id());
        List<Event> events = new ArrayList<>();
        for (DocumentLine line : page) {
            taking.answer().record();
            taking.read(line, "activity", AgencyActivity::of).flatMap(one -> fresh(line, one, held, known))
                    .ifPresent(events::add);
        }
        write(events);
    }

    private Optional<Event> fresh(DocumentLine line, AgencyActivity one, Map<String, Holding> held, Map<String,
            String> known) {
        Optional<Boolean> repeated = taking.attempt(line, () -> {
            if (!held.containsKey(one.placement())) {
                throw Taking.unknownPlacement();
            }
            String before = known.putIfAbsent(one.event(), one.content());
            if (before != null && !before.equals(one.content())) {
                throw new LineFault("event-id", "GW-REM-040", "another event was sent under this number before; "
                        + "numbers are used once");
            }
            return before != null;
        });
        if (repeated.filter(Boolean.TRUE::equals).isPresent()) {
            taking.answer().repeated();
        }
        return repeated.filter(Boolean.FALSE::equals).map(any -> new Event(line, one, held.get(one.placement())));
    }

    private void write(List<Event> events) {
        Contacts contacts = new Contacts(jdbc, events.stream().map(Event::held).toList(),
                events.stream().map(one -> one.activity().at()).toList(), days(), rules);
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> findings = new ArrayList<>();
        Map<String, Approval> approvals = SqlApprovalBook.given(jdbc, events.stream().map(one ->
                one.activity().approval()).flatMap(Optional::stream).collect(Collectors.toSet()));
        for (Event event : events) {
            List<ToneFinding> checked = check(event, contacts, approvals);
            rows.add(row(event, checked));
            checked.stream().filter(one -> one.result() != Result.PASS).forEach(one -> {
                findings.add(row(event, one));
                if (one.result() == Result.BREACH) {
                    taking.answer().remark(new Reject(event.line().number(), "", "GW-REM-130", one.check() + ": "
                            + one.detail()), event.activity().event());
                    taking.effects().log("placement.breached", event.held(), "event", event.activity().event(), "check",
                            one.check(), "severity", String.valueOf(one.severity()), "tone", event.held().placement()
                            .tone(),
                            "detail", one.detail());
                }
                if (one.result() == Result.BREACH && one.check().equals(ToneConformance.SUB_AGENCY)) {
                    taking.effects().puzzle(event.held(), "GW-VET-004", "event " + event.activity().event() + " of "
                            + taking.agency().id() + " was done by somebody whom the agency did not declare");
                }
            });
            event.activity().outcome().opens().ifPresent(type -> open(event, type));
        }
        bulk.insert("activity",
                "agency, event, placement, at, channel, outbound, outcome, checks, content, document", rows);
        bulk.insert("tone_finding", "agency, event, tone_check, result, severity, placement, tone, detail", findings);
    }

    /** No tone and no law looks further back or ahead than this. */
    private int days() {
        return tones.stream().mapToInt(tone -> tone.limits().withinDays()).reduce(WEEK, Math::max);
    }

    private List<ToneFinding> check(Event event, Contacts contacts, Map<String, Approval> approvals) {
        Holding held = event.held();
        Optional<BrandTone> tone = tones.stream().filter(one -> one.toString().equals(held.placement().tone())
                && one.sha256().equals(held.toneSha256())).findFirst();
        Optional<Approval> approval = event.activity().approval().map(number -> approvals.get(SqlApprovalBook.key(held
                .number(), number)));
        List<ToneFinding> checked = ToneConformance.check(event.activity(), new ToneConformance.Setting(tone,
                held.zone(), contacts.side(held, event.activity(), taking.file().at()), approval,
                taking.agency()::mayAct));
        if (event.activity().isLegalStep() && checked.stream().anyMatch(one -> one.check().equals("C-LEGAL")
                && one.result() == Result.PASS)) {
            use(event, approval.orElseThrow(), approvals);
        }
        if (event.activity().outbound().orElse(false)) {
            contacts.add(held, event.activity());
        }
        return checked;
    }

    private void use(Event event, Approval one, Map<String, Approval> approvals) {
        LocalDate on = event.activity().at().atZone(event.held().zone()).toLocalDate();
        SqlApprovalBook.use(jdbc, one.number(), event.activity().event(), on);
        approvals.put(SqlApprovalBook.key(event.held().number(), one.number()), one.usedBy(event.activity().event()));
        taking.effects().log("placement.approval-used", event.held(), "approval", one.number(), "event",
                event.activity().event(), "step", one.step(), "day", on.toString());
    }

    private Object[] row(Event event, List<ToneFinding> checked) {
        AgencyActivity one = event.activity();
        return new Object[] {taking.agency().id(), one.event(), one.placement(), one.at().atOffset(ZoneOffset.UTC),
            one.channel().map(Enum::name).orElse(""), one.outbound().orElse(null), one.outcome().name(),
            checked.stream().map(finding -> finding.check() + "=" + finding.result()).collect(Collectors.joining(" ")),
            one.content(), MessageFields.encode(event.line())};
    }

    private Object[] row(Event event, ToneFinding one) {
        return new Object[] {taking.agency().id(), event.activity().event(), one.check(), one.result().name(),
            one.severity(), event.activity().placement(), event.held().placement().tone(), one.detail()};
    }

    /** Whatever the customer told the agency, the house has to settle: the account is held from now on. */
    private void open(Event event, HouseCase.Type type) {
        Holding held = event.held();
        LocalDate today = taking.file().at().atZone(held.zone()).toLocalDate();
        LocalDate day = event.activity().at().atZone(held.zone()).toLocalDate();
        HouseCase one = new HouseCase(Ids.of("C", taking.agency().id(), event.activity().event()), type,
                day.isAfter(today) ? today : day, Optional.empty());
        taking.effects().open(one, held);
        taking.effects().post(Postings.opened(one, held.placement().account(), taking.agency().id()));
        taking.effects().log("placement.disputed", held, "case", one.id(), "type", type.name(), "event",
                event.activity().event());
    }
}
