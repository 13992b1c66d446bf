package io.graceway.face.console.list;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An amount that people look for, as they spell it: {@code 240.00}, {@code 1.240,00 EUR}, {@code JPY 5,000}.
 *
 * @param currency empty where any will do
 */
public record Wanted(BigDecimal amount, String currency) {

    private static final Pattern SPELLED = Pattern.compile("(?:([A-Z]{3})\\s?)?(-?[0-9][0-9.,'’\\h]{0,30})"
            + "(?:\\s?([A-Z]{3}))?");
    private static final Pattern DECIMALS = Pattern.compile("(.*)[.,]([0-9]{1,2})");
    private static final Pattern GROUPED = Pattern.compile("-?(0|[1-9][0-9]*)|-?[1-9][0-9]{0,2}([.,'’\\h][0-9]{3})+");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode).collect(Collectors.toSet());

    /** Empty for what is no amount, such as a number with a leading zero; three digits at the end are thousands. */
    public static Optional<Wanted> of(String spelled) {
        Matcher parts = SPELLED.matcher(spelled.strip());
        if (!parts.matches() || parts.group(1) != null && parts.group(3) != null) {
            return Optional.empty();
        }
        String currency = parts.group(1) != null ? parts.group(1) : parts.group(3) != null ? parts.group(3) : "";
        String number = parts.group(2).strip();
        Matcher decimals = DECIMALS.matcher(number);
        boolean has = decimals.matches();
        String whole = has ? decimals.group(1) : number;
        boolean known = currency.isEmpty() || CURRENCIES.contains(currency);
        return known && GROUPED.matcher(whole).matches() ? Optional.of(new Wanted(new BigDecimal(whole
                .replaceAll("[^0-9-]", "") + (has ? "." + decimals.group(2) : "")), currency)) : Optional.empty();
    }
}
