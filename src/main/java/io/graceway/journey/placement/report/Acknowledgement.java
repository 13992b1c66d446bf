package io.graceway.journey.placement.report;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.Reject;
import io.graceway.journey.placement.Placement.State;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An agency's answer to one placement.
 *
 * @param account    our account number as the agency read it; empty where it does not repeat it
 * @param agencyFile the agency's number; empty when it refused
 * @param reason     the agency's word for why it refused; may speak of a person
 * @param balance    the balance that the agency received
 */
public record Acknowledgement(long line, String placement, String account, Optional<AgencyFileNumber> agencyFile,
                              Status status, String reason, Optional<Money> balance, LocalDate receivedOn) {

    /** Whether the agency takes it on. */
    public enum Status {
        ACCEPTED, REJECTED
    }

    /** What the answer does. */
    public enum Meaning {
        /** First answer: taken on. */
        TAKEN_ON,
        /** First answer: turned down. */
        TURNED_DOWN,
        /** First answer, after the placement had ended otherwise. */
        LATE,
        /** The same answer once more. */
        REPEATED
    }

    public static Acknowledgement of(DocumentLine line) {
        Fields fields = new Fields(line);
        Status status = fields.code("status", Status.class);
        Optional<AgencyFileNumber> file = status == Status.ACCEPTED || fields.given("agency-file-number").isPresent()
                ? Optional.of(new AgencyFileNumber(fields.id("agency-file-number"))) : Optional.empty();
        return new Acknowledgement(line.number(), fields.id("placement"), line.text("account"), file, status,
                line.text("reason"), fields.money("balance"), fields.date("received-on"));
    }

    /** What it means for that placement; an answer that contradicts an earlier one is a fault. */
    public Meaning on(Holding held) {
        if (!account.isEmpty() && !account.equals(held.placement().account().number().value())) {
            throw new LineFault("account", "GW-REM-024", "the account number is not the one of this placement");
        }
        if (held.answered()) {
            boolean same = (status == Status.REJECTED) == (held.state() == State.REJECTED)
                    && agencyFile.equals(held.agencyFile());
            if (!same) {
                throw new LineFault("status", "GW-REM-023", "the placement was answered otherwise before; "
                        + "give it back with a closure instead");
            }
            return Meaning.REPEATED;
        }
        if (held.state() != State.SENT && held.state() != State.RECALL_PENDING) {
            return Meaning.LATE;
        }
        return status == Status.ACCEPTED ? Meaning.TAKEN_ON : Meaning.TURNED_DOWN;
    }

    /** Why the balance that the agency took on is not proved to be the one that was placed; empty when it is. */
    public Optional<Reject> mismatch(Holding held) {
        if (status == Status.REJECTED || balance.filter(held.placement().placed()::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(balance.map(received -> new Reject(line, "balance", "GW-REM-022", "you received " + received
                + ", we placed " + held.placement().placed() + "; the balance we placed counts"))
                .orElseGet(() -> new Reject(line, "balance", "GW-REM-021",
                        "the balance received is missing, so that it cannot be compared")));
    }
}
