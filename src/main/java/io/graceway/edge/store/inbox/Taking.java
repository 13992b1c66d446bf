package io.graceway.edge.store.inbox;

import io.graceway.edge.store.back.Effects;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.AgencyFile;
import io.graceway.journey.placement.report.LineFault;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** One file while it takes effect. */
record Taking(AgencyFile file, Agency agency, Effects effects, FileAnswer answer) {

    /** Takes the lines of one document, a page at a time. */
    interface Desk {

        void take(List<DocumentLine> page);

        /** After the last page. */
        default void finish() {
        }
    }

    /** Reads one line; what cannot be read goes back to the sender, and stops only itself. */
    <T> Optional<T> read(DocumentLine line, String record, Function<DocumentLine, T> reader) {
        if (!line.record().equals(record)) {
            return refuse(line, new LineFault("", "GW-REM-014",
                    "a record of this kind does not belong into the document"));
        }
        return attempt(line, () -> {
            clean(line);
            return reader.apply(line);
        });
    }

    /** What is done with a line, unless it turns out that it cannot be. */
    <T> Optional<T> attempt(DocumentLine line, Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (LineFault fault) {
            return refuse(line, fault);
        } catch (ClassCastException e) {
            return refuse(line, new LineFault("", "GW-REM-013", "a field has the wrong type"));
        }
    }

    /** Half a character or a null character can neither be stored nor logged. */
    static void clean(DocumentLine line) {
        line.fields().forEach((name, value) -> {
            if (value instanceof String text && !isText(text)) {
                throw new LineFault(name, "GW-REM-013", "the " + name + " holds characters that are no text");
            }
        });
    }

    /**
     * Whether the agency sent that number in that currency before with the same content, which is then counted.
     *
     * @param column of the table in which its numbers stand, which is also the field
     * @throws LineFault when it sent something else under the number
     */
    boolean isRepeated(JdbcTemplate jdbc, String table, String column, String number, String currency, String content) {
        List<String> before = jdbc.queryForList("select content from " + table + " where agency = ? and " + column
                + " = ? and currency = ?", String.class, agency.id(), number, currency);
        if (!before.isEmpty() && !before.get(0).equals(content)) {
            throw new LineFault(column, "GW-REM-101",
                    "another " + column + " was sent under this number before; numbers are used once");
        }
        if (!before.isEmpty()) {
            answer.repeated();
        }
        return !before.isEmpty();
    }

    private <T> Optional<T> refuse(DocumentLine line, LineFault fault) {
        answer.reject(fault.at(line), reference(line));
        return Optional.empty();
    }

    /** What a page's lines name in that field, as far as it can be anybody's number. */
    static List<String> numbers(List<DocumentLine> page, String field) {
        return page.stream().map(line -> line.text(field)).filter(text -> !text.isEmpty() && text.length() <= 64
                && isText(text)).toList();
    }

    private static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0' || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c) && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }

    /** By what the sender finds the line again; never more than a number. */
    static String reference(DocumentLine line) {
        for (String name : new String[] {"payment-id", "event-id", "placement"}) {
            String text = line.text(name);
            if (text.matches("[\\x21-\\x7e]{1,64}")) {
                return text;
            }
        }
        return "";
    }

    /** Another agency's placement looks exactly like an unknown one. */
    static LineFault unknownPlacement() {
        return new LineFault("placement", "GW-REM-020", "you hold no such placement of ours");
    }
}
