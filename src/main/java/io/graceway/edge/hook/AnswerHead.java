package io.graceway.edge.hook;

import io.graceway.journey.writeback.hook.Hooks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first lines of an answer; what comes behind them is never read. */
final class AnswerHead {

    private static final int MOST_BYTES = 16 << 10;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
    private static final Pattern RETRY = Pattern.compile("(?i)retry-after: *(\\d{1,6}) *");
    private static final Hooks.Answer NONSENSE = new Hooks.Answer(0, "GW-HOK-014", Duration.ZERO);

    private AnswerHead() {
    }

    static Hooks.Answer read(InputStream in) throws IOException {
        int most = MOST_BYTES;
        while (true) {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
                byte[] some = new byte[1];
                if (most-- == 0 || in.read(some) < 1) {
                    return NONSENSE;
                }
                head.append(new String(some, StandardCharsets.ISO_8859_1));
            }
            Hooks.Answer answer = of(List.of(head.toString().split("\r\n")));
            // What comes before the answer (100 to 199) is none.
            if (answer.status() == 0 || answer.status() >= 200) {
                return answer;
            }
        }
    }

    private static Hooks.Answer of(List<String> lines) {
        Matcher first = STATUS.matcher(lines.get(0));
        if (!first.matches()) {
            return NONSENSE;
        }
        int status = Integer.parseInt(first.group(1));
        Duration wait = lines.stream().map(RETRY::matcher).filter(Matcher::matches)
                .map(one -> Duration.ofSeconds(Long.parseLong(one.group(1)))).findFirst().orElse(Duration.ZERO);
        return new Hooks.Answer(status, status >= 200 && status < 300 ? "" : "GW-HOK-015", wait);
    }
}
