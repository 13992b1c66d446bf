package io.graceway.edge.letter;

import io.graceway.edge.letter.paper.PrintFolder;
import io.graceway.journey.delinquency.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Post rooms with and without outlets, and templates to break. */
final class Rooms {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
    static final List<String> EMAIL = List.of("email.subject.txt", "email.txt", "email.html");

    private Rooms() {
    }

    static PostRoom reading(Path home) {
        return new PostRoom(new Templates(home), Optional.empty(), Optional.empty(), Optional.empty(), CLOCK);
    }

    static PostRoom printing(Path home, Path folder) {
        return new PostRoom(new Templates(home), Optional.empty(), Optional.empty(),
                Optional.of(new PrintFolder(folder)), CLOCK);
    }

    static PostRoom mailing(MailTerms terms) {
        return new PostRoom(new Templates(Path.of("no-home")), Optional.of(new NoticeMail(terms, CLOCK)),
                Optional.empty(), Optional.empty(), CLOCK);
    }

    static Composed compose(Path home, Notices notices) {
        List<String> files = notices.channel == Channel.EMAIL ? EMAIL : List.of("letter.html");
        return Composed.of(new Templates(home).find(notices.template, notices.language, files).orElseThrow(),
                notices.notice(), notices.terms());
    }

    static MailTerms terms(int port, String user, String password, MailTerms.Tls tls) {
        return new MailTerms(new MailTerms.Server("127.0.0.1", port, user, password::toCharArray, tls),
                "accounts@acme-home.example", "bounces.acme-home.example");
    }

    /** Copies a shipped template into a home folder under another name, to be broken there. */
    static void copy(Path home, String template, String language) throws IOException {
        Path folder = Files.createDirectories(home.resolve("notices/" + template + "/" + language));
        for (String file : List.of("email.subject.txt", "email.txt", "email.html", "letter.html")) {
            Files.writeString(folder.resolve(file), shipped(language, file));
        }
    }

    static String shipped(String language, String file) throws IOException {
        try (InputStream in = Rooms.class.getResourceAsStream("/notices/plain/" + language + "/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
