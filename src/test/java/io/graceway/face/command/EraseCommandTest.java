package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.placement.change.ErasureOrder;
import io.graceway.journey.placement.change.Erasures;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EraseCommandTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private Terminal terminal;

    private int run(Erasures.Result result) {
        terminal = new Terminal((Gateway.Running) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {Gateway.Running.class, PlacementDesk.class}, (proxy, method, arguments) ->
                method.getName().equals("placements") ? proxy : method.getName().equals("erase") ? result : null));
        return terminal.run("erase AC-1");
    }

    @Test
    void tells_every_order_and_how_it_stands() {
        ErasureOrder one = new ErasureOrder("E1", "P1", "northgate", DAY, DAY.plusDays(30), Optional.of(DAY), "ERASED");
        assertThat(run(new Erasures.Result(List.of(one), Optional.empty()))).isZero();
        assertThat(terminal.out()).contains("northgate  P1  ERASED on 2026-06-01");
    }

    @Test
    void tells_a_refusal_by_its_code() {
        assertThat(run(new Erasures.Result(List.of(), Optional.of("GW-REM-142")))).isEqualTo(Exit.NOT_FOUND);
        assertThat(terminal.err()).contains("GW-REM-142: no agency");
        assertThat(run(new Erasures.Result(List.of(), Optional.of("GW-REM-140")))).isEqualTo(Exit.PARTLY);
        assertThat(terminal.err()).contains("GW-REM-140: an agency has");
    }
}
