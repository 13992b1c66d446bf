package io.graceway.edge.document.value;

import io.graceway.edge.document.wire.Layout.JsonKind;

/** What a value means, and how it is spelled on the wire. */
public interface ValueType {

    /** What is left of a value where only its kind matters. */
    enum Meaning {
        TEXT("text"), DATE("date"), DATETIME("datetime"), INSTANT("instant"), DECIMAL("decimal"), INTEGER("integer"),
        BOOLEAN("boolean");

        private final String word;

        Meaning(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    Meaning meaning();

    /** @param currency of the record, for minor units; otherwise null */
    Object read(String wire, String currency) throws Misfit;

    /** @param currency of the record, for minor units; otherwise null */
    String write(Object value, String currency) throws Misfit;

    default JsonKind json() {
        return switch (meaning()) {
            case INTEGER -> JsonKind.NUMBER;
            case BOOLEAN -> JsonKind.BOOLEAN;
            default -> JsonKind.STRING;
        };
    }

    /** The refusal of a value that is not of the type at all. */
    static Misfit wrongType(Meaning meaning) {
        return new Misfit("GW-DOC-054", "the value given is not of type " + meaning.word() + "; give it typed");
    }
}
