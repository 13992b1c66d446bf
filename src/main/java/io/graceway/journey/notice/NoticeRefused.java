package io.graceway.journey.notice;

import java.util.List;

/** A notice whose text must not be sent; the account stays in house until the template is mended. */
public class NoticeRefused extends Exception {

    private final List<String> findings;

    /** @param findings each with its code: what is wrong and where in the template; no personal data */
    public NoticeRefused(List<String> findings) {
        super("GW-NOT-001: the notice's text must not be sent: " + String.join("; ", findings));
        this.findings = List.copyOf(findings);
    }

    public List<String> findings() {
        return findings;
    }
}
