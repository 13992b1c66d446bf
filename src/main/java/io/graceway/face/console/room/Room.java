package io.graceway.face.console.room;

import io.graceway.face.console.Frame;
import io.graceway.face.console.list.Sheet;
import io.graceway.face.console.list.Sheets;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;

/** A page made of facts, links, deeds and tables, in that order. */
final class Room {

    private final Frame frame;
    private final Sheets sheets;
    private final HttpServletRequest request;
    private final Map<String, Object> values = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();
    private final List<Map<String, Object>> tables = new ArrayList<>();

    /** @param title key of its text, @param lead key of the sentence below it; empty for none */
    Room(Frame frame, Sheets sheets, HttpServletRequest request, String title, String lead) {
        this.frame = frame;
        this.sheets = sheets;
        this.request = request;
        values.put("title", frame.text(request, title));
        values.put("lead", lead.isEmpty() ? "" : frame.text(request, lead));
        values.putAll(Map.of("subject", "", "fault", "", "said", ""));
    }

    /** Something said beside its name. */
    record Fact(String name, String value) {
    }

    /** Where else to go. */
    record Link(String text, String to) {
    }

    /** A button. @param as what it says beyond where it is sent; empty for nothing */
    record Deed(String text, String to, String as) {
    }

    /** What the page is about. */
    Room subject(String id) {
        values.put("subject", id);
        return this;
    }

    /** Why not, in words; {@code said} is how it went. */
    Room told(String fault, String said) {
        values.put("fault", fault);
        values.put("said", said);
        return this;
    }

    /** Left out where there is nothing. */
    Room fact(String name, Object value) {
        if (!String.valueOf(value).isEmpty()) {
            facts.add(new Fact(frame.text(request, name), frame.spell(request, value)));
        }
        return this;
    }

    Room link(String text, String to) {
        links.add(new Link(text, to));
        return this;
    }

    Room deed(String text, String to, String as) {
        deeds.add(new Deed(frame.text(request, text), to, as));
        return this;
    }

    /** @param export where it is taken along, before {@code .csv}; empty where it is not */
    Room sheet(Sheet sheet, String export) {
        tables.add(sheets.view(sheet, "t" + tables.size(), export, request));
        return this;
    }

    ResponseEntity<String> show(int status) {
        values.put("facts", facts);
        values.put("known", !facts.isEmpty());
        values.put("links", links);
        values.put("linked", !links.isEmpty());
        values.put("deeds", deeds);
        values.put("tables", tables);
        return frame.show("console/room", status, request, values);
    }
}
