package io.graceway.edge.document.value;

/** One value cannot be taken or written; carries no stack because bad lines are part of the day's work. */
public class Misfit extends Exception {

    private final String code;
    private final String field;

    public Misfit(String code, String why) {
        this("", code, why);
    }

    private Misfit(String field, String code, String why) {
        super(why, null, false, false);
        this.field = field;
        this.code = code;
    }

    /** The same, once it is known which field it is. */
    public Misfit in(String name) {
        return new Misfit(name, code, getMessage());
    }

    public String code() {
        return code;
    }

    /** The field as the partner calls it; empty where no single field is at fault. */
    public String field() {
        return field;
    }
}
