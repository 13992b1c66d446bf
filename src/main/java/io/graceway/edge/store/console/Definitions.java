package io.graceway.edge.store.console;

import io.graceway.edge.store.hand.Leaving;
import java.util.List;

/** Every table of the console. No column of them says who a customer is or what a customer wrote. */
final class Definitions {

    private static final String PLACED = "join placement p on p.placement = x.placement) t";

    /** Of an account that is or was with an agency: on which terms. */
    static final Definition TERMS = Definition.of("placements", "placement", "placed_on:day placement",
            "placement:number agency tier:count state placed_on:day placed:money balance:money fee_basis_points:count "
            + "tone tone_sha256 zone agency_file answered_on:day agency_balance:money ending delivery:number");
    /** Told to an agency; no table of its own. */
    static final Definition MESSAGES = Definition.of("messages", "(select m.*, d.prepared_at from agency_message m "
            + "left join delivery d on d.id = m.delivery) t", "id", "prepared_at:time document:text id agency "
            + "placement:number delivery:number");
    /** Opened in house by what customers and agencies said; no table of its own. */
    static final Definition CASES = Definition.of("cases", "house_case", "id",
            "opened:day id type closed:day agency");

    static final List<Definition> ALL = List.of(
            Definition.of("accounts", "account", "source number currency",
                    "account:account ?source ?brand ?stage reasons ?balance:money ?first_missed:day ask_again:day "
                    + "judged_on:day placement:number"),
            Definition.of("notices", "notice", "id",
                    "id:number account:account ?brand ?channel ?state ?agency balance:money ?written_on:day "
                    + "delivered_on:day deadline:day attempts:count"),
            Definition.of("placements", "placement", "placement",
                    "placement:number account:account ?agency tier:count ?state ?placed_on:day ?placed:money "
                    + "balance:money ending ?agency_file delivery:number"),
            Definition.of("clocks", "(select p.placement, p.source, p.number, p.currency, p.agency, p.placed_on, "
                    + "p.tone, c.first_missed, c.window_ended, c.notice, c.delivered_on, c.last_chance, c.clock, "
                    + "c.rules from placement p left join placement_clocks c on c.placement = p.placement) t",
                    "-placed_on:day -placement",
                    "placement:number account:account ?agency first_missed:day window_ended:day notice:number "
                    + "delivered_on:day last_chance:day ?placed_on:day ?clock tone rules"),
            Definition.of("recalls", "(select x.*, p.source, p.number, p.currency, p.agency from recall x " + PLACED,
                    "final_on:day placement",
                    "placement:number account:account ?agency ?state ?reason begun_on:day object_by:day ?final_on:day"),
            Definition.of("payments", "agency_payment", "agency payment",
                    "?agency payment:number ?kind placement:number ?paid_on:day ?amount:money applied:money "
                    + "suspense:money rejected:money fee:money ?reason payout"),
            Definition.of("direct-payments", "(select x.*, p.agency from direct_payment x " + PLACED, "id",
                    "id placement:number ?agency ?kind ?seen_on:day ?amount:money fee:money settled"),
            Definition.of("arrangements", "arrangement", "agency arrangement",
                    "?agency arrangement placement:number ?stage stage_on:day agreed_on:day last_on:day"),
            Definition.of("news", "news", "agency kind message",
                    "?agency ?kind message placement:number ?on_day:day ?code at:time"),
            Definition.of("activities", "activity", "agency event",
                    "?agency event placement:number ?at:time channel ?outcome checks"),
            Definition.of("payouts", "payout", "agency payout currency",
                    "?agency payout ?until_day:day amount:money carried:money file:number at:time"),
            Definition.of("invoices", "fee_invoice", "agency invoice currency",
                    "?agency invoice from_day:day ?until_day:day fee:money file:number at:time"),
            Definition.of("breaks", "inventory_break", "agency file placement kind",
                    "?agency placement:number ?kind ours theirs ?as_of:day file:number"),
            Definition.of("findings", "tone_finding", "agency event tone_check",
                    "severity:count ?tone_check ?result ?agency placement:number event tone detail"),
            Definition.of("erasures", "erasure", "id",
                    "id placement:number ?agency ?ordered_on:day by_day:day confirmed_on:day code"),
            Definition.of("leaving-placements", Leaving.PLACEMENT_ROWS, "placement",
                    "placement:number account:account ?agency placed:money ?placed_on:day tone delivery"),
            Definition.of("leaving-messages", Leaving.MESSAGE_ROWS, "seq:count",
                    "id ?agency ?document placement:number delivery"),
            Definition.of("held-back", "held_back", "kind subject",
                    "?kind subject:number ?reason held_by ?at:time"),
            Definition.of("legal-holds", "legal_hold", "number", "?number:number because at:time"),
            Definition.of("approvals", "four_eyes", "-asked_at:time -id",
                    "?state ?what subject:number ?asked_by ?asked_at:time ?decided_by decided_at:time "
                    + "evidence_sha256"),
            Definition.of("deliveries", "delivery", "-prepared_at:time -id",
                    "id:delivery parent:delivery ?agency ?kind ?state rung records:count ?file:number attempts:count "
                    + "next_try:time trouble ?prepared_at:time"),
            Definition.of("files", "inbox", "-at:time -sha256",
                    "?name:number ?agency ?kind ?outcome ?code:code records:count accepted:count rejected:count "
                    + "repeated:count ?at:time"),
            Definition.of("postings", "posting", "seq:count",
                    "id ?source account:account ?kind ?state ?amount:money ?on_day:day ?code ?reference evidence "
                    + "at:time"),
            Definition.of("worklist", "posting where state = 'WORKLIST'", "seq:count",
                    "id:work ?source account:account ?kind amount:money ?on_day:day ?code reference evidence at:time"),
            Definition.of("quarantine-closed", "quarantine where closed_as is not null", "-at:time -id",
                    "?code:code ?origin file line:count field why at:time ?closed_as reason ?closed_by ?closed_at:time "
                    + "id parent"),
            Definition.of("quarantine", "quarantine where closed_as is null", "-at:time -id",
                    "?code:code ?origin ?file line:count field why ?at:time"));

    private Definitions() {
    }

    static Definition of(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow(() ->
                new IllegalArgumentException("there is no list " + name));
    }
}
