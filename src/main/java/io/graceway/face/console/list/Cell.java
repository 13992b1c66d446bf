package io.graceway.face.console.list;

import io.graceway.face.console.Frame;
import io.graceway.face.console.list.Lists.Column;
import io.graceway.face.console.list.Lists.Kind;
import io.graceway.journey.account.Money;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;

/**
 * A cell as the reader sees it, how it is set, and where it leads.
 *
 * @param name of its column, in the reader's language
 * @param link empty for nowhere
 */
public record Cell(String name, String text, String link, String style) {

    /** @param value as {@link Lists.Page} has it */
    public static Cell of(Column column, Object value, Frame frame, HttpServletRequest request) {
        return of(frame.name(request, "column", column.name()), column.kind(), value, any -> frame.spell(request, any));
    }

    static Cell of(String name, Kind kind, Object value, Function<Object, String> spelling) {
        String text = value.equals("") ? "" : spelling.apply(value) + (value instanceof Money money
                ? " " + money.currency() : "");
        return new Cell(name, text, kind.link(text), kind.style());
    }
}
