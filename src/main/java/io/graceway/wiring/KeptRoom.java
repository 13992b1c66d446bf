package io.graceway.wiring;

import io.graceway.edge.document.agency.AgencyDocuments;
import io.graceway.edge.document.agency.MappingPreview;
import io.graceway.edge.document.agency.PartnerCodes;
import io.graceway.edge.document.mapping.OwnCode;
import io.graceway.face.console.ConsoleView.Fact;
import io.graceway.face.console.sign.Deeds;
import io.graceway.face.console.work.Codes;
import io.graceway.face.console.work.Exceptions;
import io.graceway.face.console.work.Records;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.placement.ParcelSeal;
import io.graceway.journey.placement.report.AgencyActivity;
import io.graceway.journey.placement.report.ClosureCode;
import io.graceway.journey.recall.ObjectionCode;
import io.graceway.journey.remittance.KeptFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Looks into kept files, and has an agency's codes say what an unknown one means. */
final class KeptRoom implements Codes, Records {

    /** What our documents leave open and the journey does not, by record and field. */
    private static final Map<String, Set<String>> LISTS = Map.of(
            "activity outcome", names(AgencyActivity.Outcome.values()),
            "closure code", names(ClosureCode.values()),
            "recall-objection code", names(ObjectionCode.values()));
    /** What one line of the file can hold and show. */
    private static final String CODE = "[^\\p{Cc}$]{1,40}";

    /** What opens a kept file. */
    record Sealed(KeptFiles kept, ParcelSeal seal) {
    }

    private final Exceptions exceptions;
    private final Sealed files;
    private final AgencyDocuments reader;
    private final PartnerCodes codes;
    /** Empty for an agency that has no file any more. */
    private final UnaryOperator<String> dialectOf;
    private final Deeds deeds;

    KeptRoom(Exceptions exceptions, Sealed files, AgencyDocuments reader, PartnerCodes codes,
             UnaryOperator<String> dialectOf, Deeds deeds) {
        this.exceptions = exceptions;
        this.files = files;
        this.reader = reader;
        this.codes = codes;
        this.dialectOf = dialectOf;
        this.deeds = deeds;
    }

    private static Set<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    static Set<String> list(String record, String field) {
        return LISTS.getOrDefault(record + " " + field, Set.of());
    }

    @Override
    public Optional<Unknown> find(String exception) {
        return exceptions.line(exception).filter(Exceptions.Line::waits).flatMap(this::find);
    }

    private Optional<Unknown> find(Exceptions.Line line) {
        return mapping(line).flatMap(mapping -> opened(line, plain -> reader.unknown(line.agency(), mapping, plain,
                line.number(), KeptRoom::list)).flatMap(one -> one).map(one -> new Unknown(line.code(), line.agency(),
                mapping, one.record(), one.field(), one.code(), one.code().matches(CODE) ? List.copyOf(one.choices())
                : List.of())));
    }

    @Override
    public Optional<Seen> look(String exception) {
        return exceptions.line(exception).flatMap(line -> mapping(line).flatMap(mapping -> opened(line, plain -> {
            Peeked seen = new Peeked(line, new ArrayList<>());
            reader.look(line.agency(), mapping, plain, line.number(), seen);
            return seen.parts().isEmpty() ? null : new Seen(line, mapping, seen.parts());
        })));
    }

    private Optional<String> mapping(Exceptions.Line line) {
        return dialectOf.apply(line.agency()).isEmpty() ? Optional.empty() : reader.document(line.agency(),
                line.name());
    }

    /** What one line of a file came as and came to. */
    private record Peeked(Exceptions.Line line, List<Part> parts) implements MappingPreview.Sheet {

        @Override
        public void line(String before, DocumentLine after) {
            parts.add(new Part(before, after.record(), after.fields().keySet().stream().map(name -> new Fact(name,
                    after.text(name), false)).toList(), ""));
        }

        @Override
        public void reject(String before, Reject why) {
            parts.add(new Part(before, "", List.of(), why.toString()));
        }
    }

    private <T> Optional<T> opened(Exceptions.Line line, KeptFiles.Look<T> look) {
        try {
            return files.kept().look(line.agency(), line.sha256(), files.seal(), look);
        } catch (IOException e) {
            throw new IllegalStateException("GW-WEB-050: the kept file cannot be opened now; the folder kept and the"
                    + " house's key are on the machine that fetched it", e);
        }
    }

    @Override
    public Said say(String exception, String field, String code, String means, String by) {
        Optional<Exceptions.Line> line = exceptions.line(exception);
        Optional<Unknown> seen = line.filter(Exceptions.Line::waits).flatMap(this::find)
                .filter(one -> one.field().equals(field) && one.code().equals(code));
        if (seen.isEmpty()) {
            // What was said just now is no unknown code any more.
            return line.isPresent() && isSaid(line.get().agency(), field, code, means) ? Said.ALREADY : Said.NOT_NOW;
        }
        Unknown one = seen.get();
        if (!one.choices().contains(means)) {
            return Said.NOT_NOW;
        }
        boolean added = codes.add(one.agency(), dialectOf.apply(one.agency()), new OwnCode(one.mapping(), one.record(),
                field, code, means), change -> deeds.done("code-mapped", by, one.agency(), "mapping", one.mapping(),
                "record", one.record(), "field", field, "means", means, "before-sha256", change.before(),
                "after-sha256", change.after()));
        return added ? Said.DONE : Said.ALREADY;
    }

    private boolean isSaid(String agency, String field, String code, String means) {
        return codes.of(agency, dialectOf.apply(agency)).stream().anyMatch(one -> one.field().equals(field)
                && one.code().equals(code) && one.means().equals(means));
    }
}
