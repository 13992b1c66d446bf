package io.graceway.scenario;

import io.graceway.real.KillBillHost;
import io.graceway.real.LossyLine;
import io.graceway.scenario.Sentence.Words;
import io.graceway.simulator.season.World;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is done in a Kill Bill that runs, and what it says itself, asked by plain HTTP. */
final class KillBillWords implements Beside {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final String KB = "/1.0/kb";
    /** Days to pay, as the starter has it. */
    private static final int TERMS = 30;

    private final KillBillHost host;
    private final LossyLine line;
    private final Map<String, String> accounts = new HashMap<>();
    private Play play;

    /** @param line to the host, over which the gateway calls it */
    KillBillWords(KillBillHost host, LossyLine line) {
        this.host = host;
        this.line = line;
    }

    /** The partner files of the demonstration, and a source as the starter for Kill Bill begins it. */
    @Override
    public Path home(Path folder, World world) throws IOException {
        Path whole = Path.of("").toAbsolutePath();
        Path home = Files.createDirectories(folder.resolve("home"));
        try (Stream<Path> files = Files.walk(whole.resolve("partner-config"))) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, home.resolve(whole.relativize(file)));
            }
        }
        String starter = Files.readString(whole.resolve("src/main/resources/starters/source-killbill.yaml"));
        Files.writeString(home.resolve("partner-config/sources/killbill.yaml"), starter.substring(
                starter.indexOf('\n') + 1).replace("{id}", "killbill").replace("{ID}", "KILLBILL")
                .replace("{brand}", "acme-home"));
        world.environment().putAll(Map.of("KILLBILL_URL", line.base().toString(), "KILLBILL_USER", KillBillHost.USER,
                "KILLBILL_PASSWORD", KillBillHost.PASSWORD, "KILLBILL_API_KEY", KillBillHost.API_KEY,
                "KILLBILL_API_SECRET", KillBillHost.API_SECRET));
        return home;
    }

    @Override
    public List<Sentence> sentences(Play played) {
        play = played;
        return List.of(
                Sentence.of("killbill {account} owes {amount} {currency} due {date}", words -> {
                    on(words.date("date").minusDays(TERMS));
                    owes(words);
                }),
                Sentence.of("killbill {account} owes {amount} {currency} with {date} agreed", words -> {
                    on(play.day());
                    field("/invoices/" + owes(words), "INVOICE", "dueDate", words.text("date"));
                }),
                Sentence.of("killbill {account} tried {tries:text}", this::tried),
                Sentence.of("killbill knows tag {tag}", this::tag),
                Sentence.of("killbill {account} is tagged {tag}", this::tagged),
                Sentence.of("expect killbill {account} tagged {tag}", words -> Unmet.unlessEqual(List.of(
                        words.text("tag")), all(get("/accounts/" + id(words) + "/tags")).map(one ->
                        one.get("tagDefinitionName").asString()).filter(one -> !one.startsWith("AUTO_")).toList())),
                Sentence.of("expect killbill {account} noted {words:text}", words -> {
                    String notes = get("/accounts/" + id(words)).get("notes").asString();
                    if (notes.split(words.text("words"), -1).length != 2) {
                        throw new Unmet("one note that says " + words.text("words"), notes);
                    }
                }),
                Sentence.of("killbill loses the answers to {posts} posts", words ->
                        line.lose(Integer.parseInt(words.text("posts")))),
                Sentence.of("expect killbill lost {posts} answers", words -> Unmet.unlessEqual(words.text("posts"),
                        String.valueOf(line.lost()))),
                Sentence.of("killbill {account} is paid {amount} {currency}", this::paid),
                Sentence.of("expect killbill {account} balance {amount}", words -> Unmet.unlessEqual(
                        words.amount(), get("/accounts/" + id(words) + "?accountWithBalance=true")
                                .get("accountBalance").decimalValue().setScale(2))),
                Sentence.of("expect killbill {account} payments {payment} {amounts:text}", this::payments),
                Sentence.of("expect killbill {account} field {field} says {value}", words -> {
                    List<String> values = all(get("/accounts/" + id(words) + "/customFields")).filter(one ->
                            one.get("name").asString().equals(words.text("field")))
                            .map(one -> one.get("value").asString()).toList();
                    if (values.stream().filter(one -> one.contains(" " + words.text("value") + " ")).count() != 1) {
                        throw new Unmet("one field " + words.text("field") + " of " + words.text("value"), values);
                    }
                }));
    }

    /** Its own calendar. */
    private void on(LocalDate day) {
        send("POST", "/test/clock?timeoutSec=5&requestedDate=" + day + "T18:00:00.000Z", null, 200);
    }

    /** @return the invoice */
    private String owes(Words words) {
        String account = accounts.computeIfAbsent(words.account(), key -> made("/accounts", """
                {"name": "Pat Example", "externalKey": "%s", "email": "%s@customer.example", "currency": "USD",
                 "timeZone": "America/Los_Angeles", "locale": "en_US", "address1": "1 Long Street", "city": "Seattle",
                 "state": "WA", "postalCode": "98101", "country": "US"}""".formatted(key, key.toLowerCase())));
        // Otherwise every charge would be tried on a means of payment that the account does not have.
        send("POST", "/accounts/" + account + "/tags", "[\"00000000-0000-0000-0000-000000000001\"]", 201, 400);
        return JSON.readTree(send("POST", "/invoices/charges/" + account + "?autoCommit=true", """
                [{"accountId": "%s", "amount": %s, "currency": "%s", "description": "Line"}]""".formatted(account,
                words.text("amount"), words.text("currency")), 200, 201).body()).get(0).get("invoiceId").asString();
    }

    private void tried(Words words) {
        for (String one : words.text("tries").split(", ")) {
            field("/accounts/" + id(words), "ACCOUNT", one.split(" ")[0], one.split(" ")[1] + "T10:00:00");
        }
    }

    private void field(String path, String type, String name, String value) {
        send("POST", path + "/customFields", """
                [{"objectType": "%s", "name": "%s", "value": "%s"}]""".formatted(type, name, value), 201);
    }

    private String tag(Words words) {
        on(play.day());
        return made("/tagDefinitions", """
                {"name": "%s", "description": "settled in house", "applicableObjectTypes": ["ACCOUNT"]}"""
                .formatted(words.text("tag")));
    }

    private void tagged(Words words) {
        String tag = tag(words);
        send("POST", "/accounts/" + id(words) + "/tags", "[\"" + tag + "\"]", 201);
    }

    private void paid(Words words) {
        on(play.day());
        String invoice = get("/accounts/" + id(words) + "/invoices?unpaidInvoicesOnly=true").get(0).get("invoiceId")
                .asString();
        send("POST", "/invoices/" + invoice + "/payments?externalPayment=true", """
                {"accountId": "%s", "targetInvoiceId": "%s", "purchasedAmount": %s, "currency": "USD"}""".formatted(
                id(words), invoice, words.text("amount")), 201);
    }

    /** Everything that stands there under the agency's number for the payment, and nothing twice. */
    private void payments(Words words) {
        List<BigDecimal> found = all(get("/accounts/" + id(words) + "/invoicePayments")).filter(one ->
                one.get("paymentExternalKey").asString().matches("PAY-northgate-" + words.text("payment") + "~.*"))
                .map(one -> one.get("purchasedAmount").decimalValue().setScale(2)).toList();
        Unmet.unlessEqual(Stream.of(words.text("amounts").split(" ")).map(BigDecimal::new).toList(), found);
    }

    private String id(Words words) {
        return accounts.get(words.account());
    }

    private JsonNode get(String path) {
        return JSON.readTree(send("GET", path, null, 200).body());
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** The id of what was made, which stands at the end of where it is. */
    private String made(String path, String body) {
        String[] parts = send("POST", path, body, 201).headers().firstValue("Location").orElseThrow().split("/");
        return parts[parts.length - 1];
    }

    private HttpResponse<String> send(String method, String path, String body, int... good) {
        try {
            HttpResponse<String> answer = host.call(method, KB + path, body);
            for (int status : good) {
                if (answer.statusCode() == status) {
                    return answer;
                }
            }
            throw new Unmet(method + " " + path + " done", answer.statusCode() + " " + answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
