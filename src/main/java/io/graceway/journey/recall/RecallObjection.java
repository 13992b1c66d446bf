package io.graceway.journey.recall;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.report.Fields;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An agency asks to keep a placement that is being recalled.
 *
 * @param until how long it asks for; empty for as long as the contract gives
 */
public record RecallObjection(long line, String placement, ObjectionCode code, Optional<LocalDate> until) {

    public static RecallObjection of(DocumentLine line) {
        Fields fields = new Fields(line);
        return new RecallObjection(line.number(), fields.id("placement"), fields.code("code", ObjectionCode.class),
                line.date("until"));
    }
}
