package io.graceway.face.agencyapi;

import io.graceway.face.agencyapi.AgencyBooks.Parcel;
import io.graceway.face.agencyapi.AgencyBooks.Sealed;
import io.graceway.face.agencyapi.wire.Call;
import io.graceway.face.agencyapi.wire.Problem;
import io.graceway.face.agencyapi.wire.Refused;
import io.graceway.face.agencyapi.wire.Reply;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sealed files, both ways. */
final class ParcelDesk {

    private static final String SEALED = "application/pgp-encrypted";
    private static final Pattern REST = Pattern.compile("bytes=([0-9]{1,18})-");
    private static final long FULL_SECONDS = 120;

    private final AgencyBooks books;
    private final Trays trays;

    ParcelDesk(AgencyBooks books, Trays trays) {
        this.books = books;
        this.trays = trays;
    }

    Reply list(Call call) {
        Cursor cursor = Cursor.of(call);
        return Reply.json(200, cursor.page("parcels", books.parcels(call.agency(), call.parameter("state")
                .equals("all"), cursor.after(), cursor.most()), one -> shown(call.agency(), one),
                one -> one.preparedAt() + "/" + one.id()));
    }

    Reply show(Call call) {
        return Reply.json(200, shown(call.agency(), parcel(call)));
    }

    private Parcel parcel(Call call) {
        return books.parcel(call.agency(), call.parameter("parcel")).orElseThrow(() -> new Refused(Problem.MISSING));
    }

    private Map<String, Object> shown(String agency, Parcel one) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", one.id());
        shown.put("document", one.document());
        shown.put("name", one.content().name());
        shown.put("size", one.content().size());
        shown.put("sha256", one.content().sha256());
        shown.put("manifest", one.manifest().name());
        shown.put("records", one.records());
        shown.put("prepared-at", one.preparedAt().toString());
        shown.put("state", trays.left(agency, one.content().name()).name().toLowerCase(Locale.ROOT));
        return shown;
    }

    Reply fetch(Call call) {
        Sealed one = parcel(call).content();
        Matcher rest = REST.matcher(Optional.ofNullable(call.request().getHeader("Range")).orElse(""));
        long from = rest.matches() ? Long.parseLong(rest.group(1)) : 0;
        return from < one.size() && rest.matches() ? content(call, one, 206, from).with(Map.of("Content-Range",
                "bytes " + from + "-" + (one.size() - 1) + "/" + one.size())) : content(call, one, 200, 0);
    }

    Reply manifest(Call call) {
        return content(call, parcel(call).manifest(), 200, 0);
    }

    private Reply content(Call call, Sealed one, int status, long from) {
        if (trays.left(call.agency(), one.name()) == Trays.Left.REMOVED) {
            throw new Refused(Problem.GONE);
        }
        return new Reply(status, SEALED, Map.of("Accept-Ranges", "bytes", "ETag", "\"" + one.sha256() + "\""),
                one.size() - from, out -> {
                    if (!trays.give(call.agency(), one.name(), from, out)) {
                        throw new Refused(Problem.GONE);
                    }
                });
    }

    Reply remove(Call call) throws IOException {
        Parcel one = parcel(call);
        trays.remove(call.agency(), one.content().name());
        trays.remove(call.agency(), one.manifest().name());
        return Reply.empty(204);
    }

    Reply send(Call call) throws IOException {
        String name = call.parameter("name");
        Trays.Receipt receipt = trays.take(call.agency(), name, call.request().getInputStream());
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", name);
        said.put("size", receipt.size());
        said.put("sha256", receipt.sha256());
        return switch (receipt.handed()) {
            case STORED -> Reply.json(201, said);
            case SAME -> Reply.json(200, said);
            case ANOTHER -> throw new Refused(Problem.NAME_TAKEN);
            case FULL -> throw new Refused(Problem.FULL).retryAfter(FULL_SECONDS);
            case TOO_LARGE -> throw new Refused(Problem.TOO_LARGE);
            case NAME_REFUSED -> throw new Refused(Problem.PARAMETER).with("places", List.of(Map.of("at", "name",
                    "why", "a file of that name is not taken")));
        };
    }
}
