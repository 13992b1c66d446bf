package io.graceway.edge.document.edifact;

import java.nio.charset.Charset;

/** Which characters an interchange is written in, as its header says; the names are those of ISO 9735. */
public enum Syntax {
    UNOA("US-ASCII", Syntax.CAPITALS), UNOB("US-ASCII", Syntax.CAPITALS + Syntax.SMALL), UNOC("ISO-8859-1", ""),
    UNOD("ISO-8859-2", ""), UNOE("ISO-8859-5", ""), UNOF("ISO-8859-7", ""), UNOG("ISO-8859-3", ""),
    UNOH("ISO-8859-4", ""), UNOI("ISO-8859-6", ""), UNOJ("ISO-8859-8", ""), UNOK("ISO-8859-9", ""),
    UNOW("UTF-8", ""), UNOY("UTF-8", "");

    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-()/='+:?!\"%&*;<>";
    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";

    private final Charset charset;
    private final String repertoire;

    Syntax(String charset, String repertoire) {
        this.charset = Charset.forName(charset);
        this.repertoire = repertoire;
    }

    public Charset charset() {
        return charset;
    }

    /** The only characters that may be written; empty for all of the charset. */
    public String repertoire() {
        return repertoire;
    }

    /** Version 3 knows no charset behind UNOF; from version 4 on a repetition has a mark of its own. */
    int version() {
        return compareTo(UNOF) > 0 ? 4 : 3;
    }

    /** Whether a file that declares itself so can be read as this one: its characters are the same, or fewer. */
    boolean reads(String declared) {
        return name().equals(declared) || declared.equals(UNOA.name()) || declared.equals(UNOB.name());
    }
}
