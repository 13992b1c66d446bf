package io.graceway.edge.source.rest;

import io.graceway.edge.source.call.Trouble;
import io.graceway.edge.source.call.Troubled;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came back. @param tree of its JSON; null where it has none */
record Answer(int status, HttpHeaders headers, Object tree) {

    private static final Pattern JSON = Pattern.compile("(?:application|text)/(?:[a-z0-9.-]+\\+)?json *(?:;.*)?");
    private static final Pattern CHARSET = Pattern.compile("charset *= *\"?([^;\" ]+)");

    /** Refuses an answer of success that is not JSON in UTF-8; what refuses us may be anything. */
    static Answer of(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        boolean isJson = JSON.matcher(type).matches();
        boolean isGood = response.statusCode() <= 299;
        boolean isParts = type.startsWith("multipart/mixed");
        if (response.body().length == 0 || !isJson && !isGood) {
            return new Answer(response.statusCode(), response.headers(), null);
        }
        Matcher charset = CHARSET.matcher(type);
        try {
            if (isParts) {
                return new Answer(response.statusCode(), response.headers(), Multipart.read(response.headers()
                        .firstValue("Content-Type").orElse(""), response.body()));
            }
            if (!isJson || charset.find() && !charset.group(1).matches("utf-?8|us-ascii")) {
                throw new Json.Odd("is not called JSON in UTF-8");
            }
            return new Answer(response.statusCode(), response.headers(), Json.read(response.body()));
        } catch (Json.Odd e) {
            if (isGood) {
                throw new Troubled(Trouble.unreadable(e.getMessage()));
            }
            return new Answer(response.statusCode(), response.headers(), null);
        }
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Whether it has what is there only when a call failed. */
    boolean isFault(RestTerms terms) {
        return terms.fault().at() != null && Json.at(tree, terms.fault().at()) != null;
    }

    /** What it means, as a status: a fault that comes with success is a refusal like any other. */
    int means(RestTerms terms) {
        boolean isGood = status <= 299;
        if (isGood && !isFault(terms)) {
            return status;
        }
        String said = said(terms);
        Integer means = said == null ? null : terms.fault().means().get(said);
        return means != null ? means : isGood ? 400 : status;
    }

    Trouble trouble(RestTerms terms) {
        String said = said(terms);
        boolean isPlain = said != null && said.matches("[A-Za-z0-9_.:/-]{1,40}");
        int means = means(terms);
        return Trouble.of(means <= 299 ? 400 : means, isPlain ? "code " + said : "");
    }

    private String said(RestTerms terms) {
        return terms.faultCode() == null ? null : Json.text(tree, terms.faultCode());
    }
}
