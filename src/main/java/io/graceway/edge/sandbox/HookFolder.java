package io.graceway.edge.sandbox;

import io.graceway.journey.writeback.hook.Endpoint;
import io.graceway.journey.writeback.hook.Hooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Keeps the events that partners would be told, a file each, and tells nobody. */
public final class HookFolder implements Hooks.Post {

    private static final int TAKEN = 200;

    private final Path folder;

    public HookFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Hooks.Answer send(Endpoint to, Map<String, String> headers, byte[] body) {
        try {
            Path place = Files.createDirectories(folder.resolve(to.recipient()));
            Files.write(place.resolve(headers.getOrDefault("webhook-id", UUID.randomUUID().toString())
                    .replaceAll("[^A-Za-z0-9.-]", "_") + ".json"), body);
            return new Hooks.Answer(TAKEN, "", Duration.ZERO);
        } catch (IOException e) {
            return new Hooks.Answer(0, "GW-BOX-005", Duration.ZERO);
        }
    }
}
