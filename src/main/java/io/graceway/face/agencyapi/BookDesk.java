package io.graceway.face.agencyapi;

import io.graceway.face.agencyapi.AgencyBooks.Answer;
import io.graceway.face.agencyapi.AgencyBooks.Placement;
import io.graceway.face.agencyapi.wire.Call;
import io.graceway.face.agencyapi.wire.Problem;
import io.graceway.face.agencyapi.wire.Refused;
import io.graceway.face.agencyapi.wire.Reply;
import io.graceway.journey.placement.BrandTone;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the house has written down: placements, answers, tones. */
final class BookDesk {

    private final AgencyBooks books;
    private final List<BrandTone> tones;

    BookDesk(AgencyBooks books, Collection<BrandTone> tones) {
        this.books = books;
        this.tones = List.copyOf(tones);
    }

    Reply placements(Call call) {
        Cursor cursor = Cursor.of(call);
        return Reply.json(200, cursor.page("placements", books.placements(call.agency(), call.parameter("state"),
                cursor.number(), cursor.most()), BookDesk::shown, Placement::number));
    }

    Reply placement(Call call) {
        return Reply.json(200, shown(books.placement(call.agency(), call.parameter("placement")).orElseThrow(() ->
                new Refused(Problem.MISSING))));
    }

    Reply papers(Call call) {
        String number = call.parameter("placement");
        books.placement(call.agency(), number).orElseThrow(() -> new Refused(Problem.MISSING));
        return Reply.json(200, Map.of("documents", books.papers(call.agency(), number).stream()
                .map(one -> Map.of("reference", one)).toList()));
    }

    private static Map<String, Object> shown(Placement one) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("placement", one.number());
        shown.put("account", one.account());
        if (!one.told().agencyFile().isEmpty()) {
            shown.put("agency-file-number", one.told().agencyFile());
        }
        shown.put("state", one.state());
        if (!one.told().ending().isEmpty()) {
            shown.put("ending", one.told().ending());
        }
        shown.put("currency", one.placed().currency());
        shown.put("placed", one.placed().amount().toPlainString());
        shown.put("balance", one.balance().amount().toPlainString());
        shown.put("placed-on", one.placedOn().toString());
        one.told().answeredOn().ifPresent(day -> shown.put("answered-on", day.toString()));
        shown.put("fee-basis-points", one.feeBasisPoints());
        shown.put("tone", one.tone());
        shown.put("tone-sha256", one.toneSha256());
        one.recall().ifPresent(recall -> {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("state", recall.state());
            said.put("reason", recall.reason());
            said.put("object-by", recall.objectBy().toString());
            said.put("final-on", recall.finalOn().toString());
            shown.put("recall", said);
        });
        return shown;
    }

    Reply answers(Call call) {
        Cursor cursor = Cursor.of(call);
        return Reply.json(200, cursor.page("answers", books.answers(call.agency(), cursor.after(), cursor.most()),
                BookDesk::shown, one -> one.at() + "/" + one.id()));
    }

    Reply answer(Call call) {
        return Reply.json(200, answer(call.agency(), call.parameter("answer")));
    }

    /** The whole answer. */
    Map<String, Object> answer(String agency, String id) {
        Map<String, Object> shown = shown(books.answer(agency, id).orElseThrow(() -> new Refused(Problem.MISSING)));
        shown.put("lines", books.lines(agency, id).stream().map(one -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("line", one.line());
            line.put("field", one.field());
            line.put("code", one.code());
            line.put("why", one.why());
            line.put("reference", one.reference());
            return line;
        }).toList());
        return shown;
    }

    private static Map<String, Object> shown(Answer one) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", one.id());
        shown.put("name", one.name());
        shown.put("document", one.document());
        shown.put("outcome", one.outcome());
        shown.put("code", one.code());
        shown.put("records", one.records());
        shown.put("accepted", one.accepted());
        shown.put("rejected", one.rejected());
        shown.put("duplicates", one.duplicates());
        shown.put("at", one.at().toString());
        return shown;
    }

    Reply tones(Call ignored) {
        return Reply.json(200, Map.of("tones", tones.stream().map(one -> {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("profile", one.profile());
            shown.put("version", one.version());
            shown.put("sha256", one.sha256());
            return shown;
        }).toList()));
    }

    Reply tone(Call call) {
        return tones.stream().filter(one -> one.profile().equals(call.parameter("profile"))
                && String.valueOf(one.version()).equals(call.parameter("version"))).findFirst()
                .map(one -> Reply.bytes(200, "application/json", one.json()))
                .orElseThrow(() -> new Refused(Problem.MISSING));
    }
}
