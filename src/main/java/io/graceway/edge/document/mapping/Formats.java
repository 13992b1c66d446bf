package io.graceway.edge.document.mapping;

import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.edifact.Agreed;
import io.graceway.edge.document.edifact.Structure;
import io.graceway.edge.document.edifact.Syntax;
import io.graceway.edge.document.wire.WireFormat.Csv;
import io.graceway.edge.document.wire.WireFormat.Fixed;
import io.graceway.edge.document.wire.WireFormat.Form;
import io.graceway.edge.document.wire.WireFormat.Json;
import io.graceway.edge.document.wire.WireFormat.Limits;
import io.graceway.edge.document.wire.WireFormat.Xlsx;
import io.graceway.edge.document.wire.WireFormat.Xml;
import io.graceway.edge.document.wire.WireFormat;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads from a mapping how the bytes are to be taken. */
final class Formats {

    private Formats() {
    }

    static WireFormat of(Part root, Function<String, Optional<Structure>> structures) {
        Form form = Form.valueOf(root.at("format").text("").toUpperCase(Locale.ROOT));
        Part csv = root.at("csv");
        Part fixed = root.at("fixed");
        Part xml = root.at("xml");
        if (form == Form.XML && !xml.at("root").isThere()) {
            throw root.refused("GW-CFG-012", "XML needs 'xml' with the name of its root element; add it");
        }
        Agreed agreed = form == Form.EDIFACT ? agreed(root, structures) : null;
        return new WireFormat(form, agreed == null ? charset(root.at("charset")) : agreed.syntax().charset(),
                new Csv(csv.at("delimiter").text(",").charAt(0), csv.at("quote").text("\"").charAt(0),
                        csv.at("header").flag(true)),
                new Fixed(fixed.at("length").number(0), fixed.at("short-lines").text("refuse").equals("fill")),
                new Json(root.at("json").at("form").text("array").equals("lines"), list(root.at("json").at("list"))),
                new Xml(xml.at("root").text(""), xml.at("namespace").text("")),
                new Xlsx(root.at("xlsx").at("header-row").number(0)), agreed,
                root.at("line-end").text("lf").equals("crlf") ? "\r\n" : "\n", limits(root.at("limits")));
    }

    private static Agreed agreed(Part root, Function<String, Optional<Structure>> structures) {
        Part part = root.at("edifact");
        if (!part.isThere() || root.at("charset").isThere()) {
            throw root.refused("GW-CFG-012", "EDIFACT needs 'edifact' with message and release, and its 'syntax' says"
                    + " the charset; add the one, take out the other");
        }
        String name = part.at("message").text("") + "-D" + part.at("release").text("");
        try {
            Structure structure = structures.apply(name).orElseThrow(() -> part.refused("GW-CFG-012", "there is no"
                    + " mappings/edifact/" + name + ".xml with the structure of the message; add it"));
            return new Agreed(part.at("message").text(""), part.at("release").text(""),
                    Syntax.valueOf(part.at("syntax").text("UNOC")), part.at("sender").text(""),
                    part.at("recipient").text(""), part.at("test").text("false").equals("true"),
                    Instant.parse(part.at("made-at").text("1970-01-01T00:00:00Z")), structure);
        } catch (IllegalArgumentException e) {
            throw part.refused("GW-CFG-012", "there is no such syntax, or mappings/edifact/" + name + ".xml is no"
                    + " structure; use one of " + List.of(Syntax.values()) + ", or correct the structure");
        }
    }

    private static List<String> list(Part part) {
        return part.isThere() ? List.of(part.text("").substring(1).split("/")) : List.of();
    }

    private static Charset charset(Part part) {
        try {
            return Charset.forName(part.text("utf-8"));
        } catch (IllegalArgumentException e) {
            throw part.refused("GW-CFG-012", "there is no charset of that name; use one such as utf-8 or iso-8859-1");
        }
    }

    private static Limits limits(Part part) {
        Limits usual = Limits.USUAL;
        return new Limits(part.at("line-length").number(usual.lineLength()),
                part.at("field-length").number(usual.fieldLength()), part.at("columns").number(usual.columns()),
                part.at("rows").big(usual.rows()), part.at("bytes").big(usual.bytes()));
    }
}
