package io.graceway.edge.source.rest;

import io.graceway.edge.source.rest.Template.Values;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One call as a source's file writes it, with {@code {names}} that are filled in.
 *
 * @param call    method and path, such as {@code GET /accounts/{id}}
 * @param query   parameter to value; one that comes out empty is left away
 * @param headers beside those of every call
 * @param body    any YAML tree, sent as JSON
 * @param at      where the rows stand in the answer; absent for the answer itself
 * @param match   column to what it must be; rows that are otherwise are not meant
 * @param keep    name to the column whose value has that name from then on
 * @param amount  column with an amount of money
 * @param expect  statuses that mean success; absent for any from 200 to 299
 * @param empty   statuses that mean that there are no rows
 * @param done    answers which say that it was done before
 * @param reads   whether a POST only reads, so that it may be repeated
 */
public record Call(String call, Map<String, String> query, Map<String, String> headers, Object body, String at,
                   Map<String, String> match, Map<String, String> keep, String amount, List<Integer> expect,
                   List<Integer> empty, List<Done> done, Boolean reads) {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "MERGE", "DELETE");

    /** An answer that refuses because it was done before: a status, and what stands where in it. */
    public record Done(int status, String at, String is) {
    }

    public Call {
        query = query == null ? Map.of() : query;
        headers = headers == null ? Map.of() : headers;
        at = at == null ? "" : at;
        match = match == null ? Map.of() : match;
        keep = keep == null ? Map.of() : keep;
        expect = expect == null ? List.of() : expect;
        empty = empty == null ? List.of() : empty;
        done = done == null ? List.of() : done;
        reads = reads != null && reads;
    }

    /** The same call, by which every row is meant. */
    Call ofAll() {
        return new Call(call, query, headers, body, at, Map.of(), keep, amount, expect, empty, done, reads);
    }

    String method() {
        return call.substring(0, call.indexOf(' '));
    }

    String path(Values values) {
        return Template.path(call.substring(call.indexOf(' ') + 1), values);
    }

    /** Its whole address. @param root the base, without a slash at its end */
    URI address(String root, Values values) {
        StringBuilder address = new StringBuilder(root).append(path(values));
        char before = '?';
        for (var one : query.entrySet()) {
            String value = Template.text(one.getValue(), values);
            if (!value.isEmpty()) {
                address.append(before).append(Template.encoded(one.getKey()).replace("%24", "$")).append('=')
                        .append(Template.encoded(value));
                before = '&';
            }
        }
        return URI.create(address.toString());
    }

    boolean isExpected(int status) {
        return expect.isEmpty() ? status >= 200 && status <= 299 : expect.contains(status);
    }

    /** Every name that has to be known before it can be called. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(Template.names(call));
        query.values().forEach(one -> names.addAll(Template.names(one)));
        headers.values().forEach(one -> names.addAll(Template.names(one)));
        names.addAll(Template.names(body));
        return names;
    }

    /** Refuses what is no read, or asks for a name that nobody gives. */
    void mustRead(String what, Set<String> known) {
        if (!call.startsWith("GET ") && !(reads && call.startsWith("POST "))) {
            throw new IllegalArgumentException(what + " may only read, with GET, or with a POST that says reads: true,"
                    + " and not with " + call);
        }
        mustKnow(what, known);
    }

    void mustKnow(String what, Set<String> known) {
        String[] words = Template.around(call).split(" ", 2);
        if (words.length < 2 || !METHODS.contains(words[0]) || !words[1].matches("/([^?#\\s/][^?#\\s]*)?")) {
            throw new IllegalArgumentException(what + ": a call is written as a method and a path without a query,"
                    + " such as 'GET /accounts/{id}', and not as '" + call + "'");
        }
        Set<String> names = names();
        Set<String> further = new TreeSet<>(known);
        further.addAll(keep.keySet());
        match.values().forEach(one -> Template.names(one).stream().filter(name -> !further.contains(name))
                .forEach(names::add));
        names.removeAll(known);
        if (!names.isEmpty()) {
            throw new IllegalArgumentException(what + " asks for " + names + ", and known there are "
                    + new TreeSet<>(known));
        }
    }
}
