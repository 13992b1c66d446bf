package io.graceway.wiring;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.FormatSheet;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.agency.PartnerCodes;
import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.mapping.FieldNote;
import io.graceway.edge.letter.paper.Handbook;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.writeback.MessageKind;
import io.graceway.wiring.config.AgencyConfig;
import io.graceway.wiring.config.HookTarget;
import io.graceway.wiring.config.HouseFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an agency has to know to trade with this house, made of what is configured. */
final class AgencyHandbook {

    private final Properties words = words();
    private final String id;
    private final AgencyConfig agency;
    private final String house;
    private final String name;
    private final Dialects dialects;
    private final Speech speech;
    private final Handbook book;

    AgencyHandbook(String id, Home home, Dialects dialects, PartnerCodes codes) {
        this.id = id;
        this.agency = home.files().agencies().get(id);
        this.house = home.files().house().name();
        HouseFile.Console console = home.files().house().console();
        this.name = console == null || console.agencyHost() == null ? "" : console.agencyHost();
        this.dialects = dialects;
        this.speech = RouteWiring.heard(agency, id, codes);
        this.book = new Handbook(text("title", agency.name(), house));
    }

    private static Properties words() {
        Properties words = new Properties();
        try (InputStream in = AgencyHandbook.class.getResourceAsStream("/pages/handbook/en.properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String key, Object... values) {
        String text = words.getProperty(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** @param fingerprint of the house's OpenPGP key; empty where it has none */
    Handbook write(String fingerprint, Collection<BrandTone> tones) {
        book.words(text("about", id)).chapter("Mailbox").words(mailbox(agency.mailbox()));
        if (agency.mailbox().calls() != null) {
            return called(tones);
        }
        book.chapter("Sealing").words(text("seal")).table(List.of("key", "fingerprint", "from", "until"),
                keys(fingerprint)).words(text("keys")).chapter("Times").words(text("times", agency.cutoff().at(),
                agency.cutoff().zone(), agency.recall().objectionDays(), agency.recall().extensionDays()));
        List<String> closed = Stream.of(agency.cutoff().closed(), agency.cutoff().holidays()).filter(Objects::nonNull)
                .flatMap(List::stream).map(String::valueOf).toList();
        if (!closed.isEmpty()) {
            book.words(text("closed", String.join(", ", closed)));
        }
        if (agency.recall().silenceDays() != null) {
            book.words(text("silence", agency.recall().silenceDays()));
        }
        hook(agency.mailbox().webhook());
        beside();
        book.chapter("Brand tone").words(text("tone")).table(List.of("profile", "version", "SHA-256"), tones.stream()
                .map(one -> List.of(one.profile(), String.valueOf(one.version()), one.sha256())).toList());
        book.chapter("Answers").words(text("answers")).chapter("Before the first account");
        for (int step = 1; words.containsKey("trial." + step); step++) {
            book.words(step + ". " + text("trial." + step));
        }
        messages(true);
        messages(false);
        return book;
    }

    /** For an interface of the agency's own: what we ask of it, and how its answers are understood. */
    private Handbook called(Collection<BrandTone> tones) {
        book.chapter("Brand tone").words(text("calls.tone")).table(List.of("profile", "version", "SHA-256"),
                tones.stream().map(one -> List.of(one.profile(), String.valueOf(one.version()), one.sha256()))
                .toList()).chapter("Answers").words(text("calls.answers"));
        Part calls = dialects.calls(agency.dialect()).orElseThrow();
        book.chapter("Calls").table(List.of("what", "where"), Stream.of("out", "in").flatMap(way ->
                calls.at(way).keys().stream().map(one -> List.of(one, way.equals("in") ? "GET " + calls.at(way).at(one)
                .at("at").text("") : "POST " + calls.at(way).at(one).at("make").at("at").text(calls.at(way).at(one)
                .at("say").at("at").text(""))))).toList());
        messages(true);
        messages(false);
        return book;
    }

    private String mailbox(AgencyConfig.Mailbox mailbox) {
        if (mailbox.calls() != null) {
            return text("calls", mailbox.calls().base(), mailbox.calls().minutes());
        }
        if (mailbox.hosted() != null) {
            return text("hosted", house);
        }
        if (mailbox.api() != null) {
            AgencyConfig.Api api = mailbox.api();
            String address = name.isEmpty() ? "https://..." : "https://" + name;
            return (api.certificates().isEmpty() ? text("api", house, address) : text("api.certificate", house, address,
                    api.certificates().stream().map(one -> one.sha256() + " (" + one.from() + " to " + one.until()
                    + ")").collect(Collectors.joining(", "))))
                    + (Boolean.TRUE.equals(mailbox.api().unsealedDocuments()) ? " " + text("api.open") : "");
        }
        if (mailbox.soap() != null) {
            return soap(mailbox.soap());
        }
        AgencyConfig.Sftp sftp = mailbox.sftp();
        return sftp == null ? text("rest", mailbox.rest().base())
                : text("sftp", sftp.host(), sftp.port(), sftp.user(), sftp.out(), sftp.in());
    }

    private String soap(AgencyConfig.Soap soap) {
        return text("soap", soap.endpoint()) + (soap.user() == null ? "" : " " + text("soap.user", soap.user()))
                + (soap.signature() == null ? "" : " " + text("soap.signature")
                + (soap.signature().service() == null ? "" : " " + text("soap.answers")))
                + (soap.certificate() == null ? "" : " " + text("soap.certificate"));
    }

    private void hook(HookTarget hook) {
        if (hook != null) {
            book.chapter("Webhook").words(text("hook", hook.url().getHost(), house)).words(String.join(", ",
                    new TreeSet<>(hook.endpoint("agency", id).events())));
        }
    }

    /** What goes to and fro beside placements and money, as far as the agency's dialect has words for it. */
    private void beside() {
        List<String> got = dialects.mappings(agency.dialect(), false);
        List<String> told = Stream.of("note", "arrangement", "information-answer").filter(got::contains).toList();
        if (!told.isEmpty()) {
            book.chapter("Working together");
            told.forEach(one -> book.words(text("beside." + one)));
        }
    }

    private List<List<String>> keys(String fingerprint) {
        List<List<String>> keys = new ArrayList<>();
        keys.add(List.of("ours", fingerprint.isEmpty() ? "not made yet" : fingerprint, "", ""));
        agency.seal().pins().forEach(pin -> keys.add(List.of("yours", pin.fingerprint(), pin.from().toString(),
                pin.until().toString())));
        return keys;
    }

    private void messages(boolean incoming) {
        book.chapter(incoming ? "What you send" : "What you get");
        dialects.mappings(agency.dialect(), incoming).forEach(name -> dialects.sheet(speech, name + (incoming ? ".in"
                : ".out")).ifPresent(sheet -> message(name, sheet)));
    }

    private void message(String name, FormatSheet sheet) {
        book.chapter(name);
        Stream.of(MessageKind.values()).filter(kind -> kind.document().equals(sheet.document())).findFirst().ifPresent(
                kind -> book.words(kind.does().substring(0, 1).toUpperCase(Locale.ROOT) + kind.does().substring(1)
                + "."));
        book.words(sheet.fileName().isEmpty() ? text("name.begins", name) : text("name.is", sheet.fileName()));
        sheet.records().forEach(record -> book.words("Record " + record.name() + (record.marker().isEmpty() ? ""
                : ", marked " + record.marker()) + (record.table().isEmpty() ? "" : ", in " + record.table())).table(
                List.of("place", "means", "type", "", "values"), record.fields().stream().map(AgencyHandbook::row)
                .toList()));
        sheet.examples().forEach((file, text) -> book.words("Example " + file).listing(text));
    }

    private static List<String> row(FieldNote field) {
        return List.of(field.place(), field.means(), field.type(), field.required() ? "required" : "", field.values());
    }
}
