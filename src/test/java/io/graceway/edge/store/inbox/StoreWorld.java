package io.graceway.edge.store.inbox;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.edge.store.back.SqlPostingBook;
import io.graceway.edge.store.back.SqlRecallBook;
import io.graceway.edge.store.back.SqlRemittanceBook;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Money;
import io.graceway.journey.account.PlacementNumber;
import io.graceway.journey.eligibility.HoldReason;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.recall.RecallBook;
import io.graceway.journey.recall.Recalls;
import io.graceway.journey.remittance.Cases;
import io.graceway.journey.remittance.History;
import io.graceway.journey.remittance.RemittanceBook;
import io.graceway.journey.remittance.Remittances;
import io.graceway.journey.writeback.Writeback;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The way back as it runs: files, passes, recalls and write-back over a real database, interrupted now and then. */
final class StoreWorld implements History.World {

    final House house;
    final Crashing crashing;
    private final SimulatedSource source = new SimulatedSource();
    private final SqlInbox inbox;
    private final RecallBook recallBook;
    private final Recalls recalls;
    private final RemittanceBook remittanceBook;
    private final Remittances remittances;
    private final StoreProof proof;
    private final RoutingLog log;
    private final Map<String, Money> extract = new HashMap<>();
    private Instant now = House.NOON;

    StoreWorld(Databases databases, Random crashes) {
        house = new House(databases);
        History.CAST.forEach(one -> house.place(one.number(), one.agency(), one.amount(), one.currency(),
                State.ACKNOWLEDGED));
        crashing = new Crashing(house.entries, crashes);
        log = new RoutingLog(crashing);
        inbox = new SqlInbox(house.store, house.transaction, log, house.agencies, List.of(House.TONE), 2);
        recallBook = new SqlRecallBook(house.store, house.transaction, log);
        recalls = new Recalls(house.agencies, recallBook);
        remittanceBook = new SqlRemittanceBook(house.store, house.transaction, log, Duration.ofDays(1));
        remittances = new Remittances(house.agencies, remittanceBook);
        proof = new StoreProof(house);
    }

    private Instant tick() {
        now = now.plusSeconds(60);
        return now;
    }

    @Override
    public void file(String agency, String name, List<DocumentLine> lines) {
        String at = tick().toString();
        crashing.insist(() -> inbox.take(new Sent(agency, "remittance", name, lines.toArray(DocumentLine[]::new)).at(at)
                .breaksAfter(crashing.strikes() ? lines.size() / 2 : Integer.MAX_VALUE)));
        proof.sent(agency, name, lines);
    }

    @Override
    public void direct(String placement, Money amount) {
        source.open.merge(placement, amount.negated(), Money::plus);
        proof.direct(placement, amount);
    }

    @Override
    public void post(Random random) {
        source.luck(random.nextLong());
        Writeback writeback = new Writeback(Map.of("erp", source), new SqlPostingBook(house.store, house.transaction,
                log),
                Clock.fixed(tick(), ZoneOffset.UTC));
        crashing.insist(() -> writeback.post("erp"));
    }

    @Override
    public void extract() {
        extract.putAll(source.open);
    }

    @Override
    public void look() {
        Map<String, Money> shown = new HashMap<>(source.open);
        shown.putAll(extract);
        extract.clear();
        Instant at = tick();
        crashing.insist(() -> {
            List<String> standing = new ArrayList<>();
            house.rows("select placement from account where stage = 'PLACED' order by placement").forEach(number -> {
                standing.add(number);
                standing.add(shown.get(number).amount().toPlainString());
            });
            remittanceBook.record(remittances.direct(house.standing(at, HoldReason.NOT_DELINQUENT,
                    standing.toArray(String[]::new))));
        });
        now = now.plus(Duration.ofDays(2));
    }

    @Override
    public void recall(String placement, boolean force) {
        Instant at = tick();
        crashing.insist(() -> recallBook.record(recalls.begin(new PlacementNumber(placement), "TEST", House.pass(at),
                force)));
    }

    @Override
    public void object(String agency, String placement, String name) {
        String at = tick().toString();
        crashing.insist(() -> inbox.take(new Sent(agency, "recall-objection", name, DocumentLine.of("recall-objection",
                "placement", placement, "code", "PAYMENT_IN_TRANSIT")).at(at)));
    }

    @Override
    public void due() {
        Instant at = tick();
        crashing.insist(() -> recallBook.record(recalls.due(House.pass(at))));
    }

    @Override
    public void close(String agency, String placement, String code, String name) {
        String at = tick().toString();
        crashing.insist(() -> inbox.take(new Sent(agency, "closure", name, DocumentLine.of("closure", "placement",
                placement,
                "code", code, "closed-on", Cases.DAY)).at(at)));
    }

    @Override
    public void check() {
        proof.check();
    }

    @Override
    public void settle() {
        source.reliable();
        post(new Random(1));
        look();
        look();
        proof.settled(source.open);
    }

    /** Everything that is kept, for comparing an interrupted run with one that was not. */
    List<String> everything() {
        List<String> all = new ArrayList<>(house.logged());
        for (String sql : List.of("select * from agency_payment order by agency, payment",
                "select * from placement order by placement", "select * from account order by number",
                "select placement, amount, fee, seen_on, id from direct_payment order by id",
                "select * from recall order by placement", "select * from inbox order by agency, sha256",
                "select id, kind, amount, code, reference, state from posting order by id",
                "select agency, document, bundle, fields from agency_message order by agency, document, bundle, fields",
                "select origin, file, line, field, code from quarantine order by origin, file, line, field, code")) {
            all.addAll(house.rows(sql));
        }
        return all;
    }
}
