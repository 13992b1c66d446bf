package io.graceway.simulator.season;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a played agency reads and writes files: written by hand from the published examples, not with Graceway's
 * mappings.
 */
public final class PlayedWire {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ALL = "message-id placement account on ";

    private static final Map<String, List<String>> COLUMNS = new LinkedHashMap<>(Map.of(
            "acknowledgement", List.of("record", "placement", "account", "agency-file-number", "status", "reason",
            "balance",
                    "currency", "received-on", "profile", "version", "sha256"),
            "activity", List.of("event-id", "placement", "at", "channel", "direction", "outcome", "template", "note",
            "third-party",
                    "legal-step", "approval", "cost", "acted-by", "promised-on", "promised-amount", "currency"),
            "remittance", List.of("record", "payment-id", "placement", "kind", "reverses", "amount", "fee", "currency",
            "paid-on",
                    "records"),
            "closure", List.of("placement", "code", "closed-on", "note"),
            "recall-objection", List.of("placement", "code", "until", "note")));

    static {
        Map.of("contact-update", "part street city postal-code region country phone email consent note",
                "dispute", "code amount currency in-writing resolved-on note",
                "complaint", "code against in-writing resolved-on note",
                "hold", "code resolved-on note",
                "bankruptcy", "chapter case-number court trustee resolved-on note",
                "deceased", "died-on estate note",
                "judgment", "court case-number amount currency approval note",
                "arrangement", "arrangement code kind first-on last-on payments frequency amount currency note",
                "information-request", "code step item note",
                "status", "code approval note").forEach((document, columns) ->
                COLUMNS.put(document, List.of((ALL + columns).split(" "))));
        COLUMNS.put("erasure-confirmation", List.of((ALL + "order code note").split(" ")));
        COLUMNS.put("inventory", List.of("placement", "account", "agency-file-number", "balance", "currency",
                "last-payment-on", "as-of"));
        COLUMNS.put("fee-invoice", List.of("invoice", "from", "until", "receipts", "fee", "currency", "note"));
        COLUMNS.put("payout", List.of("payout", "until", "amount", "currency", "sent-on", "note"));
        COLUMNS.put("note", List.of((ALL + "text").split(" ")));
    }

    private final boolean json;

    PlayedWire(boolean json) {
        this.json = json;
    }

    /** How its files end, without the dot. */
    public String ending() {
        return json ? "json" : "csv";
    }

    /** A document of these rows. */
    public byte[] write(String document, List<Map<String, String>> rows) {
        return json ? JSON.writeValueAsBytes(rows.stream().map(PlayedWire::typed).toList()) : csv(document, rows);
    }

    /** Counts are numbers in JSON, and answers to yes or no are true or false; everything else is text. */
    private static Map<String, Object> typed(Map<String, String> row) {
        Map<String, Object> typed = new LinkedHashMap<>(row);
        List.of("records", "version", "payments").forEach(name ->
                typed.computeIfPresent(name, (key, value) -> Long.valueOf((String) value)));
        List.of("third-party", "consent", "in-writing").forEach(name ->
                typed.computeIfPresent(name, (key, value) -> Boolean.valueOf((String) value)));
        typed.values().removeIf(value -> "".equals(value));
        return typed;
    }

    private static byte[] csv(String document, List<Map<String, String>> rows) {
        StringWriter text = new StringWriter();
        List<String> columns = COLUMNS.get(document);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns.stream().map(one -> one.replace('-', '_')).toList());
            rows.forEach(row -> csv.writeRecord(columns.stream().map(one -> row.getOrDefault(one, "")).toList()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The rows of an opened parcel, by the name of its part; a parcel that is one file is one part. */
    Map<String, List<Map<String, String>>> read(String name, byte[] opened) throws IOException {
        return parts(name, opened, null);
    }

    /** @param reader of every part but tones; null for our own flat files */
    Map<String, List<Map<String, String>>> parts(String name, byte[] opened,
            Function<byte[], List<Map<String, String>>> reader) throws IOException {
        Map<String, List<Map<String, String>>> parts = new HashMap<>();
        if (!name.endsWith(".zip")) {
            parts.put(name, reader == null ? rows(name, opened) : reader.apply(opened));
            return parts;
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(opened))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readAllBytes();
                boolean table = !entry.getName().startsWith("tone-");
                parts.put(entry.getName(), table ? reader == null ? rows(entry.getName(), part) : reader.apply(part)
                        : List.of(Map.of("bytes", "" + part.length)));
            }
        }
        return parts;
    }

    private static List<Map<String, String>> rows(String name, byte[] bytes) {
        List<Map<String, String>> rows = new ArrayList<>();
        if (name.endsWith(".json")) {
            JSON.readValue(bytes, new TypeReference<List<Map<String, Object>>>() { }).forEach(row -> {
                Map<String, String> texts = new HashMap<>();
                row.forEach((key, value) -> texts.put(key, String.valueOf(value)));
                rows.add(texts);
            });
            return rows;
        }
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            csv.forEach(row -> {
                Map<String, String> texts = new HashMap<>();
                row.getFieldsAsMap().forEach((key, value) -> texts.put(key.replace('_', '-'), value));
                rows.add(texts);
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rows;
    }
}
