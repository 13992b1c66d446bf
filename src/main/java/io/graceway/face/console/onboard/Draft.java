package io.graceway.face.console.onboard;

import io.graceway.journey.account.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of an agency that does not count yet.
 *
 * @param version raised with every change, so that two who change at once notice
 * @param base    the file as it stood when this was begun; empty for a new agency
 * @param text    the file as it is to stand
 * @param keys    its public OpenPGP keys as they are to stand; empty where nobody brought any
 * @param tones   of those that have to be accepted: which the agency accepted in writing, one a line
 * @param people  whoever began or changed it, the first first; none of them may agree to it
 * @param askedBy who asked for agreement; empty where nobody did since it was changed
 * @param remark  why somebody did not agree; empty where nobody refused
 * @param trial   the last test exchange; null where there was none
 */
public record Draft(String agency, int version, String base, String text, String keys, String tones,
                    List<String> people, Instant begunAt, String askedBy, String remark, Trial trial) {

    public Draft {
        people = List.copyOf(people);
    }

    /**
     * A test exchange with the agency as the draft describes it.
     *
     * @param digest of the draft that was tried
     * @param steps  one a line, as {@code graceway check} prints them
     */
    public record Trial(String by, Instant at, String digest, boolean passed, String steps) {
    }

    /** Says exactly what is to be written. */
    public String digest() {
        return Ids.hex(String.join("\n", agency, base, text, keys, tones));
    }

    public boolean isNew() {
        return base.isEmpty();
    }

    public boolean isAsked() {
        return !askedBy.isEmpty();
    }

    /** Whether a part of it is that person's own work. */
    boolean isOf(String person) {
        return person.isEmpty() || askedBy.equalsIgnoreCase(person)
                || people.stream().anyMatch(person::equalsIgnoreCase);
    }

    /** Whether that very text was tried, and everything worked. */
    boolean isProven() {
        return trial != null && trial.passed() && trial.digest().equals(digest());
    }

    /** Changed by somebody, so that nobody has asked for this yet. */
    Draft with(String newText, String newKeys, String newTones, String by) {
        List<String> all = new ArrayList<>(people);
        if (!all.contains(by)) {
            all.add(by);
        }
        return new Draft(agency, version, base, newText, newKeys, newTones, all, begunAt, "", remark, trial);
    }

    Draft asked(String by) {
        return new Draft(agency, version, base, text, keys, tones, people, begunAt, by, "", trial);
    }

    Draft refused(String why) {
        return new Draft(agency, version, base, text, keys, tones, people, begunAt, "", why, trial);
    }

    Draft tried(Trial result) {
        return new Draft(agency, version, base, text, keys, tones, people, begunAt, askedBy, remark, result);
    }
}
