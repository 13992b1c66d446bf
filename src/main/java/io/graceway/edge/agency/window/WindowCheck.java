package io.graceway.edge.agency.window;

import io.graceway.edge.agency.CheckWalk;
import io.graceway.edge.agency.Tally;
import io.graceway.edge.agency.Trouble;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.SealedFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tries every step of using a mailbox behind a window; the delivery named {@code check} is never acted upon. */
final class WindowCheck {

    private static final byte[] NOTHING_MEANT =
            "This file only tries whether files can be put here; it may be deleted.\n".getBytes(StandardCharsets.UTF_8);
    private static final String DELIVERY = "check";
    private static final String NAME = "check.txt";

    private final Window window;

    WindowCheck(Window window) {
        this.window = window;
    }

    List<CheckStep> run() {
        return new CheckWalk(e -> HttpTrouble.line(e, window.address().toString()))
                .step("host name", () -> InetAddress.getAllByName(window.address().host()))
                .step("port", this::knock)
                .step(window.login() + " and answers", window::answers)
                .step("write", this::write)
                .step("read back", this::readBack)
                .steps();
    }

    private void knock() throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(window.address().host(), window.address().port()),
                    Math.toIntExact(window.address().patience().toMillis()));
        }
    }

    private void write() throws MailboxFailure, IOException {
        Path file = Files.createTempFile("mailbox-check-", ".txt");
        try {
            Files.write(file, NOTHING_MEANT);
            window.hand(DELIVERY, new SealedFile(NAME, file, NOTHING_MEANT.length,
                    Tally.of(NOTHING_MEANT).sha256()));
        } finally {
            Files.delete(file);
        }
    }

    private void readBack() throws MailboxFailure {
        if (window.delivered(DELIVERY).stream().noneMatch(f -> f.name().equals(NAME)
                && f.tally().equals(Tally.of(NOTHING_MEANT)))) {
            throw Trouble.NOT_AS_SENT.at("the file tried with");
        }
    }
}
