package io.graceway.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The cases of a played agency network, in the shapes of its interface. */
public final class CaseBook {

    /** Amounts stay as they were written. */
    static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();


    private static final Set<String> MEMBERS = Set.of("currencyCode", "date", "dueDate", "comments",
            "claimDescription", "creditorReference", "debtor", "creditorDivisionId", "amountToRecover");
    private static final Set<String> OF_DEBTOR = Set.of("type", "name", "contactPerson", "companyRegistrationNumber",
            "address", "zipCode", "city", "state", "stateAlpha2", "countryAlpha2", "country", "email", "phone");

    private static final Pattern FIELD = Pattern.compile("name=\"?(\\w+)\"?(?:; filename=\"?([^\"\\r\\n;]+)\"?)?[^\\r]*"
            + "\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n([^\\r]*)");

    private final Map<String, ObjectNode> cases = new LinkedHashMap<>();
    private final List<ObjectNode> payments = new ArrayList<>();
    private final List<ObjectNode> tasks = new ArrayList<>();
    private final Map<String, List<ObjectNode>> added = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();

    /** All cases, the first first. */
    public List<ObjectNode> cases() {
        return List.copyOf(cases.values());
    }

    /** All payments, the last first. */
    public List<ObjectNode> payments() {
        return List.copyOf(payments);
    }

    /** The first case with that reference of the creditor's. */
    public Optional<ObjectNode> named(String reference) {
        return cases.values().stream().filter(one -> one.path("creditorReference").asString().equals(reference))
                .findFirst();
    }

    /** From now on cases of debtors of that name are refused. @param type of the error */
    public void refuse(String debtor, String type) {
        refusals.put(debtor, type);
    }

    /** From now on cases of debtors of that name are taken. */
    public void permit(String debtor) {
        refusals.remove(debtor);
    }

    /** Somebody at the agency changes a case. @param values name and value, in turn; a value may be null */
    public void change(String reference, String... values) {
        ObjectNode one = named(reference).orElseThrow();
        for (int i = 0; i < values.length; i += 2) {
            one.put(values[i], values[i + 1]);
        }
    }

    /** The debtor pays. @param recipient who received it */
    public void pay(String reference, String id, String amount, String currency, String recipient, String day) {
        ObjectNode one = named(reference).orElseThrow();
        ObjectNode payment = JSON.createObjectNode().put("id", id).put("date", day + "T00:00:00Z")
                .put("grossAmount", new BigDecimal(amount)).put("recipient", recipient).put("method", "transfer")
                .put("currency", currency);
        payment.putObject("invoice").put("status", one.path("lifecycle").asString())
                .put("reference", one.path("reference").asString()).put("invoiceId", one.path("id").asString());
        payments.add(0, payment);
    }

    /** The agency needs something of the house. @param type of the task, such as {@code MoreInfoNeeded} */
    public void ask(String reference, String id, String type, String text, String day) {
        ObjectNode one = named(reference).orElseThrow();
        tasks.add(JSON.createObjectNode().put("id", id).put("type", type).put("title", "Please see to this")
                .put("description", text).put("status", "Open").put("caseId", one.path("id").asString())
                .put("caseReference", reference).put("dateCreated", day + "T08:15:00.1234567Z"));
    }

    /** Open tasks of the types that a query names. */
    public List<ObjectNode> tasks(String query) {
        return tasks.stream().filter(one -> query.contains("type=" + one.path("type").asString())).toList();
    }

    /** A message settles what was asked for about its case. */
    void add(String id, String what, ObjectNode one) {
        of(id, what).add(one);
        tasks.removeIf(task -> what.equals("chats") && task.path("caseId").asString().equals(id));
    }

    /** @param what {@code chats} or {@code files} */
    public List<ObjectNode> of(String id, String what) {
        return added.computeIfAbsent(id + "/" + what, any -> new ArrayList<>());
    }

    boolean holds(String id) {
        return cases.containsKey(id);
    }

    String refusal(JsonNode body) {
        return refusals.get(body.at("/debtor/name").asString());
    }

    /** The first member of a request that is not as published; empty when all are. */
    static String wrong(JsonNode body) {
        JsonNode debtor = body.path("debtor");
        Optional<String> strange = body.propertyNames().stream().filter(name -> !MEMBERS.contains(name)).findFirst()
                .or(() -> debtor.propertyNames().stream().filter(name -> !OF_DEBTOR.contains(name)).findFirst());
        if (strange.isPresent()) {
            return strange.get();
        }
        if (!body.path("amountToRecover").isNumber() || body.path("amountToRecover").decimalValue().signum() <= 0) {
            return "amountToRecover";
        }
        if (!body.path("currencyCode").asString("").matches("[A-Z]{3}")) {
            return "currencyCode";
        }
        if (body.path("creditorReference").asString("").length() > 50) {
            return "creditorReference";
        }
        boolean isUs = debtor.path("countryAlpha2").asString("").equals("US");
        return !Set.of("Company", "Person").contains(debtor.path("type").asString("")) ? "debtor.type"
                : debtor.path("name").asString("").isEmpty() ? "debtor.name"
                : !debtor.path("countryAlpha2").asString("").matches("[A-Z]{2}") ? "debtor.countryAlpha2"
                : isUs && debtor.path("stateAlpha2").asString("").isEmpty() ? "debtor.stateAlpha2" : "";
    }

    /** Null where nobody of the house is named as its writer. */
    static ObjectNode message(String sent) {
        JsonNode body = JSON.readTree(sent);
        return body.path("userEmail").asString("").contains("@") ? JSON.createObjectNode().put("message",
                body.path("message").asString()).put("roleLabel", "Creditor") : null;
    }

    /** What a form with a file says of it. */
    static ObjectNode form(String sent) {
        ObjectNode added = JSON.createObjectNode();
        Matcher fields = FIELD.matcher(sent);
        while (fields.find()) {
            String name = fields.group(1);
            added.put(name.equals("File") ? "fileName" : name.substring(0, 1).toLowerCase(Locale.ROOT)
                    + name.substring(1), name.equals("File") ? fields.group(2) : fields.group(3));
        }
        return added;
    }

    ObjectNode make(JsonNode body) {
        String number = String.valueOf(cases.size() + 1);
        ObjectNode one = JSON.createObjectNode();
        one.put("id", "5b0c2a2e-0000-4000-8000-" + "0".repeat(12 - number.length()) + number);
        one.put("reference", "D-100" + number);
        one.set("creditorReference", body.path("creditorReference"));
        one.set("grossAmount", body.path("amountToRecover"));
        one.set("remainder", body.path("amountToRecover"));
        one.set("currency", body.path("currencyCode"));
        one.put("isTestCase", false).put("lifecycle", "PendingVerification");
        one.set("debtor", body.path("debtor"));
        cases.put(one.path("id").asString(), one);
        return one;
    }
}
