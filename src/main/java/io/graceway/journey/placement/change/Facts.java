package io.graceway.journey.placement.change;

import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.Ids;
import io.graceway.journey.delinquency.DelinquentAccount;
import io.graceway.journey.delinquency.HouseCase;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an agency knows from the house about a customer: each subject and a digest of what was said of it, so that
 * nothing personal is kept twice.
 */
public record Facts(Map<String, String> digests) {

    static final String ADDRESS = "ADDRESS";
    static final String PHONE = "PHONE";
    static final String EMAIL = "EMAIL";

    private static final String OPEN = "OPEN";

    public Facts {
        digests = new TreeMap<>(digests);
    }

    /** @param emailKept the customer keeps the e-mail address from the agency */
    static Facts of(DelinquentAccount account, boolean emailKept) {
        Debtor debtor = account.debtor();
        Debtor.Address at = debtor.address();
        Map<String, String> digests = new TreeMap<>();
        digests.put(ADDRESS, Ids.of("", at.street(), at.city(), at.postalCode(), at.place()));
        digests.put(PHONE, Ids.of("", debtor.phone()));
        if (!emailKept) {
            digests.put(EMAIL, Ids.of("", debtor.email()));
        }
        account.cases().forEach(one -> digests.put(subject(one), one.closed().map(LocalDate::toString)
                .orElseGet(() -> OPEN + one.plan().map(plan -> Ids.of("", plan)).orElse(""))));
        return new Facts(digests);
    }

    static String subject(HouseCase one) {
        return Ids.of("CASE", one.id());
    }

    /** Whether something else, or nothing at all, was said of it before. */
    boolean differs(String subject, Facts before) {
        return digests.containsKey(subject) && !digests.get(subject).equals(before.digests.get(subject));
    }

    /** Whether it was said to be open. */
    boolean isOpen(String subject) {
        return digests.getOrDefault(subject, "").startsWith(OPEN);
    }

    /** As it is kept; read back by {@link #read}. */
    public String text() {
        return digests.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    public static Facts read(String text) {
        Map<String, String> digests = new TreeMap<>();
        for (String one : text.split(" ")) {
            digests.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        return new Facts(digests);
    }
}
