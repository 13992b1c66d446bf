package io.graceway.simulator.season;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.graceway.edge.document.config.CheckedYaml;
import io.graceway.edge.document.config.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a played agency speaks a dialect of the trade, as a file under {@code played/} says. */
public final class PlayedDialect {

    private static final Pattern HOLE = Pattern.compile("\\{([^:}]+)(?::([^}]+))?}");

    private final Part part;
    private int files;

    private PlayedDialect(Part part) {
        this.part = part;
    }

    /** @param dialect one of those that lie under {@code played/} */
    public static PlayedDialect of(String dialect) {
        try (InputStream in = PlayedDialect.class.getResourceAsStream("/played/" + dialect + ".yaml")) {
            return new PlayedDialect(new CheckedYaml(name -> null).read("played/" + dialect + ".yaml", in).part());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its partner file has to say. */
    public Map<String, String> settings() {
        return texts(part.at("settings"));
    }

    /** Folders that lie on its server. */
    public List<String> folders() {
        return part.at("folders").texts();
    }

    private static Map<String, String> texts(Part map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.keys().forEach(key -> texts.put(key, map.at(key).text("")));
        return texts;
    }

    /** Whether that document exists for it in no form, so that it never sends one. */
    boolean lacks(String document) {
        return part.at("lacks").texts().contains(document);
    }

    /** Whether it has words of its own for that document when it comes. */
    boolean reads(String document) {
        return part.at("reads").at(document).isThere();
    }

    /** What came, in our words. */
    List<Map<String, String>> read(String document, byte[] bytes) {
        Map<String, String> places = texts(part.at("reads").at(document));
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<Map<String, String>> rows = new ArrayList<>();
        if (places.containsKey("found")) {
            Matcher found = Pattern.compile(places.remove("found")).matcher(text.replace("\n", ""));
            while (found.find()) {
                rows.add(row(places, found::group));
            }
            return rows;
        }
        if (places.containsKey("record")) {
            Pattern record = Pattern.compile(places.remove("record"));
            text.lines().filter(line -> record.matcher(line).lookingAt()).forEach(line -> rows.add(row(places,
                    part.at("columns").isThere() ? columns(line)::get : place -> cut(line, place))));
            return rows;
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            csv.forEach(line -> rows.add(row(places, line::getField)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private Map<String, String> row(Map<String, String> places, java.util.function.UnaryOperator<String> at) {
        Map<String, String> row = texts(part.at("always"));
        places.forEach((word, place) -> {
            String[] parts = place.split(":");
            String value = at.apply(parts[0]);
            if (value == null) {
                return;
            }
            row.put(word, parts.length == 1 ? part.at("words").at(value).text(value) : switch (parts[1]) {
                case "day" -> LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).toString();
                case "unfilled" -> value.replaceFirst("^0+", "");
                default -> new BigDecimal(value).movePointLeft(2).toPlainString();
            });
        });
        return row;
    }

    /** The columns of a line, by their number. */
    private Map<String, String> columns(String line) {
        Map<String, String> columns = new LinkedHashMap<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(part.at("columns").text("")).ofCsvRecord(
                line)) {
            csv.forEach(one -> one.getFields().forEach(value -> columns.put("" + (columns.size() + 1), value)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return columns;
    }

    private static String cut(String line, String place) {
        String[] ends = place.split("-");
        int to = Math.min(line.length(), Integer.parseInt(ends[1]));
        return line.substring(Integer.parseInt(ends[0]) - 1, to).strip();
    }

    /** Whether every one of these lines has words of its own here; otherwise they go out as our own flat file. */
    boolean writes(String document, List<Map<String, String>> rows) {
        return rows.stream().allMatch(row -> template(document, row) != null);
    }

    private Part template(String document, Map<String, String> row) {
        return part.at("writes").list().stream().filter(one -> one.at("document").text("").equals(document)
                && texts(one.at("when")).entrySet().stream().allMatch(when -> when.getValue().equals(row.get(
                        when.getKey())))).findFirst().orElse(null);
    }

    /** Path and content of each file that these lines make. @param wrong whether a wrong number of records is told */
    Map<String, byte[]> write(String document, List<Map<String, String>> rows, String day, boolean wrong) {
        Map<String, Part> byFile = new LinkedHashMap<>();
        Map<Part, List<Map<String, String>>> lines = new LinkedHashMap<>();
        rows.forEach(row -> {
            Part template = template(document, row);
            Part first = byFile.computeIfAbsent(template.at("file").text(""), any -> template);
            Map<String, String> whole = texts(part.at("always"));
            whole.putAll(row);
            List<Map<String, String>> same = lines.computeIfAbsent(first, any -> new ArrayList<>());
            whole.put("index", String.valueOf(same.size() + 1));
            same.add(whole);
        });
        Map<String, byte[]> made = new LinkedHashMap<>();
        lines.forEach((template, each) -> {
            Map<String, String> about = about(each, day, wrong);
            List<String> all = new ArrayList<>();
            if (template.at("first").isThere()) {
                all.add(filled(template.at("first").text(""), about));
            }
            each.forEach(row -> all.add(filled(template.at("each").text(""), row)));
            if (template.at("last").isThere()) {
                all.add(filled(template.at("last").text(""), about));
            }
            made.put(filled(template.at("file").text(""), about), (String.join("\n", all) + "\n").getBytes(
                    StandardCharsets.UTF_8));
        });
        return made;
    }

    /** What can be said of a whole file; of every amount of its lines the sum. */
    private Map<String, String> about(List<Map<String, String>> each, String day, boolean wrong) {
        Map<String, String> about = new LinkedHashMap<>(Map.of("day", day, "number", String.format("%04d", ++files),
                "records", String.valueOf(each.size() + (wrong ? 1 : 0))));
        for (String word : part.at("sums").texts()) {
            about.put("sum of " + word, each.stream().map(row -> new BigDecimal(row.getOrDefault(word, "0")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString());
        }
        return about;
    }

    /** {@code {word}}, or with cents, a day without dashes, a width at the right, at the left or filled with zeros. */
    private static String filled(String template, Map<String, String> row) {
        return HOLE.matcher(template).replaceAll(hole -> {
            String word = hole.group(1);
            String value = word.equals("nothing") ? "" : row.getOrDefault(word, Character.isLowerCase(word.charAt(0))
                    ? "" : word);
            String how = hole.group(2);
            return Matcher.quoteReplacement(how == null ? value : switch (how) {
                case "cents" -> new BigDecimal(value).movePointRight(2).toBigIntegerExact().toString();
                case "day" -> value.replace("-", "");
                default -> how.startsWith("0") ? "0".repeat(Integer.parseInt(how) - value.length()) + value
                        : String.format("%" + how + "s", value);
            });
        });
    }
}
