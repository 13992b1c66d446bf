package io.graceway.edge.store.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.House;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.remittance.Receipt;
import io.graceway.journey.remittance.Shrinking;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail comes twice, late, out of order, from two agencies at once, and with nonsense in between. */
class MailOrderTest {

    private static final int HISTORIES = Integer.getInteger("graceway.mail.histories", 25);

    @ParameterizedTest
    @EnumSource(Databases.class)
    void every_order_ends_in_the_same_state_and_only_what_is_right_counts(Databases databases) {
        long first = Long.getLong("graceway.seed", System.nanoTime() & 0xffff_ffffL);
        for (long seed = first; seed < first + HISTORIES; seed++) {
            long now = seed;
            Shrinking.play(seed, Mail.random(seed), mail -> broken(mail, now, databases));
        }
    }

    private static Throwable broken(List<Mail.Item> mail, long seed, Databases databases) {
        try {
            Random random = new Random(seed);
            List<String> one = play(Mail.shuffled(mail, random), random, databases);
            List<String> other = play(Mail.shuffled(mail, random), random, databases);
            assertThat(other).isEqualTo(one);
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e;
        }
    }

    private static List<String> play(List<Mail.Item> order, Random random, Databases databases) {
        House house = new House(databases).place("P1", "northgate", "100.00").place("P2", "northgate", "50.00", "USD",
                State.CLOSED).place("P3", "harbour", "70.00").place("P4", "northgate", "20.00", "USD", State.SENT);
        SqlInbox inbox = new SqlInbox(house.store, house.transaction, house.log, house.agencies, List.of(House.TONE),
                2);
        List<Mail.Item> delivered = new ArrayList<>();
        for (int i = 0; i < order.size();) {
            List<Mail.Item> file = new ArrayList<>(List.of(order.get(i)));
            for (i++; i < order.size() && random.nextBoolean() && fits(order.get(i), file.get(0)); i++) {
                file.add(order.get(i));
            }
            send(inbox, file, "f" + i, delivered);
            // Again, some time after: something that came before, from whoever sent it.
            if (random.nextInt(3) == 0) {
                send(inbox, List.of(delivered.get(random.nextInt(delivered.size()))), "again" + i, delivered);
            }
        }
        check(house, delivered);
        return state(house);
    }

    private static boolean fits(Mail.Item one, Mail.Item other) {
        return one.agency().equals(other.agency()) && one.kind() == other.kind();
    }

    private static void send(SqlInbox inbox, List<Mail.Item> file, String name, List<Mail.Item> before) {
        Mail.Item one = file.get(0);
        Receipt receipt = inbox.take(new Sent(one.agency(), one.kind().document(), name, file.stream()
                .map(Mail.Item::line).toArray(DocumentLine[]::new)));
        long wrong = file.stream().filter(item -> !item.right()).count();
        long again = file.stream().filter(item -> item.right() && before.contains(item)).count();
        assertThat(receipt).as("%s", file).extracting(Receipt::records, Receipt::accepted, Receipt::rejected,
                Receipt::repeated).containsExactly((long) file.size(), file.size() - wrong - again, wrong, again);
        before.addAll(file);
    }

    /** Each right message counts once, and the money of each placement adds up. */
    private static void check(House house, List<Mail.Item> delivered) {
        long right = delivered.stream().filter(Mail.Item::right).distinct().count();
        assertThat(house.text("select (select count(*) from news) + (select count(*) from activity) + "
                + "(select count(*) from agency_payment)")).isEqualTo("" + right);
        assertThat(house.rows("select p.placement from placement p where p.placed <> p.balance + (select "
                + "coalesce(sum(case when kind = 'PAYMENT' then credited else -credited end), 0) from agency_payment a "
                + "where a.placement = p.placement)")).isEmpty();
    }

    private static List<String> state(House house) {
        List<String> all = new ArrayList<>();
        for (String table : List.of("placement, state, balance, ending from placement", "agency, kind, message, "
                + "placement, on_day, code, content from news", "* from arrangement",
                "distinct number, type, closed from house_case", "id, kind, amount, on_day, code, reference, text from "
                + "posting", "agency, payment, kind, amount, credited, earned from agency_payment",
                "agency, event, content from activity", "number, stage, placement from account")) {
            all.addAll(house.rows("select " + table).stream().sorted().toList());
        }
        return all;
    }
}
