package io.graceway.edge.source.rest;

import io.graceway.edge.source.call.Trouble;
import io.graceway.edge.source.call.Troubled;
import io.graceway.edge.source.envelope.OddXml;
import io.graceway.edge.source.envelope.XmlInput;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What came back. @param tree of its JSON or XML; null where it has none */
record Answer(int status, HttpHeaders headers, Object tree) {

    private static final Pattern JSON = Pattern.compile("(?:application|text)/(?:[a-z0-9.-]+\\+)?json *(?:;.*)?");
    private static final Pattern XML = Pattern.compile("(?:application|text)/(?:[a-z0-9.-]+\\+)?xml *(?:;.*)?");
    private static final Pattern CHARSET = Pattern.compile("charset *= *\"?([^;\" ]+)");
    private static final Pattern NEXT = Pattern.compile("<([^<>]*)>[^,<]*;\\s*rel\\s*=\\s*\"?next\"?");
    private static final String EACH = ".*";

    /** Refuses an answer of success that is not what it should be in UTF-8; what refuses us may be anything. */
    static Answer of(HttpResponse<byte[]> response, RestTerms terms, XmlInput xml) {
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        boolean isXml = terms.xml() != null && XML.matcher(type).matches();
        boolean isOurs = isXml || JSON.matcher(type).matches();
        boolean isGood = response.statusCode() <= 299;
        if (response.body().length == 0 || !isOurs && !isGood) {
            return new Answer(response.statusCode(), response.headers(), null);
        }
        Matcher charset = CHARSET.matcher(type);
        try {
            if (type.startsWith("multipart/mixed")) {
                return new Answer(response.statusCode(), response.headers(), Multipart.read(response.headers()
                        .firstValue("Content-Type").orElse(""), response.body()));
            }
            if (!isOurs || charset.find() && !charset.group(1).matches("utf-?8|us-ascii")) {
                throw new Json.Odd("is not called " + (terms.xml() == null ? "JSON" : "XML") + " in UTF-8");
            }
            return new Answer(response.statusCode(), response.headers(), isXml ? terms.xml().read(response.body(), xml)
                    : Json.read(response.body()));
        } catch (Json.Odd | OddXml e) {
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
        return places(terms.fault().at()).anyMatch(place -> {
            int is = place.indexOf('=');
            return is < 0 ? Json.at(tree, place) != null
                    : place.substring(is + 1).equals(Json.text(tree, place.substring(0, is)));
        });
    }

    /** What it means, as a status: a fault that comes with success is a refusal like any other. */
    int means(RestTerms terms) {
        boolean isGood = status <= 299;
        if (isGood && !isFault(terms)) {
            return status;
        }
        return said(terms).stream().map(terms.fault().means()::get).filter(Objects::nonNull).findFirst()
                .orElse(isGood ? 400 : status);
    }

    Trouble trouble(RestTerms terms) {
        int means = means(terms);
        return Trouble.of(means <= 299 ? 400 : means, said(terms).stream()
                .filter(one -> one.matches("[A-Za-z0-9_.:/-]{1,40}")).findFirst().map("code "::concat).orElse(""));
    }

    /** Its codes, in the order of their places. */
    private List<String> said(RestTerms terms) {
        return places(terms.fault().code()).map(place -> {
            Object around = place.endsWith(EACH) ? Json.at(tree, place.substring(0, place.length() - EACH.length()))
                    : null;
            return around instanceof Map<?, ?> map && !map.isEmpty() ? map.keySet().iterator().next().toString()
                    : Json.text(tree, place);
        }).filter(Objects::nonNull).toList();
    }

    private static Stream<String> places(String several) {
        return several == null ? Stream.of() : Stream.of(several.split("\\|")).map(String::strip);
    }

    /** The address of the next page by its header Link, or null. */
    String link() {
        Matcher next = NEXT.matcher(String.join(", ", headers.allValues("Link")));
        return next.find() ? next.group(1) : null;
    }

    /** A link is followed only to where we are anyway. */
    static URI next(RestTerms terms, String link) {
        URI base = terms.base();
        try {
            URI next = URI.create(base.toString().replaceFirst("/*$", "/")).resolve(link);
            if (base.getScheme().equals(next.getScheme()) && base.getAuthority().equals(next.getAuthority())) {
                return next;
            }
        } catch (IllegalArgumentException e) {
            throw Walk.broken("gives a link that is none");
        }
        throw new Troubled(new Trouble(Trouble.What.CUT, "GW-SRC-084", "the service sends us to another address for"
                + " its next page, which is not followed; enter the address that it really has"));
    }
}
