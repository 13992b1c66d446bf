package io.graceway.face.console.account;

import io.graceway.face.console.Frame;
import io.graceway.journey.account.Money;
import io.graceway.journey.eligibility.Finding;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a rule asks and what it found, in the reader's words; the log keeps both as they were first said. */
final class Ruling {

    private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern MONEY = Pattern.compile("(-?\\d+(?:\\.\\d+)?) ([A-Z]{3})");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]+");
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    /** Every form in which something is found; what has none of them is a code that every language shares. */
    enum Form {
        KNOWN("known"), EMPTY("empty"), NOTHING_DUE("nothing past due"), NO_ZONE("time zone unknown"),
        FIRST_MISSED("first missed (" + DAY + ")"), LATE("day (-?\\d+) since (" + DAY + ")"),
        OPEN_CASE("([A-Z_]+) since (" + DAY + ")"), REASON("([A-Z_]+) learned on (" + DAY + ")"),
        TREATED("treatment ended (" + DAY + ")"), TWO_SUMS("(" + MONEY + ") and (" + MONEY + ")"),
        ON_DAYS("attempts on (\\d+) days"), CHANNELS("(\\d+) channels"),
        IN_A_DAY("(\\d+) attempts on (" + DAY + ")"), WITHIN("(\\d+) from (" + DAY + ") to (" + DAY + ")"),
        AT("([A-Z]+) at (" + DAY + "T.+)");

        private final Pattern said;

        Form(String said) {
            this.said = Pattern.compile(said);
        }
    }

    private final Frame frame;
    private final HttpServletRequest request;
    private final String currency;

    /** @param currency of the account, in which a rule's amount is */
    Ruling(Frame frame, HttpServletRequest request, String currency) {
        this.frame = frame;
        this.request = request;
        this.currency = currency;
    }

    /** A rule of ours by its name, any other by what it sets a value for. */
    String asks(Finding finding) {
        Matcher number = NUMBER.matcher(finding.required());
        String value = number.find() ? number.group() : "";
        boolean ours = finding.layer().equals("GATEWAY");
        String what = ours ? finding.rule().split("@")[0] : finding.required().split(" ")[0];
        if (!ours && what.equals("BALANCE_FROM")) {
            value = money(Money.of(value, currency));
        } else if (!ours && what.endsWith("_HOUR")) {
            Duration since = Duration.ofSeconds(new BigDecimal(value).multiply(HOUR).longValueExact());
            value = "%02d:%02d".formatted(since.toHours(), since.toMinutesPart());
        }
        return frame.name(request, "asks", what).replace("{0}", value);
    }

    String found(Finding finding) {
        String observed = finding.observed();
        for (Form form : Form.values()) {
            Matcher found = form.said.matcher(observed);
            if (found.matches()) {
                return form == Form.TWO_SUMS ? in(form, found.group(1), found.group(4))
                        : in(form, parts(found, form == Form.REASON ? "unpaid" : "word"));
            }
        }
        return sum(observed);
    }

    private String[] parts(Matcher found, String group) {
        String[] parts = new String[found.groupCount()];
        for (int i = 0; i < parts.length; i++) {
            String part = found.group(i + 1);
            parts[i] = CODE.matcher(part).matches() ? frame.name(request, group, part) : part.replace('T', ' ');
        }
        return parts;
    }

    private String in(Form form, String... parts) {
        String said = frame.text(request, "found." + form.name());
        for (int i = 0; i < parts.length; i++) {
            said = said.replace("{" + i + "}", sum(parts[i]));
        }
        return said;
    }

    private String sum(String text) {
        Matcher sum = MONEY.matcher(text);
        return sum.matches() ? money(Money.of(sum.group(1), sum.group(2))) : text;
    }

    private String money(Money money) {
        return frame.spell(request, money) + " " + money.currency();
    }
}
