package io.graceway.face.console.onboard;

import io.graceway.face.console.onboard.Field.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each step asks. */
final class Fields {

    /** In their order; those of them that are forms of values of the file. */
    static final List<String> STEPS = List.of("identity", "vetting", "tone", "mailbox", "keys", "format", "exchange",
            "approval");

    private static final String[] TYPES = {"CONSUMER", "SOLE_TRADER", "COMPANY"};
    private static final String[] KINDS = {"TRADE", "UTILITY", "TELECOM", "CREDIT", "MEDICAL", "RENT", "PUBLIC",
        "OTHER"};
    private static final String CREDENTIALS = "/vetting/credentials";

    private Fields() {
    }

    /**
     * Fields that belong together.
     *
     * @param title key of its text
     * @param about which of several
     * @param row   the place in a list that can be taken away, or is one more; empty where it is none
     */
    record Group(String title, String about, String row, List<Field> fields) {

        boolean isNewRow() {
            return row.endsWith("/-");
        }
    }

    static List<Group> of(String step, Map<String, String> values, Onboarding desk, Draft draft) {
        return switch (step) {
            case "identity" -> identity(values);
            case "vetting" -> vetting(values);
            case "mailbox" -> mailbox(values);
            case "keys" -> pins(values);
            case "format" -> format(values, desk, draft);
            default -> List.of();
        };
    }

    /** How many there are in a list. */
    private static List<String> rows(Map<String, String> values, String list, String key) {
        List<String> rows = new ArrayList<>();
        while (values.containsKey(list + "/" + rows.size() + "/" + key)) {
            rows.add(list + "/" + rows.size());
        }
        return rows;
    }

    private static List<Group> identity(Map<String, String> values) {
        List<Field> fees = new ArrayList<>(List.of(Field.of(Kind.CHOICE, "/remittance/basis", "NET", "GROSS",
                "COMBINED")));
        rows(values, "/remittance/fees", "basis-points").forEach(row -> fees.addAll(List.of(Field.of(Kind.NUMBER, row
                + "/from-days"), Field.of(Kind.NUMBER, row + "/basis-points"))));
        fees.add(Field.of(Kind.FLAG, "/remittance/fee-on-direct"));
        return List.of(
                new Group("onboard-who", "", "", List.of(Field.of(Kind.TEXT, "/name"),
                        Field.maybe(Kind.LIST, "/cutoff/alerts"))),
                new Group("onboard-takes", "", "", List.of(Field.of(Kind.MANY, "/accepts/types", TYPES),
                        Field.of(Kind.MANY, "/accepts/kinds", KINDS), Field.of(Kind.LIST, "/accepts/currencies"),
                        Field.of(Kind.NUMBER, "/capacity"), Field.of(Kind.NUMBER, "/share"),
                        Field.of(Kind.TEXT, "/cutoff/at"), Field.of(Kind.TEXT, "/cutoff/zone"))),
                new Group("onboard-fees", "", "", fees),
                new Group("onboard-recall", "", "", List.of(Field.of(Kind.NUMBER, "/recall/objection-days"),
                        Field.of(Kind.NUMBER, "/recall/extension-days"), Field.maybe(Kind.NUMBER, "/recall/term-days"),
                        Field.maybe(Kind.NUMBER, "/recall/grace-days"),
                        Field.maybe(Kind.NUMBER, "/recall/silence-days"))));
    }

    private static List<Group> vetting(Map<String, String> values) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("onboard-proofs", "", "", List.of(new Field("/vetting/required", Kind.LIST, List.of(),
                true))));
        rows(values, CREDENTIALS, "type").forEach(row -> groups.add(new Group("onboard-credential",
                values.get(row + "/type") + " " + values.get(row + "/number"), row, credential(row))));
        groups.add(new Group("onboard-new-credential", "", CREDENTIALS + "/-", credential(CREDENTIALS + "/-")));
        return groups;
    }

    private static List<Field> credential(String row) {
        return List.of(Field.of(Kind.TEXT, row + "/type"), Field.of(Kind.TEXT, row + "/issuer"),
                Field.of(Kind.TEXT, row + "/number"), Field.maybe(Kind.TEXT, row + "/jurisdiction"),
                Field.maybe(Kind.LIST, row + "/kinds"), Field.of(Kind.DATE, row + "/from"),
                Field.of(Kind.DATE, row + "/until"), Field.of(Kind.TEXT, row + "/evidence-sha256"));
    }

    /** How its mailbox is called in the file. */
    static String kind(Map<String, String> values) {
        return Stream.of("sftp", "rest", "soap", "hosted", "api", "calls").filter(one -> values.keySet().stream()
                .anyMatch(key -> key.startsWith("/mailbox/" + one + "/"))).findFirst().orElse("");
    }

    private static List<Group> mailbox(Map<String, String> values) {
        String kind = kind(values);
        String at = "/mailbox/" + kind + "/";
        List<Field> fields = switch (kind) {
            case "sftp" -> List.of(Field.of(Kind.TEXT, at + "host"), Field.of(Kind.NUMBER, at + "port"),
                    Field.of(Kind.TEXT, at + "user"), Field.of(Kind.TEXT, at + "identity"),
                    Field.maybe(Kind.SECRET, at + "passphrase"), Field.of(Kind.TEXT, at + "known-hosts"),
                    Field.of(Kind.TEXT, at + "out"), Field.of(Kind.TEXT, at + "in"));
            case "rest" -> List.of(Field.of(Kind.TEXT, at + "base"), Field.of(Kind.SECRET, at + "token"));
            case "soap" -> List.of(Field.of(Kind.TEXT, at + "endpoint"), Field.of(Kind.TEXT, at + "user"),
                    Field.of(Kind.SECRET, at + "password"));
            case "calls" -> List.of(Field.of(Kind.TEXT, at + "base"), Field.of(Kind.SECRET, at + "key"),
                    Field.maybe(Kind.NUMBER, at + "every-minutes"));
            case "hosted" -> List.of(Field.of(Kind.TEXT, at + "keys"), Field.maybe(Kind.NUMBER, at + "most-megabytes"),
                    Field.maybe(Kind.NUMBER, at + "most-files"));
            default -> api(values);
        };
        return List.of(new Group("onboard-kind-" + kind, "", "", fields));
    }

    private static List<Field> api(Map<String, String> values) {
        List<Field> fields = new ArrayList<>();
        rows(values, "/mailbox/api/secrets", "sha256").forEach(row -> fields.addAll(List.of(Field.of(Kind.TEXT, row
                + "/sha256"), Field.of(Kind.DATE, row + "/until"))));
        rows(values, "/mailbox/api/certificates", "sha256").forEach(row -> fields.addAll(List.of(Field.of(Kind.TEXT,
                row + "/sha256"), Field.of(Kind.DATE, row + "/from"), Field.of(Kind.DATE, row + "/until"))));
        fields.add(Field.of(Kind.FLAG, "/mailbox/api/unsealed-documents"));
        return fields;
    }

    /** When those count that are pinned; which those are is said with the key itself. */
    private static List<Group> pins(Map<String, String> values) {
        return rows(values, "/seal/pins", "fingerprint").stream().filter(row -> !values.get(row + "/fingerprint")
                .matches("0*")).map(row -> new Group("onboard-pin", values.get(row + "/fingerprint"), "",
                List.of(Field.of(Kind.DATE, row + "/from"), Field.of(Kind.DATE, row + "/until")))).toList();
    }

    private static List<Group> format(Map<String, String> values, Onboarding desk, Draft draft) {
        List<Field> fields = new ArrayList<>(List.of(Field.of(Kind.CHOICE, "/dialect", desk.dialects()
                .toArray(String[]::new))));
        Stream.concat(values.keySet().stream().filter(one -> one.startsWith("/settings/")), desk.settings(draft)
                .stream().map(one -> "/settings/" + one)).distinct().forEach(one -> fields.add(Field.of(Kind.TEXT,
                one)));
        return List.of(new Group("onboard-format", "", "", fields));
    }

    /** The pins of the file that are filled in. */
    static List<String> fingerprints(Map<String, String> values) {
        return rows(values, "/seal/pins", "fingerprint").stream().map(row -> values.get(row + "/fingerprint")).toList();
    }

    static List<String> lines(String text) {
        return Arrays.stream(text.split("\n")).filter(one -> !one.isBlank()).toList();
    }
}
