package io.graceway.journey.eligibility;

import io.graceway.journey.account.DebtorType;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.delinquency.HouseContact;
import io.graceway.journey.delinquency.OpenItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The policy said once more, in one piece, day numbers and plain loops, to compare the stage with. */
final class PlainPolicy {

    private static final long NEVER = Long.MAX_VALUE;

    private final int window;
    private final int attempts;
    private final int channels;
    private final BigDecimal least;

    final Set<String> reasons = new TreeSet<>();
    private final List<Long> ends = new ArrayList<>();

    /** @param least in US dollars; nothing is asked of other currencies but to be above zero */
    PlainPolicy(int window, int attempts, int channels, String least) {
        this.window = window;
        this.attempts = attempts;
        this.channels = channels;
        this.least = new BigDecimal(least);
    }

    /** Epoch day to ask again, or -1 when only an event can end a hold. */
    long askAgain() {
        return ends.contains(NEVER) || ends.isEmpty() ? -1 : ends.stream().mapToLong(Long::longValue).max().getAsLong();
    }

    private void hold(String reason, long until) {
        reasons.add(reason);
        ends.add(until);
    }

    void judge(DelinquentAccount account, long day) {
        money(account, day);
        efforts(account, day);
        if (account.debtor().zone().isEmpty()) {
            hold("UNKNOWN_TIME_ZONE", NEVER);
        }
        if (account.debtor().address().place().country().isEmpty()) {
            hold("UNKNOWN_COUNTRY", NEVER);
        }
        for (HouseCase one : account.cases()) {
            open(account, one, day);
        }
        said(account, day);
    }

    private void money(DelinquentAccount account, long day) {
        BigDecimal sum = BigDecimal.ZERO;
        long first = NEVER;
        long next = NEVER;
        for (OpenItem item : account.items()) {
            long due = item.due().toEpochDay();
            int sign = item.open().amount().signum();
            if (sign < 0 || due < day) {
                sum = sum.add(item.open().amount());
            }
            if (sign > 0 && due < day) {
                first = Math.min(first, due);
            }
            if (sign > 0 && due >= day) {
                next = Math.min(next, due + 1);
            }
        }
        if (first == NEVER) {
            hold("NOT_DELINQUENT", next);
        } else if (day - first < Math.max(30, window)) {
            hold("IN_HOUSE_WINDOW", first + Math.max(30, window));
        }
        boolean dollars = account.key().currency().equals("USD");
        if (dollars ? sum.compareTo(least) < 0 : sum.signum() <= 0) {
            hold("BALANCE_TOO_SMALL", next);
        }
        if (account.itemization().isPresent()
                && account.itemization().get().current().amount().compareTo(sum) != 0) {
            hold("ITEMIZATION_DIFFERS", NEVER);
        }
    }

    private void efforts(DelinquentAccount account, long day) {
        Set<Long> days = new HashSet<>();
        Set<Object> ways = new HashSet<>();
        for (HouseContact contact : account.contacts()) {
            long on = contact.at().toLocalDate().toEpochDay();
            if (contact.outbound() && on <= day) {
                days.add(on);
                ways.add(contact.channel());
            }
        }
        if (days.size() < attempts) {
            hold("TOO_FEW_ATTEMPTS", NEVER);
        }
        if (ways.size() < channels) {
            hold("TOO_FEW_CHANNELS", NEVER);
        }
    }

    private void open(DelinquentAccount account, HouseCase one, long day) {
        long from = one.opened().toEpochDay();
        long closed = one.closed().map(date -> date.toEpochDay()).orElse(NEVER);
        String type = one.type().name();
        String country = account.debtor().address().place().country();
        boolean breathing = (country.equals("GB") || country.isEmpty())
                && account.debtor().type() != DebtorType.COMPANY;
        if (from <= day && day < closed) {
            boolean standard = type.equals("MORATORIUM") && breathing && day < from + 60;
            hold(named(type), standard ? from + 60 : NEVER);
        } else if (type.equals("MENTAL_HEALTH_MORATORIUM") && breathing && closed != NEVER && day < closed + 30
                && day >= closed) {
            hold("MORATORIUM", closed + 30);
        }
    }

    private static String named(String type) {
        if (type.endsWith("MORATORIUM")) {
            return "MORATORIUM";
        }
        return Set.of("DISPUTE", "SERVICE_ISSUE", "BILLING_ISSUE", "ARRANGEMENT", "HARDSHIP", "COMPLAINT")
                .contains(type)
                ? "OPEN_" + type : type;
    }

    private void said(DelinquentAccount account, long day) {
        for (HouseContact contact : account.contacts()) {
            String reason = contact.reason().map(Enum::name).orElse("");
            long learned = contact.at().toLocalDate().toEpochDay();
            Set<String> answers = switch (reason) {
                case "SERVICE_ISSUE" -> Set.of("SERVICE_ISSUE", "DISPUTE");
                case "BILLING_ISSUE" -> Set.of("BILLING_ISSUE", "DISPUTE");
                case "FINANCIAL_DIFFICULTY" -> Set.of("HARDSHIP", "ARRANGEMENT");
                default -> Set.of();
            };
            boolean unanswered = !answers.isEmpty() && learned <= day;
            for (HouseCase one : account.cases()) {
                boolean there = answers.contains(one.type().name()) && one.opened().toEpochDay() <= day;
                boolean late = one.closed().isPresent() && one.closed().get().toEpochDay() < learned;
                unanswered &= !there || late;
            }
            if (unanswered) {
                hold(reason.equals("FINANCIAL_DIFFICULTY") ? "OPEN_HARDSHIP" : "OPEN_" + reason, NEVER);
            }
        }
    }
}
