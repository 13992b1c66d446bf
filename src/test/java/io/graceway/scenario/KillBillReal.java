package io.graceway.scenario;

import io.graceway.real.KillBillHost;
import io.graceway.real.LossyLine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way with a Kill Bill that runs; the profile {@code real} plays it. */
class KillBillReal {

    @Test
    void is_read_placed_and_posted_to(@TempDir Path folder) throws Exception {
        try (KillBillHost host = KillBillHost.start(folder.resolve("killbill"), 0);
             LossyLine line = new LossyLine(host.base())) {
            Interpreter.play(Scenario.read(Path.of("src/real/killbill.scenario")), folder.resolve("play"),
                    new KillBillWords(host, line));
        }
    }
}
