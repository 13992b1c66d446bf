package io.graceway.face.console.room;

import io.graceway.face.command.SourceDesk;
import io.graceway.face.console.list.Sheet;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.writeback.Break;
import io.graceway.journey.writeback.Reconciliation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The tables about sources. */
final class SourceTables {

    private SourceTables() {
    }

    /** Every source, and how it was last found. */
    static Sheet all(List<SourceDesk.Known> sources) {
        return Sheet.of("sources", "source:source way dialect brand takes result:word checked_at:time",
                sources.stream().map(one -> List.of(one.id(), one.way(), one.dialect(), one.brand(), String.join(" ",
                one.takes()), one.last().map(SourceTables::result).orElse(""), at(one))).toList());
    }

    /** OK, or the code of the step that failed. */
    static String result(SourceDesk.Checked last) {
        return last.steps().stream().filter(one -> !one.passed()).map(CheckStep::code).findFirst().orElse("OK");
    }

    /** When it was last checked; empty text where it never was. */
    static Object at(SourceDesk.Known one) {
        return one.last().<Object>map(SourceDesk.Checked::at).orElse("");
    }

    static Sheet steps(SourceDesk.Known source) {
        return Sheet.of("steps", "step result:word millis:count code:code hint", source.last().map(
                SourceDesk.Checked::steps).orElse(List.of()).stream().map(one -> List.<Object>of(one.step(),
                one.passed() ? "OK" : "FAILED", one.millis(), one.code(), one.hint())).toList());
    }

    static Sheet breaks(Reconciliation.Result result) {
        return Sheet.of("source-breaks", "account:account kind shown:money expected:money difference:money reference "
                + "why", result.breaks().stream().map(SourceTables::row).toList());
    }

    private static List<Object> row(Break one) {
        return List.of(one.key().toString(), one.kind().name(), one.shown(), one.expected(), one.difference(),
                one.about(), one.why());
    }

    static Sheet sums(Reconciliation.Result result) {
        List<List<Object>> sums = new ArrayList<>();
        new TreeMap<>(result.expected()).forEach((currency, due) -> sums.add(List.of(result.shown().get(currency),
                due)));
        return Sheet.of("reconciled", "shown:money expected:money", sums);
    }
}
