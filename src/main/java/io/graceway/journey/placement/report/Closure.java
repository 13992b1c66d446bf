package io.graceway.journey.placement.report;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.Placement.State;
import java.time.LocalDate;

/** An agency gives one placement back. */
public record Closure(long line, String placement, ClosureCode code, LocalDate closedOn) {

    /** What the closure does. */
    public enum Meaning {
        /** The placement ends now. */
        CLOSES,
        /** It had ended, and the agency confirms that. */
        CONFIRMS,
        /** The same closure once more. */
        REPEATED
    }

    public static Closure of(DocumentLine line) {
        Fields fields = new Fields(line);
        return new Closure(line.number(), fields.id("placement"), fields.code("code", ClosureCode.class),
                fields.date("closed-on"));
    }

    /** What it means for that placement; a closure that cannot be true is a fault. */
    public Meaning on(Holding held) {
        if (code == ClosureCode.PAID && !held.left().isZero()) {
            throw new LineFault("code", "GW-REM-050", "closed as paid although " + held.left()
                    + " is left; send the missing payments first, or another code");
        }
        if (held.state().isOpen()) {
            return Meaning.CLOSES;
        }
        if (held.state() == State.CLOSED && held.ending().equals(code.name())) {
            return code == ClosureCode.PAID ? Meaning.CONFIRMS : Meaning.REPEATED;
        }
        if (held.state() == State.RECALLED) {
            return Meaning.CONFIRMS;
        }
        throw new LineFault("code", "GW-REM-051", "the placement had ended otherwise before");
    }
}
