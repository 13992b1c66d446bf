package io.graceway.shape;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What does not occur anywhere, and why the few places where it does may have it. */
class BannedTest {

    /** A library that knows no other kind of date; nothing of it leaves the class. */
    private static final Map<String, String> MAY_HAVE_DATES = Map.of(
            "audit.stamp.StampChain", "a chain of certificates is judged at a Date, and a time stamp gives one",
            "edge.letter.NoticeMail", "jakarta.mail's sent date is a Date",
            "edge.letter.paper.PaperPress", "PDFBox's creation date is a Calendar",
            "edge.seal.AgencyRing", "Bouncy Castle asks for the moment of a signature as a Date",
            "edge.seal.HouseKeys", "Bouncy Castle asks for the moment of a signature as a Date",
            "edge.seal.KeyMaker", "Bouncy Castle asks for the moment of a key as a Date",
            "face.agencyapi.door.FrontEnd", "X509Certificate is asked with a Date whether it is valid",
            "edge.seal.OpenPgpSeal", "Bouncy Castle asks for the moment of a signature as a Date",
            "edge.seal.Sealing", "Bouncy Castle asks for the moment of a signature as a Date",
            "edge.seal.SignedContent", "Bouncy Castle gives the moment of a signature as a Date");

    /**
     * Measures how long something took, for people or for a watchdog; decides nothing about an account. The book of
     * placements counts its agencies' load anew every second, whatever day it is.
     */
    private static final Set<String> MAY_READ_THE_STOPWATCH =
            Set.of("edge.agency", "edge.source", "edge.store.SqlPlacementBook", "face.command", "simulator");

    private static final Set<String> OLD_DATES = Set.of("java.util.Date", "java.util.Calendar",
            "java.util.GregorianCalendar", "java.text.SimpleDateFormat", "java.sql.Date", "java.sql.Timestamp",
            "java.sql.Time");

    private static final Set<String> ANY_OBJECT = Set.of("java.io.ObjectInputStream", "java.io.ObjectOutputStream",
            "java.beans.XMLDecoder", "tools.jackson.databind.jsontype.PolymorphicTypeValidator");

    private static final List<Class<?>> TIMES = List.of(Instant.class, LocalDate.class, LocalDateTime.class,
            OffsetDateTime.class, ZonedDateTime.class);

    private static Set<String> classes(Set<String> libraryTypes) {
        return Tree.MAIN.stream().filter(one -> one.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> libraryTypes.contains(dependency.getTargetClass().getName())))
                .map(BannedTest::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(JavaClass one) {
        return one.getName().substring(Tree.ROOT.length()).replaceAll("\\$.*", "");
    }

    @Test
    void nothing_is_read_back_that_could_become_any_object() {
        assertThat(classes(ANY_OBJECT)).isEmpty();
        noClasses().should().dependOnClassesThat().resideInAnyPackage("com.thoughtworks.xstream..").check(Tree.MAIN);
        assertThat(calls("activateDefaultTyping", "enableDefaultTyping", "readObject")).isEmpty();
    }

    @Test
    void dates_are_those_of_java_time() {
        assertThat(classes(OLD_DATES)).isEqualTo(new TreeSet<>(MAY_HAVE_DATES.keySet()));
    }

    @Test
    void days_and_moments_come_from_a_clock_that_was_handed_in() {
        Set<String> readers = new TreeSet<>();
        for (JavaClass one : Tree.MAIN) {
            one.getMethodCallsFromSelf().stream().filter(BannedTest::readsTheSystemsClock).map(call -> name(one))
                    .forEach(readers::add);
        }
        // Where the process begins there is no clock yet; everything it starts is given one.
        assertThat(readers).isNotEmpty().allMatch(one -> one.startsWith("face.command."));
    }

    private static boolean readsTheSystemsClock(JavaMethodCall call) {
        boolean clock = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(Clock.class));
        return call.getName().equals("now") && !clock && TIMES.stream().anyMatch(call.getTargetOwner()::isEquivalentTo)
                || call.getTargetOwner().isEquivalentTo(Clock.class) && call.getName().startsWith("system")
                || call.getName().equals("currentTimeMillis");
    }

    @Test
    void only_what_measures_reads_the_stopwatch() {
        assertThat(calls("nanoTime")).isNotEmpty().allMatch(one -> MAY_READ_THE_STOPWATCH.stream()
                .anyMatch(home -> (one + ".").startsWith(home + ".")));
    }

    /** Progress on standard error is the one thing that is no result. */
    @Test
    void nothing_is_printed_past_the_command_line() {
        Set<String> printers = Tree.MAIN.stream().filter(one -> one.getFieldAccessesFromSelf().stream()
                .map(JavaAccess::getTarget).anyMatch(field -> field.getOwner().isEquivalentTo(System.class)
                        && Set.of("out", "err").contains(field.getName()))).map(BannedTest::name)
                .collect(Collectors.toSet());
        assertThat(printers).isSubsetOf("face.command.Progress");
        assertThat(Tree.MAIN.stream().flatMap(one -> one.getMethodCallsFromSelf().stream())
                .filter(call -> call.getName().equals("printStackTrace"))
                .filter(call -> call.getTarget().getRawParameterTypes().isEmpty())).isEmpty();
    }

    @Test
    void money_is_never_a_binary_fraction() {
        Pattern binary = Pattern.compile("\\b(double|float|Double|Float)\\b");
        List<Path> files = Tree.files("src/main/java/io/graceway/journey", ".java");
        assertThat(files).isNotEmpty();
        assertThat(files.stream().filter(file -> binary.matcher(JavaFile.code(Tree.text(file))).find())).isEmpty();
    }

    /** Classes that call a method of that name. */
    private static Set<String> calls(String... methods) {
        return Tree.MAIN.stream().filter(one -> one.getMethodCallsFromSelf().stream()
                .anyMatch(call -> Set.of(methods).contains(call.getName()))).map(BannedTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
