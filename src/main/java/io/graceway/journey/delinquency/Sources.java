package io.graceway.journey.delinquency;

import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Pass;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The source systems that are read, each with what its records become. */
public final class Sources {

    /** One source in one pass. */
    public record SourcePass(Pass pass, String source) {
    }

    /** A source system and how its lines are read. */
    public record Source(AccountSource system, Delinquency delinquency) {
    }

    /** Accounts that are known here but that their source does not show. */
    @FunctionalInterface
    public interface Vanished {

        /**
         * Each as it was last read; one that could not be read then is left out.
         *
         * @param all also those of which nothing was due and nothing is on its way
         */
        Iterator<List<DelinquentAccount>> unseen(String source, Predicate<AccountKey> seen, boolean all);
    }

    /** What a source has, as it is read; to be closed where it is not read to its end. */
    public interface Reading extends Iterator<RecognisedPage>, AutoCloseable {

        @Override
        void close();
    }

    private final Map<String, Source> sources;
    private final Vanished vanished;
    private final BiConsumer<String, SourceRefused> findings;

    /** @param findings told of a source whose set was taken, and of what in it nobody could be given */
    public Sources(Map<String, Source> sources, Vanished vanished, BiConsumer<String, SourceRefused> findings) {
        this.sources = Map.copyOf(sources);
        this.vanished = vanished;
        this.findings = findings;
    }

    /** Every source, in the order of their ids. */
    public List<SourcePass> all(Pass pass) {
        return sources.keySet().stream().sorted().map(id -> new SourcePass(pass, id)).toList();
    }

    /** Today's set of a source, page by page; then the other accounts: with nothing open, or as they were. */
    public Iterator<RecognisedPage> pages(SourcePass one) {
        return new Pages(one, true);
    }

    /** Only what the set itself says, for whoever may not read it to its end. */
    public Reading read(SourcePass one) {
        return new Pages(one, false);
    }

    /** While a page is judged and written down, a thread of its own reads the next one: only ever one ahead. */
    private final class Pages implements Reading {

        private final SourcePass one;
        private final Source source;
        private final AccountSource.Extract extract;
        // 64 bits of a hash for each account keep a million of them in some tens of megabytes.
        private final Set<Long> seen = new HashSet<>();
        private final Set<Long> shown = new HashSet<>();
        private final Set<Long> unreadable = new HashSet<>();
        private final boolean others;
        private FutureTask<RecognisedPage> ahead;
        private Iterator<List<DelinquentAccount>> unseen;

        Pages(SourcePass one, boolean others) {
            this.one = one;
            this.others = others;
            this.source = sources.get(one.source());
            this.extract = source.system().open();
            readAhead();
        }

        private void readAhead() {
            ahead = new FutureTask<>(() -> extract.hasNext() ? recognise(extract.next()) : null);
            Thread reader = new Thread(ahead, "read-ahead " + one.source());
            reader.setDaemon(true);
            reader.start();
        }

        @Override
        public boolean hasNext() {
            if (unseen == null && awaited() != null) {
                return true;
            }
            if (unseen == null) {
                close();
                extract.astray().filter(any -> others).ifPresent(why -> findings.accept(one.source(), why));
                unseen = others && extract.hides() ? Collections.emptyIterator() : unseen();
            }
            return unseen.hasNext();
        }

        private Iterator<List<DelinquentAccount>> unseen() {
            boolean changesOnly = !extract.isComplete();
            Predicate<AccountKey> done = key -> seen.contains(mark(key.toString())) || unreadable.contains(number(key))
                    || changesOnly && !others && !shown.contains(number(key));
            return vanished.unseen(one.source(), done, changesOnly);
        }

        private DelinquentAccount unseen(DelinquentAccount was) {
            return extract.isComplete() || shown.contains(number(was.key())) ? was.withoutItems() : was;
        }

        @Override
        public RecognisedPage next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (unseen != null) {
                return new RecognisedPage(one.pass(), one.source(), unseen.next().stream().map(this::unseen).toList(),
                        List.of());
            }
            RecognisedPage page = awaited();
            readAhead();
            return page;
        }

        /** What was read ahead, or {@code null} where nothing is left. */
        private RecognisedPage awaited() {
            try {
                return ahead.get();
            } catch (ExecutionException e) {
                // Whoever walks the pages may never come back after this: nothing personal stays spooled.
                close();
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while the source " + one.source() + " was read", e);
            }
        }

        private RecognisedPage recognise(List<AccountLines> page) {
            RecognisedPage recognised = new RecognisedPage(one.pass(), one.source(), new ArrayList<>(),
                    new ArrayList<>());
            for (AccountLines lines : page) {
                Delinquency.Recognised some = source.delinquency().recognise(lines, extract.missingTables());
                recognised.accounts().addAll(some.accounts());
                recognised.refused().addAll(some.refused());
                if (!extract.isComplete()) {
                    shown.add(mark(lines.number().value()));
                }
            }
            recognised.accounts().forEach(account -> seen.add(mark(account.key().toString())));
            // What cannot be read may be about any of the customer's accounts: none of them is gone by it.
            recognised.refused().forEach(account -> unreadable.add(number(account.key())));
            return recognised;
        }

        /** Once nobody reads any more. */
        @Override
        public void close() {
            try {
                ahead.get();
            } catch (ExecutionException e) {
                // Told to whoever asked for the page, if anybody does.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            extract.close();
        }
    }

    private static long number(AccountKey key) {
        return mark(key.number().value());
    }

    private static long mark(String text) {
        return ByteBuffer.wrap(Ids.sha256(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }
}
