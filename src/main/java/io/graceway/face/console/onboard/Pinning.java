package io.graceway.face.console.onboard;

import io.graceway.face.console.onboard.Onboarding.Change;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A key that somebody pasted, and what the agency said of it by another way.
 *
 * @param told   the fingerprint as it was said
 * @param faults by field
 */
record Pinning(String key, String told, String from, String until, Map<String, String> faults) {

    private static final String PINS = "/seal/pins/";

    static Pinning none() {
        return new Pinning("", "", "", "", Map.of());
    }

    static Pinning of(HttpServletRequest request, Wizard wizard) {
        Pinning sent = new Pinning(StepView.sent(request, "key"), StepView.sent(request, "told"),
                StepView.sent(request, "from"), StepView.sent(request, "until"), new LinkedHashMap<>());
        String needed = wizard.frame().text(request, "onboard-needed");
        Map.of("key", sent.key, "told", sent.told, "from", sent.from, "until", sent.until).forEach((name, value) -> {
            if (value.isBlank()) {
                sent.faults.put(name, needed);
            }
        });
        if (!sent.key.isBlank()) {
            sent.compare(wizard);
        }
        return sent;
    }

    private void compare(Wizard wizard) {
        try {
            String print = wizard.desk().fingerprint(key);
            if (!told.isBlank() && !print.equals(said())) {
                faults.put("told", "GW-WEB-170: the key that was pasted has the fingerprint " + grouped(print)
                        + ", and that is not what you typed. Nothing was pinned: have the agency read its fingerprint "
                        + "to you, by telephone and not by the way the key came, and never copy it from here");
            }
        } catch (RuntimeException e) {
            faults.put("key", Wizard.coded(e));
        }
    }

    private String said() {
        return told.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT);
    }

    /** As people read it to each other. */
    static String grouped(String print) {
        return print.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Takes the place of what a new file begins with, or comes beside the others. */
    List<Change> changes(String agency, Map<String, String> values) {
        Map<String, Object> pin = new LinkedHashMap<>();
        pin.put("fingerprint", said());
        pin.put("from", from);
        pin.put("until", until);
        List<String> there = Fields.fingerprints(values);
        int same = there.indexOf(said());
        int open = there.indexOf("0".repeat(40));
        List<Change> changes = new ArrayList<>();
        if (same >= 0 || open >= 0) {
            pin.forEach((name, value) -> changes.add(new Change(PINS + (same >= 0 ? same : open) + "/" + name, value)));
        } else {
            changes.add(new Change(PINS + "-", pin));
        }
        changes.add(new Change("/seal/keys", "keys/" + agency + ".asc"));
        return changes;
    }
}
