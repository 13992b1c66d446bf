package io.graceway.edge.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteNameTest {

    private static final String[] WHOLE = {"", " ", ".", "..", "...", "....", "/", "\\", "-", "_", "~", "*", "?", "|",
        "../x", "..\\x", "x/../y", "x\\..\\y", "/etc/passwd", "C:\\boot.ini", "C:x", "\\\\host\\share", "//host/share",
        "./x", "x/", "x/y", "x\\y", ".hidden", ".ssh", ".part-1", "-rf", "--help", "-o.txt", "~root", "~/x", "_x",
        "a..b", "a...b", "x.", "x..", "x ", " x", "x y", "%2e%2e", "%2e%2e%2fx", "..%2fx", "..%5cx", "%252e%252e",
        "x%00.pgp", "%c0%ae%c0%ae", "x%0a", "x\u0000.pgp", "\u0000", "x\ny", "x\ry", "x\r\ny", "x\ty", "x\by",
        "x\u001b[31my", "x\u007fy", "x\u0085y", "x\u2028y", "x\u2029y", "x\u202egpg.exe", "\u200bx", "x\u200dy",
        "\ufeffx", "x\u00a0y", "caf\u00e9", "cafe\u0301", "\u00fcber.pgp", "\u0430.pgp", "\uff0e\uff0e\uff0fx",
        "\u2024\u2024/x", "x\u2215y", "x\u2044y", "\ud83d\ude00.pgp", "\ud800", "x\udfffy", "\ufffd.pgp",
        "x;y", "x&y", "x|y", "x`y`", "$(x)", "${x}", "x$y", "x'y", "x\"y", "x<y", "x>y", "x!y", "x#y", "x%y", "x@y",
        "x=y", "x+y", "x,y", "x:y", "x^y", "x(y)", "x[y]", "x{y}", "{{x}}", "con", "CON", "con.txt", "PRN", "aux.pgp",
        "NUL", "nul.tar.gz", "COM1", "com9.csv", "LPT1", "lpt5.x", "clock$", "file:///etc/passwd", "sftp://host/x",
        "http://host", "data:x", "x.pgp:stream", "x.pgp::$DATA", "\u202dx", "=cmd()", "@SUM", "x\u0001y", "x\u001fy"};

    static List<String> hostile() {
        var names = new ArrayList<>(List.of(WHOLE));
        names.add("a".repeat(101));
        names.add("a".repeat(256));
        names.add("a".repeat(100_000));
        names.add("\u00e9".repeat(60));
        return names;
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refuses_a_name_that_could_mean_something_else_and_repeats_nothing_of_it(String name) {
        assertThat(hostile()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        String why = RemoteName.whyRefused(name);
        assertThat(why).isNotEmpty().matches("[ -~]{5,100}");
        assertThatThrownBy(() -> RemoteName.of(name)).isInstanceOf(IllegalArgumentException.class).hasMessage(why);
        PassedOver report = PassedOver.of(name);
        assertThat(report.toString()).matches("[ -~]{10,250}");
        assertThat(report.code()).isEqualTo("GW-MAIL-040");
        assertThat(report.print()).matches("[0-9a-f]{16}");
    }

    @Test
    void refuses_a_name_that_is_missing() {
        assertThat(RemoteName.whyRefused(null)).isEqualTo("empty");
        assertThatThrownBy(() -> RemoteName.of(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "0", "2026-03-18-07-00-00.csv", "ACK_northgate-1.pgp", "a.b.c", "console.txt",
        "com10.csv", "x--y", "x__y"})
    void takes_an_ordinary_name_as_it_is(String name) {
        assertThat(RemoteName.of(name).text()).isEqualTo(name);
    }

    @Test
    void takes_a_hundred_characters_and_refuses_one_more() {
        assertThat(RemoteName.whyRefused("a".repeat(100))).isEmpty();
        assertThat(RemoteName.whyRefused("a".repeat(101))).isNotEmpty();
    }

    /** Of 200,000 random names every one that is taken has to stay inside its folder, on any system. */
    @Test
    void whatever_is_taken_stays_a_plain_name() {
        long seed = 77_001;
        var random = new Random(seed);
        int taken = 0;
        for (int i = 0; i < 200_000; i++) {
            String name = random(random);
            if (RemoteName.whyRefused(name).isEmpty()) {
                taken++;
                assertThat(name).as("seed %d", seed).doesNotContain("..", "/", "\\", "%", ":", " ")
                        .doesNotStartWith("-").doesNotStartWith(".").matches("[!-~]{1,100}");
            }
        }
        assertThat(taken).as("seed %d", seed).isGreaterThan(1000);
    }

    private static String random(Random random) {
        var name = new StringBuilder();
        String near = "abcXYZ019.-_./\\% :~\u00e9\u202e\n";
        for (int length = 1 + random.nextInt(6); length > 0; length--) {
            name.append(near.charAt(random.nextInt(near.length())));
        }
        return name.toString();
    }

    @Test
    void makes_text_of_a_peer_harmless_for_a_log_line() {
        String quoted = Trouble.quote("disk\r\nGW-MAIL-000 all is well\u001b[2J" + "x".repeat(5000));
        assertThat(quoted).startsWith("disk??GW-MAIL-000 all is well?[2J").hasSizeLessThan(210).matches("[ -~]*");
        Throwable cause = Trouble.LOST.at("here", new IllegalStateException("a\nb")).getCause();
        assertThat(cause.getMessage()).endsWith("a?b");
    }
}
