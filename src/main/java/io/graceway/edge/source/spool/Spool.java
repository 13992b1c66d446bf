package io.graceway.edge.source.spool;

import io.graceway.journey.account.AccountNumber;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.AccountSource.Astray;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.delinquency.TableReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes lines of any table in any order and gives them back account by account, whatever their number. */
public final class Spool implements TableReader.LineSink, AutoCloseable {

    /** The field of every line that says whose it is. */
    public static final String ACCOUNT = "account";
    /** More lines without an account than this mean that the layout is not the one configured. */
    public static final int MOST_UNATTRIBUTED = 100_000;

    private final LineCodec codec = new LineCodec();
    private final List<Part> parts = new ArrayList<>();
    private final PageAccounts page = new PageAccounts();
    private final List<Astray> unattributed = new ArrayList<>();
    private final ByteArrayOutputStream entry = new ByteArrayOutputStream();
    private String table = "";
    private final DataOutputStream out = new DataOutputStream(entry);

    private Spool(Path path, int count) {
        try {
            for (int i = 0; i < count; i++) {
                parts.add(new Part(path == null ? null : path.resolveSibling(path.getFileName() + "-" + i)));
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
    }

    public static Spool inMemory() {
        return new Spool(null, 1);
    }

    /** For a page of accounts: it is small, so its lines are kept as they are. */
    public static Spool ofPage() {
        return new Spool(null, 0);
    }

    /**
     * @param path  what the files of the parts are called, before their numbers
     * @param parts how many parts the accounts are spread over; only one of them is in memory at a time
     */
    public static Spool onDisk(Path path, int parts) {
        return new Spool(path, parts);
    }

    @Override
    public void table(String name) {
        table = name;
    }

    @Override
    public void line(DocumentLine line) {
        String account = line.text(ACCOUNT);
        if (!isReadable(account)) {
            unattributed(line.record(), new Reject(line.number(), ACCOUNT, "GW-SRC-010",
                    "the line does not say whose it is, or its account number is no usable number"));
            return;
        }
        if (parts.isEmpty()) {
            page.add(account, line);
        } else {
            append(account, PartAccounts.LINE, () -> codec.write(out, line));
        }
    }

    @Override
    public void reject(String account, Reject reject) {
        if (!isReadable(account)) {
            unattributed(table, reject);
        } else if (parts.isEmpty()) {
            page.add(account, reject);
        } else {
            append(account, PartAccounts.REJECT, () -> codec.write(out, reject));
        }
    }

    public List<Astray> unattributed() {
        return List.copyOf(unattributed);
    }

    /** Everything that was taken, in pages; to be asked once, when the last line is in. */
    public AccountPages pages() {
        return new AccountPages(openings());
    }

    List<AccountPages.Opening> openings() {
        List<AccountPages.Opening> all = new ArrayList<>();
        if (parts.isEmpty()) {
            all.add(page::inOrder);
        }
        parts.forEach(part -> all.add(() -> new PartAccounts(codec, part.take())));
        return all;
    }

    @Override
    public void close() {
        for (Part part : parts) {
            try {
                part.close();
            } catch (IOException e) {
                // What could not be flushed is thrown away with its folder anyway.
                continue;
            }
        }
    }

    private void append(String account, byte kind, Writing writing) {
        entry.reset();
        try {
            writing.write();
            parts.get(Math.floorMod(account.hashCode() * 0x9E3779B9, parts.size()))
                    .append(account, kind, entry.toByteArray(), entry.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void unattributed(String of, Reject reject) {
        if (unattributed.size() == MOST_UNATTRIBUTED) {
            throw new SourceRefused("GW-SRC-011", "more than " + MOST_UNATTRIBUTED
                    + " lines do not say whose they are, the last being line " + reject.line()
                    + "; the layout is not the one configured, nothing was taken", null);
        }
        unattributed.add(new Astray(of, reject));
    }

    static boolean isReadable(String account) {
        try {
            return account != null && new AccountNumber(account) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private interface Writing {
        void write() throws IOException;
    }
}
