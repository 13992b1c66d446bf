package io.graceway.edge.source.rest;

import io.graceway.edge.source.call.CallPoster;
import io.graceway.edge.source.call.Trouble;
import io.graceway.edge.source.call.Troubled;
import io.graceway.edge.source.rest.Template.Values;
import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one posting: asks whether it is there, makes what is missing of it, and reads it back. A call whose end is
 * unknown is not made again before the service was asked.
 */
final class RestPoster implements CallPoster.One {

    private final RestTerms terms;
    private final Web web;

    /** Ends the posting with an outcome. */
    private static final class Ended extends RuntimeException {

        private final transient Outcome outcome;

        Ended(Posting posting, Result result, String evidence) {
            super(evidence, null, false, false);
            this.outcome = new Outcome(posting.key(), result, evidence);
        }
    }

    RestPoster(RestTerms terms, Web web) {
        this.terms = terms;
        this.web = web;
    }

    @Override
    public Outcome post(Posting posting) {
        try {
            return made(posting, terms.postings().get(posting.kind()));
        } catch (Ended e) {
            return e.outcome;
        } catch (IllegalArgumentException e) {
            return new Outcome(posting.key(), Result.REFUSED, "GW-SRC-087: " + e.getMessage()
                    + "; the file names it wrongly, or the service does not give it");
        }
    }

    private Outcome made(Posting posting, Writing writing) {
        Map<String, String> known = given(posting, writing);
        for (Call one : writing.find()) {
            known.putAll(found(posting, one, known::get));
        }
        Posted posted = Posted.ask(web, terms, writing, known, posting.account().currency());
        if (!posting.kind().movesMoney()) {
            return plain(posting, writing, known, posted);
        }
        Money rest = posting.amount().get().minus(posted.sum());
        if (rest.isNegative() || writing.over() == null && posted.isThere() && !rest.isZero()) {
            throw new Ended(posting, Result.REFUSED, "GW-SRC-052: under this key stand " + posted.sum() + " and not "
                    + posting.amount().get() + "; a person has to look");
        }
        if (rest.isZero()) {
            return new Outcome(posting.key(), Result.ALREADY, "found under its key: " + posted.sum());
        }
        return money(posting, writing, known, posted, rest);
    }

    private Outcome plain(Posting posting, Writing writing, Map<String, String> known, Posted before) {
        if (before.isThere()) {
            return new Outcome(posting.key(), Result.ALREADY, "found under its key");
        }
        try {
            Map<String, String> all = new HashMap<>(known);
            each(writing.first(), all);
            calls(writing, List.of(all));
        } catch (Troubled e) {
            if (!e.trouble().isUnknown() || !before.asked(web, terms, writing, known, e).isThere()) {
                throw e;
            }
        }
        if (writing.posted() == null) {
            return new Outcome(posting.key(), Result.POSTED, "the service says so");
        }
        before.back(web, terms, writing, known, Posted::isThere);
        return new Outcome(posting.key(), Result.POSTED, "read back");
    }

    /** Part by part, or all in one go, each up to what its place can take. */
    private Outcome money(Posting posting, Writing writing, Map<String, String> known, Posted before, Money wanted) {
        List<Parts.Part> parts = Parts.of(web, terms, writing, known, before, wanted);
        if (writing.whole() && parts.stream().anyMatch(one -> !one.isWhole())) {
            throw new Ended(posting, Result.REFUSED, "GW-SRC-110: " + wanted + " is less than what stands there, which"
                    + " can only be taken as a whole; a person has to post it");
        }
        Map<String, String> all = new HashMap<>(known);
        if (!parts.isEmpty()) {
            each(writing.first(), all);
        }
        Money rest = wanted;
        Posted posted = before;
        for (List<Parts.Part> go : writing.goes(parts)) {
            Money amount = Parts.sum(go, wanted.currency());
            posted = go(posting, writing, known, Parts.values(all, go), posted, amount);
            rest = rest.minus(amount);
        }
        if (rest.isPositive()) {
            throw new Ended(posting, Result.REFUSED, "GW-SRC-089: " + posted.sum() + " of " + posting.amount().get()
                    + " are posted; for the other " + rest + " nothing is open, and a person has to place them");
        }
        return new Outcome(posting.key(), Result.POSTED, "read back: " + posted.sum());
    }

    private Posted go(Posting posting, Writing writing, Map<String, String> known, List<Map<String, String>> values,
                      Posted before, Money amount) {
        Money after = before.sum().plus(amount);
        try {
            calls(writing, values);
        } catch (Troubled e) {
            if (e.trouble().isUnknown()) {
                Posted asked = before.asked(web, terms, writing, known, e);
                if (asked.sum().equals(after)) {
                    return asked;
                }
            }
            if (e.trouble().what() == Trouble.What.REFUSED && before.isThere()) {
                throw new Ended(posting, Result.REFUSED, e.trouble().text() + " (" + before.sum()
                        + " of it are posted)");
            }
            throw e;
        }
        return before.back(web, terms, writing, known, one -> one.sum().equals(after));
    }

    /** @param values of each part */
    private void calls(Writing writing, List<Map<String, String>> values) {
        if (writing.batch() == null) {
            values.forEach(one -> each(writing.make(), new HashMap<>(one)));
        } else {
            writing.batch().make(web, terms, writing.make(), values);
        }
    }

    /** One after the other; what an answer gives, those that follow know. */
    private void each(List<Call> calls, Map<String, String> all) {
        for (Call one : calls) {
            Answer answer = web.write(one, all::get);
            List<Map<String, String>> rows = RowsIn.of(answer.tree(), one.at());
            all.putAll(RowsIn.kept(rows == null || rows.isEmpty() ? Map.of() : rows.get(0), one));
        }
    }

    private Map<String, String> found(Posting posting, Call call, Values known) {
        List<Map<String, String>> meant = new ArrayList<>();
        Walk.all(web, terms, null, call, known, meant::add);
        if (meant.size() != 1) {
            throw new Ended(posting, Result.REFUSED, "GW-SRC-086: '" + call.call() + "' finds " + meant.size()
                    + " rows where it has to find one; the service does not know the account, or knows it twice");
        }
        return RowsIn.kept(meant.get(0), call);
    }

    private static Map<String, String> given(Posting posting, Writing writing) {
        Map<String, String> given = new HashMap<>();
        given.put("key", posting.key());
        given.put("account", posting.account().number().value());
        given.put("amount", posting.amount().map(one -> one.amount().toPlainString()).orElse(""));
        given.put("currency", posting.account().currency());
        given.put("on", posting.on().toString());
        String code = writing.codes() == null ? posting.code() : writing.codes().get(posting.code());
        if (code == null) {
            throw new Ended(posting, Result.REFUSED, "GW-SRC-090: the file has no code for " + posting.code() + " of "
                    + posting.kind());
        }
        given.put("code", code);
        given.put("reference", posting.reference());
        given.put("text", posting.text());
        return given;
    }
}
