package io.graceway.journey.remittance;

import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Ids;
import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.remittance.AgencyPayment.Kind;
import io.graceway.journey.remittance.History.Placed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The pure functions and a book in memory: what a store would keep, and a source with an account for each placement.
 */
final class PureWorld implements History.World {

    private static final Map<String, Agency> AGENCIES = Map.of("northgate", Cases.net("northgate"), "harbour",
            Cases.gross("harbour"));

    private final Map<String, PurePlace> places = new LinkedHashMap<>();
    private final Map<String, Map<String, AgencyPayment>> payments = Map.of("northgate", new TreeMap<>(), "harbour",
            new TreeMap<>());
    private final Map<String, Map<String, String>> reversed = Map.of("northgate", new HashMap<>(), "harbour",
            new HashMap<>());
    private int looks;
    private final Map<String, Money> in = new TreeMap<>();
    private final Map<String, Money> out = new TreeMap<>();

    PureWorld() {
        History.CAST.forEach(one -> places.put(one.number(), new PurePlace(one)));
    }

    @Override
    public void file(String agency, String name, List<DocumentLine> lines) {
        Known known = new Known(places.values().stream().map(one -> one.held).filter(one ->
                one.placement().agency().equals(agency)).collect(Collectors.toMap(Holding::number, one -> one)),
                Map.copyOf(payments.get(agency)), Map.copyOf(reversed.get(agency)));
        RemittancePage page = Remittances.reconcile(new RemittanceLines(AGENCIES.get(agency), Ids.hex(name), 0,
                lines), known);
        List<String> repeated = new ArrayList<>(page.repeated());
        for (DocumentLine line : lines) {
            Money amount = line.money("amount", line.text("currency")).orElseThrow();
            if (amount.isPositive() && !(repeated.contains(line.text("payment-id")) && isRepeat(agency, line,
                    repeated))) {
                add(in, agency, name, line.text("placement"), line.text("kind").equals("REVERSAL") ? amount.negated()
                        : amount);
            }
        }
        page.booked().forEach(one -> book(agency, name, one));
        page.refused().forEach(one -> one.money().ifPresent(money -> keep(agency, name, money)));
    }

    /** By its own text, not by the code under test: the very line was sent and booked before. */
    private boolean isRepeat(String agency, DocumentLine line, List<String> repeated) {
        AgencyPayment before = payments.get(agency).get(line.text("payment-id"));
        boolean same = before == null || before.amount().equals(line.money("amount", line.text("currency"))
                .orElseThrow())
                && before.placement().equals(line.text("placement")) && before.kind().name().equals(line.text("kind"));
        return same && repeated.remove(line.text("payment-id"));
    }

    private void book(String agency, String name, RemittancePage.Booked one) {
        AgencyPayment payment = one.payment();
        if (payments.get(agency).put(payment.id(), payment) != null) {
            throw new AssertionError(payment.id() + " is booked twice");
        }
        payment.reverses().ifPresent(before -> {
            if (reversed.get(agency).put(before, payment.id()) != null) {
                throw new AssertionError(before + " is taken back twice");
            }
        });
        keep(agency, name, payment);
        one.held().ifPresent(held -> places.get(held.number()).held = held);
        if (one.held().isPresent() && one.credited().isPositive()) {
            places.get(one.held().get().number()).postings.add(new PurePlace.Sent(payment));
        }
    }

    private void keep(String agency, String name, AgencyPayment one) {
        Split split = one.split();
        long credited = split.credited().minorUnits();
        if (split.earned().minorUnits() != (credited * 2500 + 5000) / 10_000 || split.fee()
                .compareTo(split.earned()) > 0) {
            throw new AssertionError("the fee of " + one.id() + " is not what the contract gives");
        }
        if (split.suspense().compareTo(split.withheld().minus(split.fee())) < 0) {
            throw new AssertionError("what the agency kept back of " + one.id() + " is neither fee nor in suspense");
        }
        add(out, agency, name, one.placement(), one.signed(split.applied().plus(split.suspense()).plus(split.rejected())
                .plus(split.fee())));
    }

    /** The same money by file, by agency and by account. */
    private static void add(Map<String, Money> to, String agency, String file, String placement, Money amount) {
        for (String key : List.of("file " + file, "agency " + agency, "account " + agency + placement)) {
            to.merge(key + " " + amount.currency(), amount, Money::plus);
        }
    }

    @Override
    public void direct(String placement, Money amount) {
        PurePlace place = places.get(placement);
        place.source = place.source.minus(amount);
        place.truth = place.truth.plus(amount);
    }

    @Override
    public void post(Random random) {
        for (PurePlace place : places.values()) {
            for (PurePlace.Sent one : place.postings.stream().filter(posting -> !posting.known).toList()) {
                int luck = random.nextInt(4);
                if (luck == 0) {
                    break;
                }
                place.show(one);
                if (luck == 1) {
                    break;
                }
                place.know(one, looks);
            }
        }
    }

    @Override
    public void extract() {
        places.values().forEach(one -> one.extract = one.source);
    }

    @Override
    public void look() {
        for (PurePlace one : places.values()) {
            Money shown = one.extract == null ? one.source : one.extract;
            one.extract = null;
            if (one.held.state().isOpen()) {
                DirectWatch.compare(new PlacedAccount(one.held, Set.of("I1"), one.seen, one.unadopted,
                        one.sum(looks, sent -> sent.payment.kind() == Kind.PAYMENT != sent.known),
                        one.sum(looks, sent -> sent.payment.kind() == Kind.PAYMENT == sent.known), one.directs,
                        List.of(), java.util.Optional.empty(), Money.zero(one.seen.currency())), true,
                        Cases.DAY, DirectWatch.Shown.of(shown)).ifPresent(one::apply);
            }
        }
        looks++;
    }

    @Override
    public void recall(String placement, boolean force) {
        PurePlace place = places.get(placement);
        if (place.held.state().isOpen()) {
            place.held = force ? place.held.ended(State.RECALLED, "TEST") : place.held.recalled();
        }
    }

    @Override
    public void object(String agency, String placement, String name) {
    }

    @Override
    public void due() {
        places.values().stream().filter(one -> one.held.state() == State.RECALL_PENDING)
                .forEach(one -> one.held = one.held.ended(State.RECALLED, "TEST"));
    }

    @Override
    public void close(String agency, String placement, String code, String name) {
        PurePlace place = places.get(placement);
        if (place.held.state().isOpen() && !code.equals("PAID")) {
            place.held = place.held.ended(State.CLOSED, code);
        }
    }

    @Override
    public void check() {
        if (!in.equals(out)) {
            throw new AssertionError("in " + in + " is not out " + out);
        }
        places.values().forEach(PurePlace::check);
    }

    @Override
    public void settle() {
        places.values().forEach(place -> place.postings.stream().filter(one -> !one.known).forEach(one -> {
            place.show(one);
            place.know(one, looks);
        }));
        // What was posted since the last look may be missing in an extract; from the next look on it may not.
        look();
        look();
        places.values().forEach(PurePlace::settled);
    }
}
