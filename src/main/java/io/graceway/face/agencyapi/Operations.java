package io.graceway.face.agencyapi;

import io.graceway.face.agencyapi.door.TokenDesk;
import io.graceway.face.agencyapi.wire.Call;
import io.graceway.face.agencyapi.wire.Problem;
import io.graceway.face.agencyapi.wire.Refused;
import io.graceway.face.agencyapi.wire.Reply;
import io.graceway.journey.placement.BrandTone;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Who does what the contract promises. */
public final class Operations {

    /** Does one operation. */
    @FunctionalInterface
    interface Work {

        Reply answer(Call call) throws IOException;
    }

    private final Map<String, Work> byId = new HashMap<>();

    /** What stands behind the API. */
    public record Ports(AgencyBooks books, Trays trays, Intake intake, RequestBook requests) {
    }

    public Operations(Contract contract, TokenDesk tokens, Ports ports, Collection<BrandTone> tones, Clock clock) {
        byId.put("get-token", call -> tokens.give(call.request()));
        byId.put("get-contract", call -> Reply.bytes(200, "application/yaml", contract.text()));
        byId.put("get-problem", call -> problem(call.parameter("code")));
        ParcelDesk parcels = new ParcelDesk(ports.books, ports.trays);
        byId.put("list-parcels", parcels::list);
        byId.put("get-parcel", parcels::show);
        byId.put("fetch-parcel", parcels::fetch);
        byId.put("fetch-manifest", parcels::manifest);
        byId.put("remove-parcel", parcels::remove);
        byId.put("send-file", parcels::send);
        BookDesk books = new BookDesk(ports.books, tones);
        byId.put("list-answers", books::answers);
        byId.put("get-answer", books::answer);
        byId.put("list-placements", books::placements);
        byId.put("get-placement", books::placement);
        byId.put("list-papers", books::papers);
        byId.put("list-tones", books::tones);
        byId.put("get-tone", books::tone);
        DocumentDesk documents = new DocumentDesk(ports.intake, books, new Once(ports.requests, clock));
        contract.operations().stream().filter(one -> !one.document().isEmpty()).forEach(one ->
                byId.put(one.id(), call -> documents.take(one.document(), call)));
        if (!contract.operations().stream().allMatch(one -> byId.containsKey(one.id()))) {
            throw new IllegalStateException("the contract promises what nobody does");
        }
    }

    private static Reply problem(String code) {
        return Problem.of(code).map(one -> Reply.text(200, "text/plain;charset=UTF-8", one.code() + " " + one.title()
                + " (" + one.status() + ")\n\n" + one.advice() + "\n"))
                .orElseThrow(() -> new Refused(Problem.MISSING));
    }

    Reply answer(Contract.Operation operation, Call call) throws IOException {
        return byId.get(operation.id()).answer(call);
    }
}
