package io.graceway.shape;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may import whom. ArchUnit fails a rule whose classes do not exist. */
class ShapeTest {

    private static final List<String> STAGES = List.of("account", "delinquency", "eligibility", "notice", "placement",
            "recall", "remittance", "writeback");

    private static String[] packages(String... names) {
        return java.util.Arrays.stream(names).map(name -> Tree.ROOT + name + "..").toArray(String[]::new);
    }

    private static void holds(ArchRule rule) {
        rule.check(Tree.MAIN);
    }

    private static void never(String from, String... to) {
        holds(noClasses().that().resideInAPackage(Tree.ROOT + from + "..").should().dependOnClassesThat()
                .resideInAnyPackage(packages(to)));
    }

    @Test
    void the_stages_are_those_of_the_journey_and_sort_in_its_order() {
        assertThat(Tree.partsOf("journey")).containsExactlyElementsOf(STAGES);
        assertThat(STAGES).isSorted();
    }

    @Test
    void a_stage_imports_only_stages_that_sort_above_it() {
        for (int i = 0; i + 1 < STAGES.size(); i++) {
            never("journey." + STAGES.get(i), STAGES.subList(i + 1, STAGES.size()).stream().map(one -> "journey." + one)
                    .toArray(String[]::new));
        }
    }

    @Test
    void the_journey_is_plain_java() {
        holds(classes().that().resideInAPackage(Tree.ROOT + "journey..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java.lang..", "java.io..", "java.math..", "java.net", "java.nio..",
                        "java.security..", "java.text..", "java.time..", "java.util..", "javax.crypto..",
                        Tree.ROOT + "journey.."));
    }

    @Test
    void edges_never_import_each_other_nor_what_puts_them_together() {
        Set<String> edges = Tree.partsOf("edge");
        assertThat(edges).contains("agency", "document", "letter", "seal", "source", "store");
        for (String edge : edges) {
            List<String> others = new ArrayList<>(edges.stream().filter(one -> !one.equals(edge))
                    .map(one -> "edge." + one).toList());
            others.addAll(List.of("wiring", "simulator"));
            never("edge." + edge, others.toArray(String[]::new));
        }
    }

    @Test
    void the_routing_log_knows_nothing_of_what_is_logged() {
        never("audit", "journey", "edge", "face", "wiring", "simulator");
    }

    @Test
    void how_soap_is_spoken_knows_nothing_of_what_is_said() {
        never("soap", "journey", "audit", "edge", "face", "wiring", "simulator");
    }

    @Test
    void faces_reach_what_they_show_only_through_ports() {
        never("face", "edge", "wiring");
    }

    @Test
    void nobody_imports_the_wiring() {
        holds(noClasses().that().resideOutsideOfPackage(Tree.ROOT + "wiring..").should().dependOnClassesThat()
                .resideInAnyPackage(packages("wiring")));
    }

    @Test
    void only_the_wiring_knows_the_faces() {
        holds(noClasses().that().resideOutsideOfPackages(packages("wiring", "face", "edge.store.console",
                "edge.store.agencyapi", "edge.store.evidence", "edge.document.contract")).should()
                .dependOnClassesThat().resideInAnyPackage(packages("face")));
    }

    /** What people read is rows and sums, so these ports are implemented where the SQL is. */
    @Test
    void the_store_knows_of_the_console_only_the_port_that_it_implements() {
        holds(noClasses().that().resideInAPackage(Tree.ROOT + "edge.store.console..").should().dependOnClassesThat(
                resideInAnyPackage(packages("face"))
                        .and(not(nameMatching(".*\\.face\\.(console\\.(ConsoleView|list\\.(Lists|Wanted|"
                                + "Sheet|Summaries)|"
                                + "account\\.AccountView|work\\.Exceptions|audit\\.Gaps|"
                                + "onboard\\.Drafts?)|command\\.Explanation)"
                                + "(\\$.*)?")))));
    }

    /** Decision 0014: what is served to agencies is rows and a contract, each read where its library lives. */
    @Test
    void edges_know_of_the_agencies_api_only_the_ports_that_they_implement() {
        onlyPorts("edge.store.agencyapi", "agencyapi\\.(AgencyBooks|RequestBook|door\\.TokenBook)");
        onlyPorts("edge.document.contract", "agencyapi\\.Contract");
    }

    /** Decision 0024: what stands in an evidence pack beside the log is rows. */
    @Test
    void the_store_knows_of_evidence_packs_only_the_port_that_it_implements() {
        onlyPorts("edge.store.evidence", "evidence\\.(Records|Scope)");
    }

    private static void onlyPorts(String edge, String ports) {
        holds(noClasses().that().resideInAPackage(Tree.ROOT + edge + "..").should().dependOnClassesThat(
                resideInAnyPackage(packages("face")).and(not(nameMatching(".*\\.face\\.(" + ports
                        + ")(\\$.*)?")))));
    }

    @Test
    void only_the_demo_command_plays_against_simulators() {
        holds(noClasses().that().resideOutsideOfPackages(packages("simulator", "face.command")).should()
                .dependOnClassesThat().resideInAnyPackage(packages("simulator")));
    }
}
