package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.placement.hand.Outcome;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeCommandTest {

    private final List<Object> asked = new ArrayList<>();
    private Outcome outcome = Outcome.DONE;
    private Terminal terminal;

    private int run(String words) {
        terminal = new Terminal((Gateway.Running) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {Gateway.Running.class}, (proxy, method, arguments) -> {
                    if (arguments == null) {
                        return null;
                    }
                    asked.add(method.getName());
                    asked.addAll(List.of(arguments));
                    return outcome;
                }));
        return terminal.run(words);
    }

    @ParameterizedTest
    @CsvSource({"suspend, '[suspend, north, COMPLAINTS, anna]', is suspended",
        "resume, '[ask, AGENCY_RESUMES, north, COMPLAINTS, anna]', until somebody else agrees",
        "leave, '[ask, AGENCY_LEAVES, north, COMPLAINTS, anna]', until somebody else agrees"})
    void says_what_is_done_and_what_waits_for_somebody_else(String what, String call, String told) {
        assertThat(run("agency " + what + " north --because COMPLAINTS --by anna")).isZero();
        assertThat(asked).hasToString(call);
        assertThat(terminal.out()).contains("north", told);
    }

    @ParameterizedTest
    @CsvSource({"ALREADY, 0, nothing changed", "NOT_NOW, 3, GW-AGY-190", "NONE, 7, GW-CMD-002"})
    void says_why_not(Outcome what, int exit, String told) {
        outcome = what;
        assertThat(run("agency suspend north --because COMPLAINTS --by anna")).isEqualTo(exit);
        assertThat(terminal.out() + terminal.err()).contains(told);
    }

    @Test
    void takes_no_words_where_a_code_belongs() {
        assertThat(run("agency suspend north --because rude --by anna")).isEqualTo(2);
        assertThat(asked).isEmpty();
    }
}
