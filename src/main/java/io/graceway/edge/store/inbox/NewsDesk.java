package io.graceway.edge.store.inbox;

import io.graceway.edge.store.Bulk;
import io.graceway.edge.store.Rows;
import io.graceway.edge.store.back.ArrangementRows;
import io.graceway.edge.store.back.Holdings;
import io.graceway.edge.store.back.MessageFields;
import io.graceway.edge.store.back.SqlApprovalBook;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.placement.report.LineFault;
import io.graceway.journey.writeback.MessageKind;
import io.graceway.journey.writeback.News;
import io.graceway.journey.writeback.Postings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes what an agency learned about customers, each kind as the table of messages says. */
final class NewsDesk implements Taking.Desk {

    private final JdbcTemplate jdbc;
    private final Bulk bulk;
    private final Taking taking;
    private final MessageKind kind;
    private final ArrangementRows arrangements;
    private final Objections objections;

    NewsDesk(DataSource source, Taking taking, MessageKind kind) {
        this.jdbc = new JdbcTemplate(source);
        this.bulk = new Bulk(source);
        this.taking = taking;
        this.kind = kind;
        this.arrangements = new ArrangementRows(jdbc);
        this.objections = new Objections(jdbc, taking);
    }

    @Override
    public void take(List<DocumentLine> page) {
        Map<String, Holding> held = new Holdings(jdbc).of(taking.agency().id(), Taking.numbers(page, "placement"));
        List<News> all = new ArrayList<>();
        List<DocumentLine> lines = new ArrayList<>();
        for (DocumentLine line : page) {
            taking.answer().record();
            taking.read(line, kind.document(), one -> News.of(kind, one)).ifPresent(one -> {
                all.add(one);
                lines.add(line);
            });
        }
        Map<String, String> known = new HashMap<>();
        Rows.in(jdbc, "select message, content from news where agency = ? and kind = ? and message",
                all.stream().map(News::id).toList(), (row, i) -> known.put(row.getString("message"),
                row.getString("content")), taking.agency().id(), kind.name());
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            News one = all.get(i);
            if (fresh(lines.get(i), one, held.get(one.placement()), known)) {
                rows.add(row(one));
                effects(one, held.get(one.placement()));
            }
        }
        bulk.insert("news", "agency, kind, message, placement, on_day, code, content, document, at", rows);
    }

    private boolean fresh(DocumentLine line, News one, Holding held, Map<String, String> known) {
        return taking.attempt(line, () -> {
            if (held == null) {
                throw Taking.unknownPlacement();
            }
            String before = known.get(one.id());
            if (before != null && !before.equals(one.content())) {
                throw new LineFault("message-id", "GW-REM-101",
                        "another message was sent under this number before; numbers are used once");
            }
            if (before == null) {
                one.on(held, today(held));
                if (one.isLegalStatus() && !isApproved(one)) {
                    throw new LineFault("approval", "GW-REM-150", "legal work needs an approval number that the house "
                            + "gave for this placement; ask for it with a request for information of LEGAL_STEP");
                }
                if (kind == MessageKind.ARRANGEMENT) {
                    arrangements.keep(one, held);
                } else if (kind == MessageKind.ERASURE_CONFIRMATION) {
                    confirm(one);
                }
            }
            if (known.put(one.id(), one.content()) != null) {
                taking.answer().repeated();
            }
            return before == null;
        }).orElse(false);
    }

    private void confirm(News one) {
        if (jdbc.update("update erasure set confirmed_on = ?, code = ? where id = ? and placement = ?", one.on(),
                one.code(), one.line().text("order"), one.placement()) == 0) {
            throw new LineFault("order", "GW-REM-143", "nothing was ordered under this number");
        }
    }

    /** The number that it names was given for its placement, and was used or is still good on its day. */
    private boolean isApproved(News one) {
        String number = one.line().text("approval");
        return Optional.ofNullable(SqlApprovalBook.given(jdbc, List.of(number)).get(SqlApprovalBook.key(one.placement(),
                number))).filter(it -> it.usedBy().isPresent() || !one.on().isAfter(it.until())).isPresent();
    }

    private LocalDate today(Holding held) {
        return taking.file().at().atZone(held.zone()).toLocalDate();
    }

    private Object[] row(News one) {
        return new Object[] {taking.agency().id(), kind.name(), one.id(), one.placement(), one.on(), one.code(),
            one.content(), MessageFields.encode(one.line()), taking.file().at().atOffset(ZoneOffset.UTC)};
    }

    private void effects(News one, Holding held) {
        LocalDate today = today(held);
        Optional<HouseCase> opened = one.opens().map(type -> new HouseCase(Ids.of("C", taking.agency().id(), kind,
                one.id()), type, one.on().isAfter(today) ? today : one.on(), Optional.empty()));
        opened.ifPresent(it -> taking.effects().open(it, held));
        if (!kind.posts().isEmpty()) {
            taking.effects().post(Postings.told(one, held, opened));
        }
        if (kind == MessageKind.INFORMATION_REQUEST && one.code().equals("LEGAL_STEP")) {
            taking.effects().puzzle(held, "GW-REM-151", "the agency asks for consent to a legal step; answer its "
                    + "request " + one.id() + " with graceway approve");
        } else if (kind == MessageKind.INFORMATION_REQUEST) {
            taking.effects().puzzle(held, "GW-REM-103", "the agency asks for " + one.code()
                    + "; it is answered with the papers that the source lists for the account");
        } else if (kind == MessageKind.JUDGMENT && !isApproved(one)) {
            taking.effects().puzzle(held, "GW-REM-104",
                    "the agency reports a judgment without a number of the house's approval");
        } else if (kind == MessageKind.ARRANGEMENT && one.code().equals("AGREED")) {
            objections.arranged(one, held, today);
        }
        taking.effects().log("placement.told", held, "kind", kind.name(), "message", one.id(), "code", one.code(),
                "day", one.on().toString(), "case", opened.map(HouseCase::id).orElse(""), "file",
                taking.file().sha256());
    }
}
