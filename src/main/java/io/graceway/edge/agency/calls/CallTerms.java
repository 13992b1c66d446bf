package io.graceway.edge.agency.calls;

import io.graceway.edge.agency.rest.RestTerms;
import io.graceway.journey.placement.ParcelSeal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * How one agency is called.
 *
 * @param rest   its base address and our key
 * @param seal   closes what lies on our own disk, for ourselves
 * @param folder of this agency in the state folder
 * @param every  how often it is asked
 * @param tones  that it accepted in writing
 * @param pause  waits when the agency asks for it
 */
public record CallTerms(String agency, RestTerms rest, CallPlan plan, ParcelSeal seal, Path folder, Duration every,
                        List<Tone> tones, Clock clock, Consumer<Duration> pause) {

    /** One version of a brand's tone. @param sha256 lower-case hex */
    public record Tone(String profile, int version, String sha256) {

        /** As people and the agency's interface read it. */
        String text() {
            return "brand tone " + profile + "@" + version + " sha256 " + sha256;
        }
    }

    /** Waits as long as that, unless it is told to end. */
    public static void sleep(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
