package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.account.Money;
import io.graceway.journey.placement.Placement.State;
import io.graceway.journey.placement.report.Holding;
import io.graceway.journey.recall.FinalRecall;
import io.graceway.journey.recall.PendingRecall;
import io.graceway.journey.recall.Recall;
import io.graceway.journey.recall.RecallPage;
import io.graceway.journey.recall.RefusedRecall;
import io.graceway.journey.remittance.Cases;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecallCommandTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Holding HELD = Cases.held("P07Q3KEVX154VJ", "northgate", Money.of("100.00", "USD"),
            State.ACKNOWLEDGED);

    private final RecallPage page = new RecallPage(Instant.EPOCH, new ArrayList<>(), new ArrayList<>(),
            new ArrayList<>());
    private final List<Object> asked = new ArrayList<>();
    private Optional<RefusedRecall> part = Optional.empty();
    private Terminal terminal;

    private int run(String... words) {
        Gateway.Running running = (Gateway.Running) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {Gateway.Running.class, PlacementDesk.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("placements")) {
                        return proxy;
                    }
                    asked.addAll(method.getName().startsWith("recall") ? List.of(arguments) : List.of());
                    return method.getName().equals("recall") ? page : method.getName().equals("recallItems") ? part
                            : null;
                });
        terminal = new Terminal(running);
        return terminal.run(String.join(" ", words));
    }

    @Test
    void tells_how_long_the_agency_may_object() {
        page.pending().add(new PendingRecall(HELD, new Recall("CUSTOMER_COMPLAINT", DAY, DAY.plusDays(5),
                DAY.plusDays(6), Optional.empty())));
        assertThat(run("recall", "P07Q3KEVX154VJ", "--because", "CUSTOMER_COMPLAINT")).isZero();
        assertThat(terminal.out()).contains("P07Q3KEVX154VJ", "object until 2026-06-06", "final on 2026-06-07");
        assertThat(asked.toString()).isEqualTo("[P07Q3KEVX154VJ, CUSTOMER_COMPLAINT, false]");
    }

    @Test
    void forces_only_when_asked_to() {
        page.ended().add(new FinalRecall(HELD, "CUSTOMER_COMPLAINT", DAY));
        assertThat(run("recall", "P07Q3KEVX154VJ", "--because", "CUSTOMER_COMPLAINT", "--force")).isZero();
        assertThat(terminal.out()).contains("taken back as of 2026-06-01");
        assertThat(asked.toString()).endsWith("true]");
    }

    @Test
    void tells_a_refusal_by_its_code() {
        page.refused().add(new RefusedRecall("P1", "GW-REM-081", "the placement is not with an agency"));
        assertThat(run("recall", "P1", "--because", "TEST")).isEqualTo(Exit.NOT_FOUND);
        assertThat(terminal.err()).contains("GW-REM-081: the placement");
        page.refused().set(0, new RefusedRecall("P1", "GW-REM-080", "a payment is in transit"));
        assertThat(run("recall", "P1", "--because", "TEST")).isEqualTo(Exit.PARTLY);
        assertThat(terminal.err()).contains("GW-REM-080: a payment");
    }

    @Test
    void says_when_a_recall_is_running_already() {
        assertThat(run("recall", "P1", "--because", "TEST")).isZero();
        assertThat(terminal.out()).contains("running already");
    }

    @Test
    void takes_single_invoices_back_and_tells_why_not() {
        assertThat(run("recall", "P1", "--because", "BILLED_TWICE", "--item", "I1", "--item", "I2")).isZero();
        assertThat(terminal.out()).contains("2 of the invoices of P1 taken back");
        assertThat(asked.toString()).isEqualTo("[P1, [I1, I2], BILLED_TWICE]");
        part = Optional.of(new RefusedRecall("P1", "GW-REM-085", "nothing would be left"));
        assertThat(run("recall", "P1", "--because", "BILLED_TWICE", "--item", "I1")).isEqualTo(Exit.PARTLY);
        assertThat(terminal.err()).contains("GW-REM-085: nothing");
        assertThat(run("recall", "P1", "--because", "TEST", "--item", "I1", "--force")).isEqualTo(Exit.USAGE);
    }

    /** Whatever is typed here stands in the log for ever. */
    @Test
    void takes_no_text_that_could_speak_of_a_person() {
        assertThat(run("recall", "P1", "--because", "Pat Sample complained")).isEqualTo(Exit.USAGE);
        assertThat(run("recall", "Pat Sample", "--because", "TEST")).isEqualTo(Exit.USAGE);
        assertThat(run("recall", "P1")).isEqualTo(Exit.USAGE);
        assertThat(asked).isEmpty();
    }
}
