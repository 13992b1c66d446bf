package io.graceway.face.console.onboard;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a step asks for one place of the file.
 *
 * @param pointer JSON pointer of the place, and the name of the field
 * @param choices what can be chosen, where that is so
 * @param needed  whether it must not be empty
 */
record Field(String pointer, Kind kind, List<String> choices, boolean needed) {

    /** How it is asked. */
    enum Kind {
        TEXT, NUMBER, DATE,
        /** Several, with commas between. */
        LIST, CHOICE, MANY, FLAG,
        /** The name of a variable, never what is in it. */
        SECRET
    }

    static Field of(Kind kind, String pointer, String... choices) {
        return new Field(pointer, kind, List.of(choices), true);
    }

    static Field maybe(Kind kind, String pointer) {
        return new Field(pointer, kind, List.of(), false);
    }

    /** How its text is called. */
    String word() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    String id() {
        return "f" + pointer.replace('/', '-');
    }

    /** As it is shown in the form. */
    String shown(String value) {
        return kind == Kind.SECRET ? value.replaceAll("^\\$\\{env:(.*)}$", "$1") : value;
    }

    /**
     * What somebody sent, as the file has it; null where nothing is to stand there.
     *
     * @param sent null where the form had no such field
     */
    Object read(String[] sent) {
        String text = sent == null || sent.length == 0 ? "" : sent[0].strip();
        return switch (kind) {
            case FLAG -> sent != null;
            case MANY -> sent == null ? List.of() : Stream.of(sent).filter(choices::contains).toList();
            case LIST -> text.isEmpty() && !needed ? null : Arrays.stream(text.split("[,\\s]+"))
                    .filter(one -> !one.isEmpty()).toList();
            case NUMBER -> text.isEmpty() ? null : text.matches("\\d{1,9}") ? Integer.valueOf(text) : text;
            case SECRET -> text.isEmpty() ? null : "${env:" + text + "}";
            default -> text.isEmpty() ? null : text;
        };
    }

    /** Whether what stands there is that already. */
    boolean isSame(String value, Object read) {
        return read == null ? value == null : String.valueOf(read instanceof List<?> list ? String.join(", ",
                list.stream().map(String::valueOf).toList()) : read).equals(value);
    }
}
