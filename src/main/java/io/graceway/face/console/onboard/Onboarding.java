package io.graceway.face.console.onboard;

import io.graceway.journey.placement.BrandTone;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What has to be known and done about files of agencies; failures carry a code and words for whoever asked. */
public interface Onboarding {

    /**
     * One place of a file.
     *
     * @param pointer JSON pointer; ends with {@code /-} for one more in a list
     * @param value   text, number, truth value, list or map of such; null takes it away
     */
    record Change(String pointer, Object value) {
    }

    /**
     * What came of changes.
     *
     * @param text   with those that could be made
     * @param faults of the others, by pointer
     */
    record Edited(String text, Map<String, String> faults) {
    }

    /** A line of a sample: as it came, and as it was understood or why not. */
    record Line(long number, String before, String record, List<String> fields, String why) {
    }

    /** The ids of agencies that have a file. */
    List<String> agencies();

    List<String> dialects();

    /** Kinds of mailbox. */
    List<String> kinds();

    /** Documents that agencies of that dialect send. */
    List<String> documents(String dialect);

    Collection<BrandTone> tones();

    /** The file that {@code graceway agency new} writes; refuses where that does. */
    String begin(String id, String dialect, String kind);

    /** The file as it stands; refuses one that holds a secret itself. */
    String file(String id);

    /** Every value of a file by its pointer. */
    Map<String, String> values(String text);

    Edited edit(Draft draft, List<Change> changes);

    /** The pins of host keys that the draft's mailbox names, as fingerprints; empty where it names none. */
    List<String> hostKeys(Draft draft);

    /** The fingerprint of the one public key in that text. */
    String fingerprint(String key);

    /** The keys that the agency's file has and that one, as they are to be written. */
    String withKey(Draft draft, String key);

    /** Reads a sample as a file of the agency's would be; nothing of it is kept. */
    List<Line> sample(Draft draft, String document, String text);

    /** Settings that its dialect asks for, and the file lacks. */
    List<String> settings(Draft draft);

    /** Everything that keeps the gateway from starting with it, in words. */
    List<String> problems(Draft draft);

    /** Tries what {@code graceway check} tries of an agency. */
    Draft.Trial exchange(Draft draft, String by);

    /** Whether the draft reaches its agency in another way than the file that counts. */
    boolean isMoved(Draft draft);

    /** Puts it into the place of the agency's file, and who did it into the routing log. */
    void write(Draft draft, String by);
}
