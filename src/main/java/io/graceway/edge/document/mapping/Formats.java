package io.graceway.edge.document.mapping;

import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.wire.WireFormat.Csv;
import io.graceway.edge.document.wire.WireFormat.Fixed;
import io.graceway.edge.document.wire.WireFormat.Form;
import io.graceway.edge.document.wire.WireFormat.Json;
import io.graceway.edge.document.wire.WireFormat.Limits;
import io.graceway.edge.document.wire.WireFormat.Xlsx;
import io.graceway.edge.document.wire.WireFormat.Xml;
import io.graceway.edge.document.wire.WireFormat;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/** Reads from a mapping how the bytes are to be taken. */
final class Formats {

    private Formats() {
    }

    static WireFormat of(Part root) {
        Form form = Form.valueOf(root.at("format").text("").toUpperCase(Locale.ROOT));
        Part csv = root.at("csv");
        Part fixed = root.at("fixed");
        Part xml = root.at("xml");
        if (form == Form.XML && !xml.at("root").isThere()) {
            throw root.refused("GW-CFG-012", "XML needs 'xml' with the name of its root element; add it");
        }
        return new WireFormat(form, charset(root.at("charset")),
                new Csv(csv.at("delimiter").text(",").charAt(0), csv.at("quote").text("\"").charAt(0),
                        csv.at("header").flag(true)),
                new Fixed(fixed.at("length").number(0), fixed.at("short-lines").text("refuse").equals("fill")),
                new Json(root.at("json").at("form").text("array").equals("lines"), list(root.at("json").at("list"))),
                new Xml(xml.at("root").text(""), xml.at("namespace").text("")),
                new Xlsx(root.at("xlsx").at("header-row").number(0)),
                root.at("line-end").text("lf").equals("crlf") ? "\r\n" : "\n", limits(root.at("limits")));
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
