package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.PlayedService.Asked;
import io.graceway.edge.source.rest.PlayedService.Told;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An ERP that speaks OData of either version: who may call, how often, in which session, one by one or batched. */
final class PlayedErp extends PlayedSets implements AutoCloseable {

    final PlayedService service = new PlayedService(this::answer);
    UnaryOperator<Told> afterChange = told -> told;
    int busy;
    int session = 1;
    int token;

    PlayedErp(String metadata, boolean isV2, String root) {
        super(metadata, isV2, root);
    }

    @Override
    String base() {
        return service.base() + root;
    }

    private synchronized Told answer(Asked asked) {
        if (asked.path().equals("/token")) {
            return asked.body().contains("grant_type=client_credentials") && asked.body().contains("scope=http")
                    && asked.body().contains("client_secret=s3cret") ? Told.ok("{'token_type':'Bearer',"
                    + "'expires_in':3599,'access_token':'t" + ++token + "'}") : Told.json(400, "{}");
        }
        if (busy > 0) {
            busy--;
            return wire.error(wire.isV2() ? 503 : 429, "TooManyRequests").with("Retry-After", "7");
        }
        String shown = wire.isV2() ? "Basic " + Base64.getEncoder().encodeToString("me:s3cret".getBytes(
                StandardCharsets.UTF_8)) : "Bearer t" + token;
        if (!shown.equals(asked.headers().get("Authorization"))) {
            return wire.error(401, "Unauthorized");
        }
        if (wire.isV2() && !asked.method().equals("GET") && !(asked.headers().getOrDefault("Cookie", "")
                .contains("SAP_SESSIONID_X=s" + session)
                && ("T" + session).equals(asked.headers().get("X-csrf-token")))) {
            return new Told(403, Map.of("Content-Type", "text/plain", "X-CSRF-Token", "Required"),
                    "CSRF token validation failed".getBytes(StandardCharsets.UTF_8), false, 0, 0);
        }
        Told told = asked.path().equals(root + "/$batch") ? batch(asked) : single(asked);
        return "Fetch".equals(asked.headers().get("X-csrf-token")) ? told.with("X-CSRF-Token", "T" + session)
                .with("Set-Cookie", "SAP_SESSIONID_X=s" + session + "; path=/; HttpOnly")
                : asked.method().equals("GET") ? told : afterChange.apply(told);
    }

    private Told batch(Asked batch) {
        Optional<Asked> read = PlayedBatch.read(batch, root);
        if (read.isPresent()) {
            return PlayedBatch.told(batch, single(read.get()));
        }
        Map<String, List<Map<String, Object>>> before = new LinkedHashMap<>();
        sets.forEach((set, rows) -> before.put(set, new ArrayList<>(rows.stream().map(LinkedHashMap::new).toList())));
        List<Told> answers = new ArrayList<>();
        for (Asked one : PlayedBatch.calls(batch, root)) {
            Told told = single(one);
            if (told.status() > 299) {
                sets = before;
                answers.replaceAll(any -> new Told(424, Map.of(), new byte[0], false, 0, 0));
                answers.add(told);
                return PlayedBatch.told(batch, PlayedBatch.isJson(batch) ? answers : List.of(told), true);
            }
            answers.add(told);
        }
        return PlayedBatch.told(batch, answers, false);
    }

    @Override
    public void close() {
        service.close();
    }
}
