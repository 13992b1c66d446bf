package io.graceway.journey.writeback.hook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What partners can be told of, each by the entry that the routing log has of it: what is not logged did not happen,
 * and what is logged stands in the transaction of what it tells. An event names ids, never a customer.
 */
public enum EventKind {

    PARCEL_WAITING("parcel.waiting", "delivery.manifest-sent", "agency", "delivery", "document"),
    PARCEL_DELIVERED("parcel.delivered", "delivery.picked-up", "agency", "delivery", "document"),
    TONE_CHANGED("tone.changed", "delivery.manifest-sent", "agency", "delivery") {
        @Override
        boolean applies(Map<String, String> facts) {
            return "tone".equals(facts.get("document"));
        }
    },
    RECALL_BEGUN("recall.begun", "recall.begun", "agency", "", "placement"),
    RECALL_EXTENDED("recall.extended", "recall.extended", "agency", "", "placement"),
    RECALL_PARTIAL("recall.partial", "recall.partial", "agency", "", "placement"),
    RECALL_ENDED("recall.ended", "recall.ended", "agency", "", "placement"),
    FILE_ANSWERED("file.answered", "inbox.taken", "agency", "sha256", "document", "outcome"),
    FILE_REJECTED("file.rejected", "inbox.refused", "agency", "sha256", "document", "code"),
    PAYMENT_DIRECT("payment.direct", "remittance.direct", "agency", "", "placement", "payment"),
    PAYMENT_REVERSED("payment.direct_reversed", "remittance.direct-reversed", "agency", "", "placement", "payment"),
    PAYMENT_ADJUSTED("payment.adjusted", "remittance.adjusted", "agency", "", "placement", "payment"),
    PLACEMENT_CHANGED("placement.changed", "placement.changed", "agency", "", "placement", "document"),
    ERASURE_ORDERED("erasure.ordered", "placement.erasure-ordered", "agency", "", "placement"),
    ACCOUNT_PLACED("account.placed", "placement.decided", "source", "account", "placement"),
    ACCOUNT_CLOSED("account.closed", "placement.closed", "source", "account", "placement", "code"),
    ACCOUNT_RECALLED("account.recalled", "recall.ended", "source", "account", "placement", "reason"),
    ACCOUNT_WITHDRAWN("account.withdrawn", "recall.withdrawn", "source", "account", "placement", "reason"),
    POSTING_WORKLIST("posting.worklist", "writeback.delegated", "source", "account", "posting", "kind"),
    POSTING_POSTED("posting.posted", "writeback.posted", "source", "account", "posting", "kind");

    private static final Map<String, List<EventKind>> BY_ENTRY = Arrays.stream(values())
            .collect(Collectors.groupingBy(one -> one.entry));

    private final String type;
    private final String entry;
    private final String to;
    private final String subject;
    private final List<String> facts;

    /**
     * @param to      whose event it is: the agency that the entry names, or the source of its account
     * @param subject what the entry's subject is called in the event; empty where it is left out
     * @param facts   what of the entry the event has
     */
    EventKind(String type, String entry, String to, String subject, String... facts) {
        this.type = type;
        this.entry = entry;
        this.to = to;
        this.subject = subject;
        this.facts = List.of(facts);
    }

    /** As receivers read it. */
    public String type() {
        return type;
    }

    /** Every type that such a partner can be told, in the order in which they are declared. */
    public static Set<String> types(String to) {
        return Arrays.stream(values()).filter(one -> one.to.equals(to)).map(EventKind::type)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** What an entry of the log is to partners. */
    public static List<EventKind> of(String entry) {
        return BY_ENTRY.getOrDefault(entry, List.of());
    }

    /** Whether it is one, by what is known. */
    boolean applies(Map<String, String> all) {
        return true;
    }

    /** Who is told: {@code agency/<id>} or {@code source/<id>}; empty for nobody. */
    public Optional<String> recipient(String about, Map<String, String> all) {
        String id = to.equals("agency") ? all.getOrDefault("agency", "") : about.substring(0,
                Math.max(0, about.indexOf('/')));
        return id.isEmpty() || !applies(all) ? Optional.empty() : Optional.of(to + "/" + id);
    }

    /** The ids that the event has. */
    public Map<String, String> item(String about, Map<String, String> all) {
        Map<String, String> item = new TreeMap<>();
        facts.forEach(one -> item.put(one, all.getOrDefault(one, "")));
        if (!subject.isEmpty()) {
            item.put(subject, about);
        }
        return item;
    }
}
