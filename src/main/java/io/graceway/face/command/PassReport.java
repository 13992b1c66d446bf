package io.graceway.face.command;

import io.graceway.journey.account.Money;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.RefusedAccount;
import io.graceway.journey.eligibility.AccountBook.Standing;
import io.graceway.journey.eligibility.AccountBook.StandingPage;
import io.graceway.journey.eligibility.Finding;
import io.graceway.journey.eligibility.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Hears of every verdict of a pass and of everything that failed in it, and tells whoever asked. */
public final class PassReport {

    /** One account's verdict as the command line tells it. */
    public record Line(String source, String account, String verdict, List<String> reasons, List<String> conduct,
            Money balance,
                       String day, String firstMissed, String askAgain, String stage) {
    }

    /** How a pass ended. */
    public static final class Sums {

        private long cleared;
        private long held;
        private long rejected;
        private final Map<String, Money> clearedBalance = new TreeMap<>();
        private final List<String> failures = new ArrayList<>();

        public long cleared() {
            return cleared;
        }

        public long held() {
            return held;
        }

        public long rejected() {
            return rejected;
        }

        /** By currency. */
        public Map<String, Money> clearedBalance() {
            return clearedBalance;
        }

        /** Coded reasons of sources and rounds that could not be done, each once. */
        public List<String> failures() {
            return failures;
        }

        public long accounts() {
            return cleared + held + rejected;
        }
    }

    private final AtomicReference<Consumer<Line>> listener = new AtomicReference<>(line -> { });
    private Sums sums = new Sums();

    /** From now on every verdict goes there, and the sums begin anew. */
    public synchronized void listen(Consumer<Line> to) {
        listener.set(to);
        sums = new Sums();
    }

    public synchronized Sums sums() {
        return sums;
    }

    /** Told of a page after it was written down; gives it back untouched. */
    public synchronized StandingPage tell(StandingPage page) {
        page.standings().forEach(one -> tell(line(page.source(), one)));
        page.refused().forEach(one -> tell(line(page, one)));
        return page;
    }

    /** Told that something of the pass could not be done. */
    public synchronized void failed(String code, String why) {
        String one = code + ": " + why;
        if (!sums.failures.contains(one)) {
            sums.failures.add(one);
        }
    }

    private void tell(Line line) {
        switch (line.verdict) {
            case "cleared" -> {
                sums.cleared++;
                sums.clearedBalance.merge(line.balance.currency(), line.balance, Money::plus);
            }
            case "held" -> sums.held++;
            default -> sums.rejected++;
        }
        listener.get().accept(line);
    }

    private static Line line(String source, Standing one) {
        List<String> reasons = one.verdict() instanceof Held held ? held.reasons().stream().map(Enum::name).toList()
                : List.of();
        String askAgain = one.verdict() instanceof Held held ? held.askAgain().map(Object::toString).orElse("") : "";
        List<String> conduct = one.verdict().findings().stream()
                .filter(finding -> finding.result() == Finding.Result.CONDUCT)
                .map(Finding::rule).toList();
        return new Line(source, one.verdict().account().key().number().value(), reasons.isEmpty() ? "cleared" : "held",
                reasons, conduct, one.verdict().balance(), one.verdict().day().toString(),
                one.verdict().account().firstMissed(one.verdict().day()).map(Object::toString).orElse(""), askAgain,
                one.stage().name());
    }

    private static Line line(StandingPage page, RefusedAccount one) {
        return new Line(page.source(), one.key().number().value(), "rejected",
                one.rejects().stream().map(Reject::code).distinct().toList(), List.of(),
                one.balance(page.pass().asOf()), "", "", "", "REFUSED");
    }
}
