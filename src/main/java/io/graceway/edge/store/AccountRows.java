package io.graceway.edge.store;

import io.graceway.journey.account.AsOf;
import io.graceway.journey.account.Debtor;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Reject;
import io.graceway.journey.delinquency.RefusedAccount;
import io.graceway.journey.eligibility.AccountBook.Stage;
import io.graceway.journey.eligibility.Finding;
import io.graceway.journey.eligibility.Held;
import io.graceway.journey.eligibility.Verdict;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** Turns verdicts and refusals into the rows that are kept of them. */
final class AccountRows {

    private final Documents documents;

    AccountRows(Documents documents) {
        this.documents = documents;
    }

    AccountRow of(Verdict verdict) {
        String document = documents.write(verdict.account());
        Held held = verdict instanceof Held one ? one : null;
        String reasons = held == null ? "" : held.reasons().stream().map(Enum::name).collect(Collectors.joining(","));
        String findings = verdict.findings().stream().map(AccountRows::text).collect(Collectors.joining("; "));
        LocalDate askAgain = held == null ? null : held.askAgain().orElse(null);
        return new AccountRow(verdict.account().key(), verdict.account().brand().id(), held == null ? Stage.CLEARED
                : Stage.HELD, reasons, verdict.balance(), verdict.account().firstMissed(verdict.day()).orElse(null),
                askAgain, verdict.day(), findings, Debtor.foundBy(
                verdict.account().debtor().name()), Ids.hex(reasons + verdict.balance() + askAgain + document),
                document);
    }

    AccountRow of(RefusedAccount refused, AsOf asOf) {
        String reasons = refused.rejects().stream().map(Reject::code).distinct().collect(Collectors.joining(","));
        String findings = refused.rejects().stream().map(Reject::toString).collect(Collectors.joining("; "));
        return new AccountRow(refused.key(), "", Stage.REFUSED, reasons, refused.balance(asOf), null, null,
                asOf.day(ZoneOffset.UTC), findings, List.of(), Ids.hex(reasons + refused.balance(asOf)), "");
    }

    private static String text(Finding finding) {
        return finding.rule() + " " + finding.layer() + " " + finding.result() + " (" + finding.required() + ": "
                + finding.observed() + ")";
    }
}
