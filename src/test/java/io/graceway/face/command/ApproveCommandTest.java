package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.placement.change.Approvals;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApproveCommandTest {

    private final List<Object> asked = new ArrayList<>();
    private Terminal terminal;

    private int run(Approvals.Result result, String line) {
        terminal = new Terminal((Gateway.Running) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {Gateway.Running.class, PlacementDesk.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("approve")) {
                        return method.getName().equals("placements") ? proxy : null;
                    }
                    asked.add(arguments[2]);
                    return result;
                }));
        return terminal.run("approve P1 IR-1 " + line);
    }

    @Test
    void gives_the_number_or_says_no() {
        assertThat(run(new Approvals.Result(Optional.of("L1"), Optional.empty()), "--costs 150.00 --until 2026-07-31"))
                .isZero();
        assertThat(terminal.out()).contains("P1  approved as L1");
        assertThat(run(new Approvals.Result(Optional.empty(), Optional.empty()), "--refuse")).isZero();
        assertThat(terminal.out()).contains("P1  refused");
        assertThat(asked).containsExactly(Optional.of(new Approvals.Consent(new BigDecimal("150.00"),
                LocalDate.of(2026, 7, 31))), Optional.empty());
    }

    @Test
    void tells_a_refusal_by_its_code_and_asks_for_terms_or_no() {
        assertThat(run(new Approvals.Result(Optional.empty(), Optional.of("GW-REM-152")), "--refuse"))
                .isEqualTo(Exit.NOT_FOUND);
        assertThat(terminal.err()).contains("GW-REM-152: no request");
        assertThat(run(null, "")).isNotZero();
        assertThat(run(null, "--costs 150.00")).isNotZero();
        assertThat(run(null, "--costs 150.00 --until 2026-07-31 --refuse")).isNotZero();
        assertThat(asked).hasSize(1);
    }
}
