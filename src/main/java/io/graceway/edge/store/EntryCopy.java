package io.graceway.edge.store;

import io.graceway.audit.EntryTable.Row;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows of the routing log by PostgreSQL's COPY in its binary format (documented under its COPY command). */
final class EntryCopy {

    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0,
        0, 0, 0, 0, 0, 0, 0, 0};
    private static final byte[] END = {(byte) 0xFF, (byte) 0xFF};
    private static final int PIECE = 64 * 1024;

    private EntryCopy() {
    }

    static void copy(PGConnection connection, List<Row> rows) throws SQLException {
        CopyIn copy = connection.getCopyAPI()
                .copyIn("copy routing_entry (idx, subject, leaf) from stdin (format binary)");
        try {
            ByteBuffer piece = ByteBuffer.allocate(2 * PIECE).put(HEADER);
            for (Row row : rows) {
                byte[] subject = row.subject().getBytes(StandardCharsets.UTF_8);
                int length = 2 + 3 * 4 + 8 + subject.length + row.leaf().length;
                if (piece.remaining() < length + END.length) {
                    flush(copy, piece);
                }
                piece.putShort((short) 3).putInt(8).putLong(row.index())
                        .putInt(subject.length).put(subject)
                        .putInt(row.leaf().length).put(row.leaf());
            }
            flush(copy, piece.put(END));
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void flush(CopyIn copy, ByteBuffer piece) throws SQLException {
        copy.writeToCopy(piece.array(), 0, piece.position());
        piece.clear();
    }
}
