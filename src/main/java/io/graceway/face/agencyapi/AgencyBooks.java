package io.graceway.face.agencyapi;

import io.graceway.journey.account.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the API reads of an agency's own affairs; every question names the agency, and nothing of another is found. */
public interface AgencyBooks {

    /** Where a page begins: after that entry. */
    record After(Instant at, String id) {

        static final After START = new After(Instant.EPOCH, "");
    }

    /** Sealed content, and beside it the sealed manifest. */
    record Parcel(String id, String document, Sealed content, Sealed manifest, long records, Instant preparedAt) {
    }

    /** One file in the tray. */
    record Sealed(String name, long size, String sha256) {
    }

    /** @param reference the record's own number, as far as it has one */
    record Line(long line, String field, String code, String why, String reference) {
    }

    /** @param id SHA-256 of a file's sealed bytes, or the id that {@link Intake} was given */
    record Answer(String id, String name, String document, String outcome, String code, long records, long accepted,
                  long rejected, long duplicates, Instant at) {
    }

    /** @param objectBy last day on which the agency may object */
    record Recall(String state, String reason, LocalDate objectBy, LocalDate finalOn) {
    }

    /** A placement that the agency has heard of. */
    record Placement(String number, String account, String state, Money placed, Money balance, LocalDate placedOn,
                     int feeBasisPoints, String tone, String toneSha256, Told told, Optional<Recall> recall) {
    }

    /** What the agency said about it: its own number, the day of its answer, how it ended; empty while it has not. */
    record Told(String agencyFile, Optional<LocalDate> answeredOn, String ending) {
    }

    /** @param all also those of former times */
    List<Parcel> parcels(String agency, boolean all, After after, int most);

    Optional<Parcel> parcel(String agency, String id);

    List<Answer> answers(String agency, After after, int most);

    Optional<Answer> answer(String agency, String id);

    /** What an answer says about single records, in their order. */
    List<Line> lines(String agency, String answer);

    /** @param state empty for all; @param after number of the last one before */
    List<Placement> placements(String agency, String state, String after, int most);

    Optional<Placement> placement(String agency, String number);

    /** References of the papers that the source has on the account now; none once the placement is over. */
    List<String> papers(String agency, String number);
}
