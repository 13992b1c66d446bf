package io.graceway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import io.graceway.routes.RouteFile.Call;
import io.graceway.routes.RouteFile.Route;
import io.graceway.routes.RouteFile.Step;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.springframework.context.annotation.Bean;

/** What holds for all routes together: ids, names, the beans they call, and that a test has run every step. */
class EveryRouteTest {

    private static List<RouteFile> files() throws Exception {
        List<RouteFile> files = new ArrayList<>();
        for (Path file : RouteTest.files()) {
            files.add(RouteFile.read(file));
        }
        assertThat(files).hasSizeGreaterThan(1);
        return files;
    }

    private static List<Route> routes() throws Exception {
        return files().stream().flatMap(file -> file.routes().stream()).toList();
    }

    private static Stream<Step> steps() throws Exception {
        return Stream.concat(routes().stream().flatMap(route -> route.steps().stream()),
                files().stream().flatMap(file -> file.configured().stream()));
    }

    @Test
    void a_route_is_called_by_its_id_and_says_in_one_sentence_what_it_does() throws Exception {
        assertThat(routes()).isNotEmpty().allSatisfy(route -> {
            assertThat(route.from()).isIn("direct:" + route.id(), "timer:" + route.id(), "seda:" + route.id());
            assertThat(route.description()).matches("[A-Z][^.]+\\.");
        });
        assertThat(routes().stream().map(Route::id)).doesNotHaveDuplicates();
    }

    @Test
    void a_route_reads_like_a_paragraph() throws Exception {
        assertThat(routes()).isNotEmpty();
        assertThat(routes().stream().filter(route -> route.steps().size() > 12).map(Route::id)).isEmpty();
    }

    @Test
    void a_route_that_is_called_exists_and_a_route_that_exists_is_called() throws Exception {
        List<String> called = Stream.concat(steps().filter(step -> step.kind().equals("to")).map(Step::uri),
                Stream.of("direct:pass", "direct:rounds")).distinct().toList();
        assertThat(called).containsExactlyInAnyOrderElementsOf(routes().stream().map(Route::from)
                .filter(from -> from.startsWith("direct:")).toList());
    }

    @Test
    void every_step_has_an_id_of_its_own_that_says_what_is_done() throws Exception {
        assertThat(steps()).isNotEmpty().allMatch(step -> step.id().matches("[a-z]+(-[a-z]+)+"));
        assertThat(steps().map(Step::id)).doesNotHaveDuplicates();
    }

    @Test
    void every_file_opens_with_its_arrow_or_its_purpose() throws Exception {
        assertThat(RouteTest.files()).allSatisfy(file -> assertThat(Files.readAllLines(file).get(0)).startsWith("# "));
    }

    @Test
    void a_gateway_whose_home_has_no_routes_runs_every_file() throws Exception {
        String known = Files.readString(Path.of("src/main/java/io/graceway/wiring/RouteFiles.java"));
        assertThat(files()).allSatisfy(file -> assertThat(known)
                .contains('"' + file.name().replace(".camel.yaml", "") + '"'));
    }

    @Test
    void the_wiring_has_every_bean_and_method_as_the_tests_play_it() throws Exception {
        Map<String, Class<?>> beans = beans();
        Map<String, Class<?>> roles = Cast.ALL.stream().collect(Collectors.toMap(Stage::name, role -> role));
        TreeSet<String> played = new TreeSet<>();
        for (Path file : RouteTest.files()) {
            for (Call call : RouteFile.calls(file)) {
                Method role = Stream.of(roles.get(call.bean()).getMethods())
                        .filter(one -> one.getName().equals(call.method()))
                        .findFirst().orElseThrow(() -> new AssertionError(call + " is not in the cast"));
                assertThat(beans).as("%s: a bean of the wiring", call).containsKey(call.bean());
                Method real = beans.get(call.bean()).getMethod(call.method(), role.getParameterTypes());
                assertThat(Modifier.isPublic(real.getDeclaringClass().getModifiers())).as("%s is public", real)
                        .isTrue();
                assertThat(real.getGenericReturnType()).as("what %s gives", call)
                        .isEqualTo(role.getGenericReturnType());
                assertThat(real.getGenericParameterTypes()).isEqualTo(role.getGenericParameterTypes());
                played.add(call.bean() + "." + call.method());
            }
        }
        assertThat(Cast.ALL.stream().flatMap(role -> Stream.of(role.getMethods()).map(one -> Stage.name(role) + "."
                + one.getName()))).as("the cast has nobody whom no route calls")
                .containsExactlyInAnyOrderElementsOf(played);
    }

    /** Bean name to declared type, from every {@code @Bean} method of the wiring. */
    private static Map<String, Class<?>> beans() throws Exception {
        Map<String, Class<?>> beans = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("target/classes/io/graceway/wiring"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
                Class<?> type = Class.forName("io.graceway.wiring."
                        + file.getFileName().toString().replace(".class", ""), false,
                        EveryRouteTest.class.getClassLoader());
                Stream.of(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Bean.class))
                        .forEach(method -> beans.put(method.getName(), method.getReturnType()));
            }
        }
        return beans;
    }

    @Test
    void every_step_of_every_route_was_run_by_some_test() throws Exception {
        SummaryGeneratingListener tests = new SummaryGeneratingListener();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("io.graceway.routes"))
                .filters(includeClassNamePatterns(".*(?<!Every)RouteTest"))
                .build(), tests);
        assertThat(tests.getSummary().getTestsSucceededCount()).isGreaterThan(files().size());
        assertThat(tests.getSummary().getTestsFailedCount()).isZero();
        assertThat(RouteTest.RAN).containsAll(steps().map(Step::id).toList());
    }
}
