package io.graceway.simulator.season;

import io.graceway.simulator.season.PlayedAccount.Case;
import io.graceway.simulator.season.PlayedAccount.Contact;
import io.graceway.simulator.season.PlayedAccount.Region;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The made-up accounts of a season; the same seed gives the same ones. */
final class Portfolio {

    private static final List<Region> AMERICA = List.of(
            new Region("US", "WA", "Seattle", "98101", "America/Los_Angeles", "en"),
            new Region("US", "TX", "Austin", "73301", "America/Chicago", "en"),
            new Region("US", "NY", "Albany", "12207", "America/New_York", "en"),
            new Region("US", "MA", "Boston", "02108", "America/New_York", "en"),
            new Region("US", "CA", "Fresno", "93701", "America/Los_Angeles", "es"));
    private static final List<Region> EUROPE = List.of(
            new Region("NL", "UT", "Utrecht", "3511", "Europe/Amsterdam", "nl"),
            new Region("DE", "BE", "Berlin", "10115", "Europe/Berlin", "de"),
            new Region("FR", "ARA", "Lyon", "69001", "Europe/Paris", "fr"));

    private Portfolio() {
    }

    /** @param first the first day of the season */
    static List<PlayedAccount> america(long seed, int count, LocalDate first) {
        return make(new Random(seed), count, first, "US", "USD", AMERICA);
    }

    /** @param first the first day of the season */
    static List<PlayedAccount> europe(long seed, int count, LocalDate first) {
        return make(new Random(seed), count, first, "EU", "EUR", EUROPE);
    }

    private static List<PlayedAccount> make(Random random, int count, LocalDate first, String prefix, String currency,
                                            List<Region> regions) {
        List<PlayedAccount> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String type = i % 5 == 4 ? "COMPANY" : i % 11 == 3 ? "" : i % 7 == 2 ? "SOLE_TRADER" : "CONSUMER";
            PlayedAccount account = new PlayedAccount(i, "00" + prefix + String.format("%05d", 10_000 + i * 37), type, currency,
                    regions.get(i % regions.size()), i % 6 != 5);
            LocalDate due = first.minusDays(40).plusDays(random.nextInt(70));
            item(account, random, due, 1);
            if (prefix.equals("US") && i % 3 == 0) {
                item(account, random, due.plusDays(14), 2);
            }
            contacts(account, random, due);
            cases(account, due);
            accounts.add(account);
        }
        return accounts;
    }

    private static void item(PlayedAccount account, Random random, LocalDate due, int which) {
        String id = "INV-" + account.number + "-" + which + (which == 2 ? ".0" : "");
        boolean small = account.serial % 29 == 7;
        account.open.put(id, BigDecimal.valueOf(small ? 1_250 : 4_000 + random.nextInt(90_000), 2));
        account.due.put(id, due);
    }

    private static void contacts(PlayedAccount account, Random random, LocalDate due) {
        String[] channels = {"EMAIL", "PHONE", "LETTER"};
        int attempts = account.serial % 13 == 6 ? 2 : 3;
        for (int i = 0; i < attempts; i++) {
            LocalDateTime at = due.plusDays(4 + 7L * i + random.nextInt(3)).atTime(10 + random.nextInt(7), 15);
            boolean talked = channels[i].equals("PHONE") && random.nextInt(3) == 0;
            account.contacts.add(new Contact(at, channels[i], talked ? "CONVERSATION" : "DELIVERED",
                    talked ? account.serial % 2 == 0 ? "UNREACHED" : "REFUSED" : ""));
            if (account.serial % 17 == 5 && i == 1) {
                account.contacts.add(new Contact(at.plusHours(2), "PHONE", "NO_ANSWER", ""));
            }
        }
    }

    private static void cases(PlayedAccount account, LocalDate due) {
        if (account.serial % 19 == 8) {
            account.cases.add(new Case("CASE-" + account.number, "DISPUTE", due.plusDays(20), due.plusDays(52)));
        }
        if (account.serial % 23 == 9) {
            account.cases.add(new Case("CASE-" + account.number, "ARRANGEMENT", due.plusDays(10), null));
        }
    }
}
