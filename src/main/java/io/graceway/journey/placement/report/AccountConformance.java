package io.graceway.journey.placement.report;

import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.HouseCase;
import io.graceway.journey.eligibility.Parameter;
import io.graceway.journey.eligibility.Rule;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.report.AccountSide.Past;
import io.graceway.journey.placement.report.ToneFinding.Result;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks what an agency reports against what is known of the account, over all its agencies. */
final class AccountConformance {

    private final AgencyActivity event;
    private final AccountSide account;
    private final Optional<BrandTone.Limits> limits;
    private final LocalDate day;

    AccountConformance(AgencyActivity event, ToneConformance.Setting setting) {
        this.event = event;
        this.account = setting.account();
        this.limits = setting.tone().map(BrandTone::limits);
        this.day = event.at().atZone(setting.zone()).toLocalDate();
    }

    List<ToneFinding> check() {
        return List.of(afterTalk(), holding("C-CEASE", HouseCase.Type.CEASE_CONTACT),
                holding("C-BK", HouseCase.Type.BANKRUPTCY), paid(), amount(), limitation(), validation(), template(),
                fee(), offers(), forwarded());
    }

    private static ToneFinding finding(String check, Result result, String asked, String observed) {
        return new ToneFinding(check, result, 2, asked, observed);
    }

    /** A customer may write and call whenever they like: then there is nothing to check. */
    private Optional<ToneFinding> notOurs(String check, String asked) {
        if (event.outbound().isEmpty()) {
            return Optional.of(finding(check, Result.UNCHECKABLE, asked, "direction missing"));
        }
        return event.outbound().get() ? Optional.empty() : Optional.of(finding(check, Result.PASS, asked, "inbound"));
    }

    /** The day of a talk is the first of the days on which nobody calls again. */
    private ToneFinding afterTalk() {
        Optional<Rule> rule = account.rules().rule(Parameter.DAYS_AFTER_CONVERSATION);
        String asked = rule.map(one -> one.id() + ": " + one.value().toPlainString() + " days after a conversation")
                .orElse("no rule");
        if (rule.isEmpty()) {
            return finding("C-AFTERCONV", Result.PASS, asked, "nothing asked");
        }
        Optional<ToneFinding> other = notOurs("C-AFTERCONV", asked);
        if (other.isPresent() || event.channel().isEmpty()) {
            return other.orElseGet(() -> finding("C-AFTERCONV", Result.UNCHECKABLE, asked, "channel missing"));
        }
        int days = rule.get().value().intValueExact();
        boolean call = event.channel().get() == Channel.PHONE;
        // A talk that is told late makes calls wrong that came after it and are known already.
        Optional<Past> wrong = account.past().stream().filter(one -> call && one.call()
                && (one.talk() && one.at().isBefore(event.at()) && day.isBefore(one.day().plusDays(days))
                || event.outcome().isTalk() && one.at().isAfter(event.at())
                && one.day().isBefore(day.plusDays(days)))).findFirst();
        return finding("C-AFTERCONV", wrong.isPresent() ? Result.BREACH : Result.PASS, asked,
                wrong.map(one -> "calls on " + day + " and " + one.day()).orElse("none too early"));
    }

    private ToneFinding holding(String check, HouseCase.Type type) {
        String asked = "no contact after " + type;
        return notOurs(check, asked).orElseGet(() -> account.cases().stream().filter(one -> one.type() == type
                && one.opened().isBefore(day) && one.isOpenOn(day)).findFirst()
                .map(one -> finding(check, Result.BREACH, asked, "since " + one.opened()))
                .orElseGet(() -> finding(check, Result.PASS, asked, "none")));
    }

    private ToneFinding paid() {
        String asked = "no demand after the last payment";
        return notOurs("C-PAID", asked).orElseGet(() -> {
            if (account.left().isEmpty()) {
                return finding("C-PAID", Result.UNCHECKABLE, asked, "balance not known");
            }
            boolean late = account.left().get().isZero() && account.paidOn().filter(day::isAfter).isPresent();
            return finding("C-PAID", late ? Result.BREACH : Result.PASS, asked, late ? "paid on "
                    + account.paidOn().get() : account.left().get() + " left");
        });
    }

    /** What was left on a day is known for certain only when nothing was paid on it or since. */
    private ToneFinding amount() {
        String asked = "the balance of the day";
        if (event.asserted().isEmpty()) {
            boolean silent = event.outbound().filter(ours -> !ours).isPresent() || !event.outcome().says();
            return finding("C-AMOUNT", silent ? Result.PASS : Result.UNCHECKABLE, asked, silent ? "nothing asserted"
                    : "asserted missing");
        }
        if (account.left().isEmpty() || account.paidOn().filter(paid -> !paid.isBefore(day)).isPresent()) {
            return finding("C-AMOUNT", Result.UNCHECKABLE, asked, "paid on that day or since");
        }
        boolean equal = event.asserted().equals(account.left());
        return finding("C-AMOUNT", equal ? Result.PASS : Result.BREACH, asked, event.asserted().get() + " asserted, "
                + account.left().get() + " left");
    }

    /** Nobody tells us the day on which a debt is barred, so a legal step can never pass. */
    private ToneFinding limitation() {
        boolean none = event.legalStep().filter("NONE"::equals).isPresent();
        return finding("C-SOL", none ? Result.PASS : Result.UNCHECKABLE, "no threat of suit on a barred debt",
                none ? "no legal step" : "day of limitation not known");
    }

    private ToneFinding validation() {
        Optional<Rule> rule = account.rules().rule(Parameter.VALIDATION_DAYS);
        String asked = rule.map(one -> one.id() + ": validation within " + one.value().toPlainString() + " days")
                .orElse("no rule");
        if (rule.isEmpty()) {
            return finding("C-VALID", Result.PASS, asked, "nothing asked");
        }
        return notOurs("C-VALID", asked).orElseGet(() -> {
            LocalDate first = account.first().filter(day::isAfter).orElse(day);
            LocalDate latest = first.plusDays(rule.get().value().intValueExact());
            boolean sent = event.outcome() == AgencyActivity.Outcome.VALIDATION_SENT
                    || account.validated().filter(one -> !one.isAfter(latest)).isPresent();
            // An agency that never tells of any may have sent it all the same.
            Result missing = account.validated().isPresent() ? Result.BREACH : Result.UNCHECKABLE;
            return finding("C-VALID", day.isAfter(latest) && !sent ? missing : Result.PASS, asked,
                    "first contact " + first + (sent ? ", sent" : ", not told of in time"));
        });
    }

    private ToneFinding template() {
        Set<String> approved = limits.map(BrandTone.Limits::templates).orElse(Set.of());
        String asked = approved.size() + " approved templates";
        boolean written = event.channel().map(one -> one != Channel.PHONE && one != Channel.VISIT).orElse(true);
        if (approved.isEmpty() || !written) {
            return finding("C-TPL", Result.PASS, asked, "nothing asked");
        }
        return notOurs("C-TPL", asked).orElseGet(() -> event.template()
                .map(one -> finding("C-TPL", approved.contains(one) ? Result.PASS : Result.BREACH, asked,
                approved.contains(one) ? "approved" : "another template"))
                .orElseGet(() -> finding("C-TPL", Result.UNCHECKABLE, asked, "template missing")));
    }

    private ToneFinding fee() {
        Set<String> authorised = limits.map(BrandTone.Limits::feeCodes).orElse(Set.of());
        boolean fine = event.feeCode().map(authorised::contains).orElse(true);
        return finding("C-FEE", fine ? Result.PASS : Result.BREACH, authorised.size() + " authorised fees",
                event.feeCode().map(any -> fine ? "authorised" : "another fee").orElse("no fee"));
    }

    private ToneFinding offers() {
        Set<String> must = limits.map(BrandTone.Limits::mustOffer).orElse(Set.of());
        String asked = "offered before a legal step: " + must.stream().sorted().toList();
        boolean step = event.legalStep().filter(one -> !one.equals("NONE")).isPresent();
        if (must.isEmpty() || !step) {
            return finding("C-OFFER", Result.PASS, asked, step ? "nothing asked" : "no legal step");
        }
        return event.offers().map(given -> {
            boolean all = Stream.of(given.split(" ")).toList().containsAll(must);
            return finding("C-OFFER", all ? Result.PASS : Result.BREACH, asked, all ? "all" : "not all");
        }).orElseGet(() -> finding("C-OFFER", Result.UNCHECKABLE, asked, "offers missing"));
    }

    /** What the customer said has to reach the house in time. */
    private ToneFinding forwarded() {
        if (limits.isEmpty() || limits.get().forwardHours().isEmpty() || event.outcome().opens().isEmpty()) {
            return finding("C-SLA", Result.PASS, "forwarded in time", "nothing to forward");
        }
        int hours = limits.get().forwardHours().getAsInt();
        boolean late = account.heardAt().isAfter(event.at().plus(Duration.ofHours(hours)));
        return finding("C-SLA", late ? Result.BREACH : Result.PASS, "forwarded within " + hours + " hours",
                late ? "later" : "in time");
    }
}
