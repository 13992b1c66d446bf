package io.graceway.face.agencyapi;

import io.graceway.face.agencyapi.Once.Said;
import io.graceway.face.agencyapi.wire.Call;
import io.graceway.face.agencyapi.wire.Problem;
import io.graceway.face.agencyapi.wire.Refused;
import io.graceway.face.agencyapi.wire.Reply;
import io.graceway.journey.account.Ids;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Documents that come as JSON: each takes effect once, and is answered on the spot. */
final class DocumentDesk {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Intake intake;
    private final BookDesk books;
    private final Once once;

    DocumentDesk(Intake intake, BookDesk books, Once once) {
        this.intake = intake;
        this.books = books;
        this.once = once;
    }

    /** @param document which of our documents it is */
    Reply take(String document, Call call) {
        String key = call.parameter("Idempotency-Key");
        return once.answer(call.agency(), key, id(document, call.body()), () -> {
            // Two requests may say the same and mean it twice: records know that by their own numbers, files do not.
            String id = id(key, call.body());
            intake.take(call.agency(), document, id, key, call.body());
            return said(books.answer(call.agency(), id));
        });
    }

    private static String id(String before, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes((before + "\n").getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return Ids.hex(all.toByteArray());
    }

    private static Said said(Map<String, Object> answer) {
        return answer.get("outcome").equals("R") ? new Said(Problem.NOTHING_TAKEN.status(), MAPPER.writeValueAsString(
                new Refused(Problem.NOTHING_TAKEN).with("answer", answer).members()))
                : new Said(200, MAPPER.writeValueAsString(answer));
    }
}
