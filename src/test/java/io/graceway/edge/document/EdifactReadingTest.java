package io.graceway.edge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An interchange is believed only where every count and reference of it is right. */
class EdifactReadingTest {

    private static final String GOOD = """
            UNB+UNOC:3+NORTHGATE+HOUSE:14+260402:0730+N1'
            UNH+A+DEBREC:D:21A:UN'
            BGM+++9'
            GIR+10+PL-1+N-1'
            EVE+1++:::PAYMENT+R-1'
            GEI+2'
            ARD+:::PAYMENT'
            MOA+305:60.00:USD'
            DTM+138:20260401:102'
            ARD+:::COMMISSION'
            MOA+265:15.00:USD'
            UNT+11+A'
            UNH+B+DEBREC:D:21A:UN'
            BGM+++9'
            GIR+10+PL-2'
            EVE+1+:::UNCOLLECTABLE+:::CLOSURE'
            DTM+415:20260402:102'
            FTX+ZZZ++NOTE+gone ?+ away'
            UNT+7+B'
            UNZ+2+N1'
            """;

    private static final String SETTINGS =
            "settings: {house: 'HOUSE:14', partner: NORTHGATE, test: 'false', syntax: %s, zone: UTC}";

    @TempDir
    private static Path folder;
    private static Dialects dialects;
    private final Home home = new Home(folder);

    @BeforeAll
    static void maps() {
        dialects = new Home(folder).about("latin", SETTINGS.formatted("UNOC")).about("all", SETTINGS.formatted("UNOY"))
                .with("latin/agency-file.in", "extends: debrec\n").with("all/agency-file.in", "extends: debrec\n")
                .dialects();
    }

    private void read(String wire) throws IOException {
        read("latin", home, bytes(wire));
    }

    private static void read(String dialect, Home into, InputStream wire) throws IOException {
        into.totals = dialects.reader(dialect, "agency-file").read(wire, into);
    }

    @Test
    void reads_messages_with_their_lines_ends_or_without() throws IOException {
        read(GOOD);
        assertThat(home.totals.disagreements()).isEmpty();
        assertThat(home.rejects).isEmpty();
        assertThat(home.lines).extracting(line -> line.number() + " " + line.record() + " " + line.text("placement"))
                .containsExactly("5 payment PL-1", "16 closure PL-2");
        assertThat(home.lines.get(0).text("amount")).isEqualTo("60.00");
        assertThat(home.lines.get(1).text("note")).isEqualTo("gone + away");
        Home again = new Home(folder);
        read("latin", again, bytes(GOOD.replace("\n", "")));
        assertThat(again.lines).isEqualTo(home.lines);
    }

    @Test
    void takes_the_separators_that_its_advice_names_and_the_characters_of_its_syntax() throws IOException {
        read("UNA;*.# ~" + GOOD.replace("'", "~").replace("*", "").replace("+", "*").replace(":", ";")
                .replace("?*", "#* Zoë"));
        assertThat(home.totals.disagreements()).isEmpty();
        assertThat(home.lines.get(1).text("note")).isEqualTo("gone * Zoë away");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        // What stands around messages.
        "UNT+11+A|UNT+12+A|12 GW-DOC-114",
        "UNZ+2+N1|UNZ+3+N1|20 GW-DOC-115",
        "UNT+11+A|UNT+11+C|12 GW-DOC-116",
        "UNZ+2+N1|UNZ+2+N2|20 GW-DOC-116",
        "~UNZ+2+N1'~|~~|19 GW-DOC-113",
        "~'\nUNT+7+B'\nUNZ+2+N1'~|~~|18 GW-DOC-113",
        "~UNB+UNOC:3+NORTHGATE+HOUSE:14+260402:0730+N1'\n~|~~|0 GW-DOC-110",
        "UNB+|hello |0 GW-DOC-110",
        "UNOC:3|UNOY:3|1 GW-DOC-034",
        "+NORTHGATE+|+SOMEONE+|1 GW-DOC-111",
        "HOUSE:14|HOUSE:1|1 GW-DOC-111",
        "+N1'|+N1++++++1'|1 GW-DOC-112",
        "UNH+B|UNH+A|13 GW-DOC-117",
        "~UNZ+2+N1'~|~UNZ+2+N1'UNB+UNOC:3+NORTHGATE+HOUSE:14+260402:0730+N2'UNZ+0+N2'~|21 GW-DOC-110"})
    void a_broken_envelope_refuses_the_file(String good, String bad, String disagreement) throws IOException {
        assertThat(GOOD).contains(good);
        read(GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)));
        assertThat(home.disagreements()).containsExactly(disagreement);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        // One bad message stops only itself.
        "DEBREC:D:21A|DEBREC:D:20B|2 UNH.2 GW-DOC-118",
        "DEBREC:D:21A|INVOIC:D:21A|2 UNH.2 GW-DOC-118",
        "~GEI+2'~|~XYZ+2'~|6 XYZ GW-DOC-119",
        "~BGM+++9'~|~DTM+137:20260402:102'~|3 BGM GW-DOC-119",
        "ARD+:::PAYMENT|ARD+:::PAYMENT:ONE:TOO:MANY|7 ARD.1.5 GW-DOC-120",
        "GIR+10+PL-1|GIR+10+PL-10000000000000000000000000000000000|4 GIR.2.1 GW-DOC-120",
        "EVE+1++:::PAYMENT|EVE+1++:::HOLIDAY|5 ~~ GW-DOC-011",
        "MOA+305:60.00|MOA+305:6O.00|5 GIR/EVE/GEI[2]/ARD[1.4=PAYMENT]/MOA[305].1.2 GW-DOC-006",
        "ARD+:::COMMISSION|ARD+:::OTHER|5 GIR/EVE/GEI[2]/ARD[1.4=COMMISSION]/MOA[265].1.2 GW-DOC-004",
        "~ARD+:::COMMISSION'\nMOA+265~|~ARD+:::PAYMENT'\nMOA+305~|"
            + "5 GIR/EVE/GEI[2]/ARD[1.4=PAYMENT]/MOA[305].1.2 GW-DOC-015"})
    void a_bad_message_stops_only_itself(String good, String bad, String fault) throws IOException {
        assertThat(GOOD).contains(good);
        read(GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)));
        assertThat(home.disagreements()).isEmpty();
        assertThat(home.faults()).containsExactly(fault.replace("~~", ""));
        assertThat(home.lines).extracting(line -> line.text("placement")).containsExactly("PL-2");
    }

    @Test
    void a_message_that_lacks_everything_stops_only_itself() throws IOException {
        read(GOOD.replace("UNZ+2+", "UNH+C+DEBREC:D:21A:UN'\nUNT+2+C'\nUNZ+3+"));
        assertThat(home.disagreements()).isEmpty();
        assertThat(home.faults()).containsExactly("21 BGM GW-DOC-119");
        assertThat(home.lines).hasSize(2);
    }

    @Test
    void a_message_that_tells_nothing_is_answered() throws IOException {
        read(GOOD.replaceAll("(?s)EVE\\+1\\+\\+.*15.00:USD'\nUNT\\+11", "UNT+4"));
        assertThat(home.faults()).containsExactly("2 UNH GW-DOC-121");
        assertThat(home.lines).hasSize(1);
    }

    @Test
    void bytes_of_another_charset_stop_only_their_record() throws IOException {
        read("all", home, bytes(GOOD.replace("UNOC:3", "UNOY:4").replace("+260402:", "+20260402:").replace("gone",
                "Zoë")));
        assertThat(home.faults()).containsExactly("16 GIR/EVE/FTX[ZZZ,3.1=NOTE].4.1 GW-DOC-001");
        assertThat(home.lines).hasSize(1);
    }

    @Test
    void many_messages_are_read_one_by_one() throws IOException {
        int first = GOOD.indexOf("UNH");
        String message = GOOD.substring(first, GOOD.indexOf("UNH", first + 1)).replace("+A", "+%d");
        int many = 3_000;
        List<InputStream> parts = new ArrayList<>(List.of(bytes(GOOD.substring(0, first))));
        parts.add(new SequenceInputStream(Collections.enumeration(IntStream.range(0, many).mapToObj(i -> bytes(
                message.formatted(i, i))).toList())));
        parts.add(bytes("UNZ+" + many + "+N1'"));
        read("latin", home, new SequenceInputStream(Collections.enumeration(parts)));
        assertThat(home.totals.disagreements()).isEmpty();
        assertThat(home.totals.taken()).isEqualTo(many);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
