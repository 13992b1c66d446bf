package io.graceway.edge.source.spool;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines and rejects as few bytes; readable only by the codec that wrote them, because names are kept in it once. */
final class LineCodec {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    void write(DataOutput out, DocumentLine line) throws IOException {
        out.writeLong(line.number());
        name(out, line.record());
        out.writeShort(line.fields().size());
        for (Map.Entry<String, Object> field : line.fields().entrySet()) {
            name(out, field.getKey());
            value(out, field.getValue());
        }
    }

    DocumentLine line(DataInput in) throws IOException {
        long number = in.readLong();
        String record = names.get(in.readShort());
        int count = in.readShort();
        Map<String, Object> fields = new LinkedHashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            fields.put(names.get(in.readShort()), value(in));
        }
        return new DocumentLine(number, record, fields);
    }

    void write(DataOutput out, Reject reject) throws IOException {
        out.writeLong(reject.line());
        text(out, reject.field());
        text(out, reject.code());
        text(out, reject.why());
    }

    Reject reject(DataInput in) throws IOException {
        return new Reject(in.readLong(), text(in), text(in), text(in));
    }

    static void text(DataOutput out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(DataInput in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private void name(DataOutput out, String name) throws IOException {
        Integer number = numbers.get(name);
        if (number == null) {
            number = names.size();
            if (number > Short.MAX_VALUE) {
                throw new IOException("a source speaks of more than " + Short.MAX_VALUE + " different fields");
            }
            names.add(name);
            numbers.put(name, number);
        }
        out.writeShort(number);
    }

    private static void value(DataOutput out, Object value) throws IOException {
        if (value instanceof String text) {
            out.writeByte('S');
            text(out, text);
        } else if (value instanceof BigDecimal decimal) {
            out.writeByte('N');
            out.writeInt(decimal.scale());
            bytes(out, decimal.unscaledValue().toByteArray());
        } else if (value instanceof LocalDate date) {
            out.writeByte('D');
            out.writeLong(date.toEpochDay());
        } else if (value instanceof LocalDateTime time) {
            out.writeByte('T');
            out.writeLong(time.toLocalDate().toEpochDay());
            out.writeLong(time.toLocalTime().toNanoOfDay());
        } else if (value instanceof Instant instant) {
            out.writeByte('I');
            out.writeLong(instant.getEpochSecond());
            out.writeInt(instant.getNano());
        } else if (value instanceof Boolean truth) {
            out.writeByte(truth ? 'Y' : 'F');
        } else {
            out.writeByte('L');
            out.writeLong((Long) value);
        }
    }

    private static Object value(DataInput in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 'S' -> text(in);
            case 'N' -> decimal(in.readInt(), bytes(in));
            case 'D' -> LocalDate.ofEpochDay(in.readLong());
            case 'T' -> LocalDateTime.of(LocalDate.ofEpochDay(in.readLong()), LocalTime.ofNanoOfDay(in.readLong()));
            case 'I' -> Instant.ofEpochSecond(in.readLong(), in.readInt());
            case 'Y' -> Boolean.TRUE;
            case 'F' -> Boolean.FALSE;
            case 'L' -> in.readLong();
            default -> throw new IOException("the spool holds a value of kind " + kind + " that was never written");
        };
    }

    private static BigDecimal decimal(int scale, byte[] unscaled) {
        return new BigDecimal(new BigInteger(unscaled), scale);
    }

    private static void bytes(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }
}
