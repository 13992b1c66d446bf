package io.graceway.scenario;

import io.graceway.simulator.season.PlayedMailbox;
import io.graceway.simulator.season.PlayedMailbox.Parcel;
import io.graceway.simulator.season.PlayedTill;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An agency that does what a scenario says: it keeps what came, and writes down what it will send. */
final class PlayedDesk {

    /** A placement as the agency got it. @param delivery that brought it */
    record Given(Map<String, String> row, String delivery, LocalDate on) {
    }

    private final String id;
    private final PlayedMailbox mailbox;
    private final Path house;
    private final Path work;
    private final List<Parcel> parcels = new ArrayList<>();
    private final Map<String, Given> given = new HashMap<>();
    private final Map<String, List<Map<String, String>>> waiting = new LinkedHashMap<>();
    private Optional<ApiCourier> courier = Optional.empty();
    private final Map<String, List<String>> sent = new HashMap<>();
    private int files;

    /** @param house the house's public key; @param work for tools of the agency's own */
    PlayedDesk(String id, PlayedMailbox mailbox, Path house, Path work) {
        this.id = id;
        this.mailbox = mailbox;
        this.house = house;
        this.work = work;
    }

    String id() {
        return id;
    }

    PlayedMailbox mailbox() {
        return mailbox;
    }

    /** From now on it comes to the house's API. */
    void comes(URI pages) {
        courier = Optional.of(new ApiCourier(id, mailbox.home(), pages));
    }

    /** Empties the mailbox. */
    void collect(LocalDate day) throws IOException {
        if (courier.isPresent()) {
            courier.get().fetch();
        }
        for (Parcel parcel : mailbox.collect()) {
            parcels.add(parcel);
            if (parcel.document().equals("placement")) {
                rows(parcel).stream().filter(row -> row.containsKey("fee-basis-points"))
                        .forEach(row -> given.put(row.get("account"), new Given(row,
                        parcel.manifest().get("delivery").asString(), day)));
            }
        }
    }

    private static List<Map<String, String>> rows(Parcel parcel) {
        return parcel.parts().values().stream().flatMap(List::stream).toList();
    }

    /** Every parcel of a document that came, in order. */
    List<Parcel> parcels(String document) {
        return parcels.stream().filter(one -> one.document().equals(document)).toList();
    }

    /** Every row of every parcel of a document, in order. */
    List<Map<String, String>> rows(String document) {
        return parcels(document).stream().flatMap(one -> rows(one).stream()).toList();
    }

    Optional<Given> placement(String account) {
        return Optional.ofNullable(given.get(account));
    }

    LocalDate since(String account) {
        return given.get(account).on();
    }

    /** The placement's number, as the agency knows it. */
    String number(String account) {
        return given.get(account).row().get("placement");
    }

    /** Another line for the next file of that document. */
    void write(String document, String... namesAndValues) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                row.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        waiting.computeIfAbsent(document, key -> new ArrayList<>()).add(row);
    }

    /** Whatever nobody sent by name leaves now. */
    void sendWhatWaits(LocalDate day) throws IOException {
        for (String document : List.copyOf(waiting.keySet())) {
            if (courier.isPresent() && !mailbox.speaks(document, waiting.get(document))) {
                courier.get().tell(document, take(document, false));
                continue;
            }
            for (Map.Entry<String, byte[]> file : made(document, String.format("%04d", ++files), day, false)
                    .entrySet()) {
                mailbox.leave(file.getKey(), file.getValue());
            }
        }
        if (courier.isPresent()) {
            courier.get().handIn();
        }
    }

    /** The files of what was written, in the dialect that was agreed where it has words for all of it. */
    private Map<String, byte[]> made(String document, String name, LocalDate day, boolean wrong) {
        List<Map<String, String>> rows = waiting.getOrDefault(document, List.of());
        boolean spoken = !rows.isEmpty() && mailbox.speaks(document, rows);
        Map<String, byte[]> made = mailbox.files(document, name(document, name), spoken ? waiting.remove(document)
                : take(document, wrong), day.toString(), wrong);
        sent.put(name(document, name), List.copyOf(made.keySet()));
        return made;
    }

    /** The lines of a document that were written, with their totals. @param wrong whether the totals are wrong */
    private List<Map<String, String>> take(String document, boolean wrong) {
        List<Map<String, String>> rows = Optional.ofNullable(waiting.remove(document))
                .orElseThrow(() -> new Unmet("lines of a " + document + " to send", "none was written"));
        if (document.equals("remittance")) {
            List<Map<String, String>> totals = PlayedTill.totals(rows.stream().map(PlayedDesk::meant).toList());
            if (wrong) {
                totals.forEach(one -> one.put("amount", new java.math.BigDecimal(one.get("amount"))
                        .add(java.math.BigDecimal.ONE).toPlainString()));
            }
            rows.addAll(totals);
        }
        return rows;
    }

    /** What a line was meant to say: agencies add up what they mean and not what they write. */
    private static Map<String, String> meant(Map<String, String> row) {
        Map<String, String> meant = new HashMap<>(row);
        meant.replaceAll((name, value) -> value.replace(',', '.'));
        return meant;
    }

    private String name(String document, String name) {
        return document + "-" + name + "." + mailbox.wire().ending();
    }

    /** Sends what was written under that name. @param how empty as agreed, or what is wrong with it */
    void send(String document, String name, String how, Play play) throws Exception {
        if (how.equals("again")) {
            for (String file : sent.getOrDefault(name(document, name), List.of())) {
                mailbox.put(file + ".pgp", mailbox.sent(file));
            }
            return;
        }
        for (Map.Entry<String, byte[]> file : made(document, name, play.day(), how.equals("with a wrong total"))
                .entrySet()) {
            mailbox.put(file.getKey() + ".pgp", closed(file.getKey(), file.getValue(), how, play.desks()));
        }
    }

    private byte[] closed(String file, byte[] content, String how, Map<String, PlayedDesk> all) throws Exception {
        return how.equals("in the clear") ? content
                : how.equals("unsigned") ? OutsideSeal.unsigned(content, house, work)
                : (how.startsWith("signed by ") ? all.get(how.substring(10)) : this).mailbox.sealed(file, content);
    }

    /** What the house answered to the file of that name: one answer, then a line for everything that is wrong. */
    List<Map<String, String>> answers(String document, String name) {
        List<String> named = sent.getOrDefault(name(document, name), List.of()).stream()
                .map(one -> one.substring(one.lastIndexOf('/') + 1)).toList();
        List<Map<String, String>> found = new ArrayList<>();
        for (Parcel parcel : parcels("reject")) {
            List<Map<String, String>> rows = rows(parcel);
            if (rows.stream().anyMatch(row -> row.containsKey("file") && named.contains(row.get("file")
                    .replaceFirst("\\.pgp$", "").replaceFirst(".*/", "")))) {
                found.addAll(rows);
            }
        }
        return found;
    }
}
