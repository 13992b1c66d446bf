package io.graceway.edge.source.rest;

import io.graceway.edge.source.TermsRefused;
import io.graceway.edge.source.call.Line;
import io.graceway.edge.source.envelope.Envelope;
import io.graceway.edge.source.envelope.Signed;
import io.graceway.journey.writeback.Posting;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a system that speaks JSON or XML over HTTP is read and written, as its file says it.
 *
 * @param base           every call goes there, below its path; {@code https:}, or {@code http:} on this machine
 * @param login          who we are
 * @param headers        of every call; values may be secrets
 * @param callsASecond   at most; absent for as fast as answers come
 * @param answerSeconds  longest wait for a whole answer; absent for sixty
 * @param patienceSeconds longest wait that a {@code Retry-After} may ask for; absent for sixty
 * @param answerBytes    an answer that is longer is not taken; absent for sixteen MiB
 * @param fault          how an answer says that it refuses, beside its status
 * @param xml            that it speaks XML; absent for JSON
 * @param accounts       the list of accounts that may be overdue
 * @param tables         record to its rows
 * @param postings       kind to how it is posted
 */
public record RestTerms(URI base, Login login, Map<String, String> headers, Integer callsASecond,
                        Integer answerSeconds, Integer patienceSeconds, Integer answerBytes, Fault fault,
                        Envelope xml, Table accounts, Map<String, Table> tables,
                        Map<Posting.Kind, Writing> postings) {

    private static final Set<String> LISTED = Set.of("offset", "limit", "cursor");
    /** All other tables may be items, under names of the dialect's. */
    private static final Set<String> NO_MONEY = Set.of("debtor", "contact", "case", "document");
    private static final Set<String> OWN = Set.of("user", "password");

    /**
     * How an answer says that it refuses; places may be several, with a bar between.
     *
     * @param at    place that is there only when the call failed, whatever its status says, or {@code place=value}
     * @param code  place of a code in an answer that refuses; short plain words of it are told to people
     * @param means a code to the status that it stands for
     */
    public record Fault(String at, String code, Map<String, Integer> means) {

        public Fault {
            means = means == null ? Map.of() : Map.copyOf(means);
        }

        /** Written as its place alone. */
        public static Fault valueOf(String at) {
            return new Fault(at, null, null);
        }
    }

    /**
     * One way of showing who we are.
     *
     * @param user   and password of HTTP Basic
     * @param bearer a token that does not end
     * @param oauth2 a token asked for with client credentials, and again when it ends
     * @param signed every call has a signature of its own, which stands where the calls say
     * @param csrf   beside that: path of a read that gives the token which every change needs; absent for none
     * @param call   lets {@code {user}} in with {@code {password}}; both, and what it keeps, every call knows
     */
    public record Login(String user, String password, String bearer, OAuth2 oauth2, Signed signed, String csrf,
                        Call call) {

        void check() {
            if (Stream.of(user, bearer, oauth2, signed).filter(Objects::nonNull).count() != 1) {
                throw new IllegalArgumentException("login has exactly one of user, bearer, oauth2 and signed");
            }
            if (signed != null) {
                signed.check();
            }
            if (csrf != null && !csrf.matches("/[^?#\\s]*")) {
                throw new IllegalArgumentException("csrf is a path below the base, such as /");
            }
            if (oauth2 != null) {
                new Line(oauth2.token(), "", "", Duration.ofSeconds(1), Duration.ofSeconds(1));
            }
            if (call != null && (user == null || password == null)) {
                throw new IllegalArgumentException("a login with a call has user and password");
            }
            if (call != null) {
                call.mustRead("login", OWN);
                if (csrf != null) {
                    throw new IllegalArgumentException("a login has a call or csrf, and not both");
                }
            }
        }

        /** What calls know by it. */
        Set<String> names() {
            Set<String> names = new TreeSet<>();
            if (call != null) {
                names.addAll(OWN);
                names.addAll(call.keep().keySet());
            }
            names.addAll(signed == null ? Set.of() : Signed.NAMES);
            return names;
        }

        @Override
        public String toString() {
            return "Login[" + (user != null ? user : oauth2 != null ? oauth2.client() : "") + "]";
        }
    }

    /** Client credentials of OAuth 2. @param scope may be absent; @param audience of some servers */
    public record OAuth2(URI token, String client, String secret, String scope, String audience) {

        @Override
        public String toString() {
            return "OAuth2[" + token + " " + client + "]";
        }
    }

    public RestTerms {
        headers = headers == null ? Map.of() : headers;
        fault = fault == null ? new Fault(null, null, null) : fault;
        tables = tables == null ? Map.of() : new TreeMap<>(tables);
        postings = postings == null ? Map.of() : Map.copyOf(postings);
    }

    /** Refuses what cannot be meant, before anything is called. */
    RestTerms checked() {
        at("base", () -> {
            line();
            if (base.getQuery() != null || base.getFragment() != null) {
                throw new IllegalArgumentException("the base has no query and no fragment");
            }
        });
        if (login != null) {
            at("login", login::check);
        }
        if (accounts.account() == null) {
            throw new TermsRefused("accounts", "accounts has to say in which column account the number stands");
        }
        Table listing = accounts.ofAccounts();
        Set<String> given = login == null ? Set.of() : login.names();
        if (xml != null) {
            at("xml", () -> xml.check(Template.names(xml.withoutBody()), given));
            at("xml", () -> postings.values().forEach(Writing::mustNotBatch));
        }
        Set<String> listed = new TreeSet<>(LISTED);
        listed.addAll(given);
        at("accounts", () -> listing.check("accounts", listed));
        Set<String> known = new TreeSet<>(listed);
        known.add("account");
        known.addAll(accounts.list().keep().keySet());
        tables.forEach((name, table) -> at("tables/" + name, () -> table(name, table,
                table.account() == null ? known : listed)));
        postings.forEach((kind, writing) -> at("postings/" + kind, () -> writing.check(kind, given)));
        return new RestTerms(base, login, headers, callsASecond, answerSeconds, patienceSeconds, answerBytes, fault,
                xml, listing, tables, postings);
    }

    private static void table(String name, Table table, Set<String> known) {
        table.check("table " + name, known);
        if (!NO_MONEY.contains(name) && table.paging() != null && table.key() == null) {
            throw new IllegalArgumentException("table " + name + " is paged: key has to say in which column no two rows"
                    + " have the same, or an item that comes twice would be owed twice");
        }
    }

    /** What is refused is told with the place at which it stands. */
    private static void at(String place, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            throw new TermsRefused(place, e.getMessage());
        }
    }

    Line line() {
        return new Line(base, "", "", Duration.ofSeconds(10),
                Duration.ofSeconds(answerSeconds == null ? 60 : answerSeconds));
    }

    int mostBytes() {
        return answerBytes == null ? 16 << 20 : answerBytes;
    }

    Duration patience() {
        return Duration.ofSeconds(patienceSeconds == null ? 60 : patienceSeconds);
    }

    /** Without anything that could be a secret. */
    @Override
    public String toString() {
        return "RestTerms[" + base + " " + tables.keySet() + " " + postings.keySet() + "]";
    }
}
