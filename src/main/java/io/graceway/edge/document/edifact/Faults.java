package io.graceway.edge.document.edifact;

import io.graceway.journey.account.Reject;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.Location;

/** What the library finds wrong in a message, in our words. */
final class Faults {

    private Faults() {
    }

    /** @param segments how many have begun; of one that cannot stand here the library tells before it begins */
    static Reject of(EDIStreamValidationError error, EDIStreamReader edi, long segments) {
        Location at = edi.getLocation();
        boolean whole = switch (error) {
            case UNRECOGNIZED_SEGMENT_ID, UNEXPECTED_SEGMENT, MANDATORY_SEGMENT_MISSING,
                    LOOP_OCCURS_OVER_MAXIMUM_TIMES, SEGMENT_EXCEEDS_MAXIMUM_USE, SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET,
                    SEGMENT_NOT_IN_PROPER_SEQUENCE -> true;
            default -> false;
        };
        String place = whole ? tag(edi.getText()) : at.getSegmentTag() + "." + at.getElementPosition()
                + (at.getComponentPosition() > 0 ? "." + at.getComponentPosition() : "");
        return new Reject(whole ? segments + 1 : segments, place, whole ? "GW-DOC-119" : "GW-DOC-120", why(error)
                + "; write the message as its directory has it");
    }

    /** Only what looks like a tag is repeated: anything else may be a person's name. */
    private static String tag(String text) {
        return text != null && text.matches("[A-Z]{3}") ? text : "";
    }

    static String why(EDIStreamValidationError error) {
        return switch (error) {
            case UNRECOGNIZED_SEGMENT_ID, SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET -> "the message knows no such segment";
            case UNEXPECTED_SEGMENT, SEGMENT_NOT_IN_PROPER_SEQUENCE -> "the segment cannot stand here";
            case MANDATORY_SEGMENT_MISSING -> "a segment that has to be there is missing";
            case LOOP_OCCURS_OVER_MAXIMUM_TIMES, SEGMENT_EXCEEDS_MAXIMUM_USE -> "the segment stands here too often";
            case REQUIRED_DATA_ELEMENT_MISSING -> "an element that has to be there is missing";
            case TOO_MANY_DATA_ELEMENTS, TOO_MANY_COMPONENTS, TOO_MANY_REPETITIONS ->
                    "the segment has too many elements";
            case DATA_ELEMENT_TOO_LONG -> "the element is too long";
            case INVALID_CHARACTER_DATA -> "the element holds characters that it cannot have";
            default -> "an element is not as it should be";
        };
    }
}
