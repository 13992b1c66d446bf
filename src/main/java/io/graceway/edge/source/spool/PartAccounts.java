package io.graceway.edge.source.spool;

import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.AccountLines;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One part read back: its accounts in byte order of their numbers, each with all its lines in file order. */
final class PartAccounts implements AccountPages.Accounts {

    /** Byte order of the numbers. */
    static final Comparator<String> ORDER = (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8),
            b.getBytes(StandardCharsets.UTF_8));
    static final byte LINE = 'L';
    static final byte REJECT = 'R';

    private final LineCodec codec;
    private final byte[] content;
    private final Map<String, Part.Offsets> starts = new HashMap<>();
    private final String[] accounts;
    private int next;

    PartAccounts(LineCodec codec, byte[] content) throws IOException {
        this.codec = codec;
        this.content = content;
        index();
        accounts = starts.keySet().toArray(String[]::new);
        Arrays.sort(accounts, ORDER);
    }

    @Override
    public boolean hasNext() {
        return next < accounts.length;
    }

    @Override
    public AccountLines next() throws IOException {
        String account = accounts[next++];
        List<DocumentLine> lines = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        for (int start : starts.remove(account).all()) {
            DataInputStream in = Part.at(content, start);
            byte kind = in.readByte();
            in.readInt();
            if (kind == LINE) {
                lines.add(codec.line(in));
            } else {
                rejects.add(codec.reject(in));
            }
        }
        return new AccountLines(new AccountNumber(account), lines, rejects);
    }

    private void index() throws IOException {
        DataInputStream in = Part.at(content, 0);
        while (in.available() > 0) {
            String account = LineCodec.text(in);
            starts.computeIfAbsent(account, one -> new Part.Offsets()).add(content.length - in.available());
            in.readByte();
            in.skipBytes(in.readInt());
        }
    }
}
