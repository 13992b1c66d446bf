package io.graceway.edge.document.mapping;

import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.edifact.Address;
import io.graceway.edge.document.wire.Layout.Span;
import io.graceway.edge.document.wire.WireFormat;
import java.util.regex.Pattern;

/** Whether a place on the wire is written as its format wants it. */
final class Addresses {

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_.-]*";
    private static final Pattern ELEMENT = Pattern.compile("\\.|(" + NAME + "/)*(@?" + NAME + ")");
    private static final Pattern PATH = Pattern.compile("(/" + NAME + "){2,}");

    private Addresses() {
    }

    static void check(Part at, WireFormat format) {
        check(at, at.text(""), format);
    }

    static void check(Part at, String address, WireFormat format) {
        boolean good = switch (format.form()) {
            case ROWS, XLSX -> !address.isBlank();
            case CSV -> format.csv().header() ? !address.isBlank()
                    : address.matches("[1-9][0-9]{0,3}") && Integer.parseInt(address) <= format.limits().columns();
            case FIXED -> isSpan(address, format.fixed().length());
            case JSON -> address.startsWith("/") && address.length() > 1;
            case XML -> ELEMENT.matcher(address).matches();
            case EDIFACT -> isPlace(address, format);
        };
        if (!good) {
            throw at.refused("GW-CFG-012", "'" + address + "' is not a place in this format: "
                    + switch (format.form()) {
                case ROWS, XLSX -> "write the column's name";
                case CSV -> "write the column's name, or its number where there is no header";
                case FIXED -> "write positions counted from 1, such as 5-13, within the line";
                case JSON -> "write a JSON pointer such as /debtor/name";
                case XML -> "write a path below the record's element, such as Debtor/Name, @id or .";
                case EDIFACT -> "write segments that the message has, element and component, such as "
                        + "GIR/EVE/DTM[137].1.2";
            });
        }
    }

    /** The path of a record's element below the root. */
    static void checkPath(Part at, WireFormat format) {
        String path = at.text("");
        if (!PATH.matcher(path).matches() || !path.startsWith("/" + format.xml().root() + "/")) {
            throw at.refused("GW-CFG-012", "'" + path
                    + "' is not the path of a record; write it from the root, such as /"
                    + format.xml().root() + "/Record");
        }
    }

    /** The path of the group that is a record. */
    static void checkGroup(Part at, WireFormat format) {
        boolean good;
        try {
            good = format.edifact().structure().hasGroup(Address.path(at.text("")));
        } catch (IllegalArgumentException e) {
            good = false;
        }
        if (!good) {
            throw at.refused("GW-CFG-012", "'" + at.text("") + "' is no group of these messages; write the segments"
                    + " that begin it and those around it, such as GIR/EVE");
        }
    }

    private static boolean isPlace(String address, WireFormat format) {
        try {
            return format.edifact().structure().length(Address.of(address)) > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSpan(String address, int length) {
        if (!address.matches("[1-9][0-9]{0,5}(-[1-9][0-9]{0,5})?")) {
            return false;
        }
        try {
            return Span.of(address).to() <= (length == 0 ? Integer.MAX_VALUE : length);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
