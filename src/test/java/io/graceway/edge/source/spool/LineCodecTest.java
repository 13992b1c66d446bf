package io.graceway.edge.source.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineCodecTest {

    private final LineCodec codec = new LineCodec();

    @Test
    void gives_back_every_line_with_its_types_and_scales() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<DocumentLine> lines = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (int i = 0; i < 2_000; i++) {
            DocumentLine line = random(random);
            lines.add(line);
            codec.write(out, line);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        for (DocumentLine line : lines) {
            DocumentLine back = codec.line(in);
            assertThat(back.number()).as("seed " + seed).isEqualTo(line.number());
            assertThat(back.record()).isEqualTo(line.record());
            assertThat(new ArrayList<>(back.fields().entrySet())).as("seed " + seed)
                    .isEqualTo(new ArrayList<>(line.fields().entrySet()));
        }
        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void keeps_trailing_zeros_and_leading_zeros() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        codec.write(new DataOutputStream(bytes), DocumentLine.of("item", "account", "0007",
                "open", new BigDecimal("1.50")));
        DocumentLine back = codec.line(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(back.text("account")).isEqualTo("0007");
        assertThat(back.text("open")).isEqualTo("1.50");
    }

    @Test
    void gives_back_a_reject() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Reject reject = new Reject(7, "Fälligkeit", "GW-DOC-004", "not a day");
        codec.write(new DataOutputStream(bytes), reject);
        assertThat(codec.reject(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())))).isEqualTo(reject);
    }

    private static DocumentLine random(Random random) {
        Map<String, Object> fields = new LinkedHashMap<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            fields.put("field-" + random.nextInt(40), value(random));
        }
        return new DocumentLine(random.nextLong(), "record-" + random.nextInt(5), fields);
    }

    private static Object value(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "text €\uD83D\uDE00 " + random.nextInt();
            case 1 -> new BigDecimal(new BigInteger(random.nextInt(90), random), random.nextInt(9) - 3).negate();
            case 2 -> LocalDate.ofEpochDay(random.nextInt(60_000) - 20_000);
            case 3 -> LocalDateTime.of(2020, 2, 29, random.nextInt(24), 59, 59, random.nextInt(1_000_000_000));
            case 4 -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case 5 -> random.nextBoolean();
            case 6 -> random.nextLong();
            default -> "";
        };
    }
}
