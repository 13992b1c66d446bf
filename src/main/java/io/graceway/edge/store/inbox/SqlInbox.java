package io.graceway.edge.store.inbox;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.back.Effects;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.eligibility.EffectiveRules;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.AgencyFile;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.remittance.Inbox;
import io.graceway.journey.remittance.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Files from agencies in SQL: everything of one file, its answer and its log entries are one transaction. */
public final class SqlInbox implements Inbox {

    private static final int PAGE = 1000;
    private static final int ATTEMPTS = 3;

    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RoutingLog log;
    private final Map<String, Agency> agencies;
    private final List<BrandTone> tones;
    private final BiFunction<DelinquentAccount, LocalDate, EffectiveRules> rules;
    private final int pageSize;
    private final Rereads rereads;

    /**
     * @param agencies by id
     * @param tones    every version of every brand's tone that is at hand
     * @param rules    what law, contract and brand ask for an account on a day
     */
    public SqlInbox(DataSource source, TransactionTemplate transaction, RoutingLog log, Map<String, Agency> agencies,
                    Collection<BrandTone> tones, BiFunction<DelinquentAccount, LocalDate, EffectiveRules> rules) {
        this(source, transaction, log, agencies, tones, rules, PAGE);
    }

    /** Where no law and no contract asks anything. */
    public SqlInbox(DataSource source, TransactionTemplate transaction, RoutingLog log, Map<String, Agency> agencies,
                    Collection<BrandTone> tones) {
        this(source, transaction, log, agencies, tones, PAGE);
    }

    SqlInbox(DataSource source, TransactionTemplate transaction, RoutingLog log, Map<String, Agency> agencies,
             Collection<BrandTone> tones, int pageSize) {
        this(source, transaction, log, agencies, tones, (account, day) -> EffectiveRules.none(), pageSize);
    }

    SqlInbox(DataSource source, TransactionTemplate transaction, RoutingLog log, Map<String, Agency> agencies,
             Collection<BrandTone> tones, BiFunction<DelinquentAccount, LocalDate, EffectiveRules> rules,
             int pageSize) {
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
        this.transaction = transaction;
        this.log = log;
        this.agencies = Map.copyOf(agencies);
        this.tones = List.copyOf(tones);
        this.rules = rules;
        this.pageSize = pageSize;
        this.rereads = new Rereads(source, log);
    }

    @Override
    public boolean knows(String agency, String sha256) {
        return jdbc.queryForObject("select count(*) from inbox where agency = ? and sha256 = ?", Long.class, agency,
                sha256) > 0;
    }

    @Override
    public Receipt take(AgencyFile file) {
        FileAnswer.About about = new FileAnswer.About(file.agency(), printable(file.name()), file.sha256(),
                file.document(), file.isSealed(), file.at());
        return once(about, () -> {
            List<Reject> faults = faults(file);
            return faults.isEmpty() ? effective(file, about) : refused(about, faults, faults);
        });
    }

    @Override
    public Receipt refuse(String agency, String name, String sha256, String document, Refusal refusal, Instant at) {
        FileAnswer.About about = new FileAnswer.About(agency, printable(name), sha256, document, true, at);
        return once(about, () -> refused(about, List.of(new Reject(0, "", refusal.code(), refusal.why())),
                List.of(new Reject(0, "", refusal.flaw(), refusal.detail()))));
    }

    /** Two nodes or two files can meet in the same rows: whoever loses starts again, and finds what the other did. */
    private Receipt once(FileAnswer.About about, java.util.function.Supplier<Receipt> take) {
        if (!agencies.containsKey(about.agency())) {
            throw new IllegalArgumentException("agency " + about.agency() + " is not configured");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return knows(about.agency(), about.sha256()) && !rereads.isAsked(about) ? repeated(about) : take.get();
            } catch (ConcurrencyFailureException | DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void cleared(String agency, String sha256) {
        jdbc.update("update inbox set cleared = true where agency = ? and sha256 = ?", agency, sha256);
    }

    /** A file that was not cleared away comes again because we crashed; one that was is the agency's to hear of. */
    private Receipt repeated(FileAnswer.About about) {
        return transaction.execute(status -> {
            Receipt receipt = Receipt.refused("GW-REM-001");
            if (jdbc.update("update inbox set cleared = false where agency = ? and sha256 = ? and cleared = true",
                    about.agency(), about.sha256()) > 0) {
                new FileAnswer(source, about).again(receipt);
            }
            log.append(List.of(entry("inbox.repeated", about, receipt)));
            return receipt;
        });
    }

    private List<Reject> faults(AgencyFile file) {
        try {
            List<Reject> faults = new ArrayList<>(file.faults());
            if (!Desks.take(file.document())) {
                faults.add(new Reject(0, "", "GW-REM-002", "a document of this kind is not taken from agencies"));
            }
            return faults;
        } catch (IOException e) {
            throw new UncheckedIOException("GW-REM-003: the file cannot be read again; give it again", e);
        }
    }

    /** @param told to the agency; @param flaws as they are, for our own log and quarantine */
    private Receipt refused(FileAnswer.About about, List<Reject> told, List<Reject> flaws) {
        return transaction.execute(status -> {
            FileAnswer answer = rereads.open(about);
            told.forEach(answer::fault);
            flaws.forEach(answer::quarantine);
            Receipt receipt = answer.refuse();
            rereads.link(about, answer);
            log.append(List.of(entry("inbox.refused", about, receipt, "flaw", flaws.get(0).code())));
            return receipt;
        });
    }

    private Receipt effective(AgencyFile file, FileAnswer.About about) {
        return transaction.execute(status -> {
            try (EntrySpool entries = new EntrySpool()) {
                FileAnswer answer = rereads.open(about);
                Effects effects = new Effects(source, file.at(), file.agency() + file.sha256(), entries::add);
                Taking taking = new Taking(file, agencies.get(file.agency()), effects, answer);
                Pager pager = new Pager(new Desks(source, tones, rules).of(taking), taking, pageSize);
                file.walk(pager);
                pager.finish();
                Receipt receipt = answer.close();
                rereads.link(about, answer);
                entries.add(entry("inbox.taken", about, receipt));
                entries.appendTo(log);
                return receipt;
            } catch (IOException e) {
                throw new UncheckedIOException("GW-REM-003: the file cannot be read to its end; give it again", e);
            }
        });
    }

    /** The agency's own name of the file stays out of the log: anything can stand in it. */
    private static RoutingEntry entry(String what, FileAnswer.About about, Receipt receipt, String... more) {
        List<String> facts = new ArrayList<>(List.of("agency", about.agency(), "document", about.document(),
                "outcome", receipt.outcome(), "code", receipt.code(), "records", String.valueOf(receipt.records()),
                "accepted", String.valueOf(receipt.accepted()), "rejected", String.valueOf(receipt.rejected()),
                "repeated", String.valueOf(receipt.repeated())));
        if (!about.isSealed()) {
            facts.addAll(List.of("sealed", "no"));
        }
        facts.addAll(List.of(more));
        return RoutingEntry.of(about.at(), what, about.sha256(), facts.toArray(String[]::new));
    }

    private static String printable(String name) {
        return name.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
