package io.graceway.routes;

import static io.graceway.routes.Given.pass;

import io.graceway.journey.account.Pass;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** All beans of the cast, playing; it writes down every call in order, and a test can say what one of them does. */
final class Stage {

    /** What a bean does when it is asked; the argument is {@code null} where there is none. */
    @FunctionalInterface
    interface Play {

        Object with(Object argument) throws Exception;
    }

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<String> quarantined = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Play> plays = new HashMap<>(Given.plays());
    private final Map<String, Object> seen = new HashMap<>();

    /** Lets a bean's method do something else than usual. */
    Stage when(String call, Play play) {
        plays.put(call, play);
        return this;
    }

    Stage fails(String call, String why) {
        return when(call, any -> {
            throw new IllegalStateException(why);
        });
    }

    /** {@code bean.method} in the order of the calls. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    /** {@code route: message} of everything that came to the quarantine. */
    List<String> quarantined() {
        return List.copyOf(quarantined);
    }

    /** With what a method was asked last. */
    Object asked(String call) {
        return seen.get(call);
    }

    void enter(BiConsumer<String, Object> registry) {
        for (Class<?> role : Cast.ALL) {
            registry.accept(name(role), Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role},
                    (self, method, arguments) -> method.getDeclaringClass() == Object.class
                            ? method.invoke(this, arguments) : play(role, method, arguments)));
        }
    }

    static String name(Class<?> role) {
        return role.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT) + role.getSimpleName().substring(1);
    }

    private Object play(Class<?> role, Method method, Object[] arguments) throws Exception {
        if (role == Cast.Quarantine.class) {
            quarantined.add(arguments[0] + ": " + ((Exception) arguments[1]).getMessage());
            return null;
        }
        String call = name(role) + "." + method.getName();
        if (role != Cast.Turn.class) {
            calls.add(call);
        }
        Object argument = arguments == null ? null : arguments[0];
        seen.put(call, argument);
        return plays.getOrDefault(call, any -> method.getReturnType() == Pass.class ? pass(Pass.Until.ROUNDS) : null)
                .with(argument);
    }
}
