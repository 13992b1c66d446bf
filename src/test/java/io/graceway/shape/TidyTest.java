package io.graceway.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.shape.JavaFile.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How large things may become, and how they may be called. Where a cap is raised, the reason stands here. */
class TidyTest {

    private static final int FILE = 200;
    private static final int METHOD = 30;
    private static final int PARAMETERS = 7;
    private static final int COMPONENTS = 12;
    private static final int TYPES = 15;
    private static final int WIDTH = 120;

    private static final String PAGES = "the pages and ports that routes carry stand beside what they belong to";

    /** Packages of more types, up to where, and why. */
    private static final Map<String, Raised> WIDE = Map.ofEntries(
            Map.entry("journey/delinquency", new Raised(17, PAGES)),
            Map.entry("journey/eligibility", new Raised(19, "each policy is a type that reads like its rule")),
            Map.entry("journey/notice", new Raised(18, PAGES)),
            Map.entry("journey/placement", new Raised(32, PAGES + "; what agencies report has its own package")),
            Map.entry("journey/placement/report", new Raised(16, "what is reported, and what it is checked against")),
            Map.entry("journey/remittance", new Raised(17, PAGES)),
            Map.entry("audit", new Raised(18, "what is written and published stands beside what reads it again")),
            Map.entry("edge/seal", new Raised(16, "keys that are brought are read where pinned ones are")),
            Map.entry("edge/source/rest", new Raised(24, "one type for each thing that a file names or a call needs")),
            Map.entry("edge/letter", new Raised(16, "where mail is put in a sandbox stands beside how it is sent")),
            Map.entry("edge/store/back", new Raised(20, "one class for each book of the way back")),
            Map.entry("edge/store/console", new Raised(17, "one class for each room that is read")),
            Map.entry("edge/store/inbox", new Raised(22, "one desk for each door, around the same file")),
            Map.entry("edge/store", new Raised(24, "one class for each book of the journey, around the same few rows")),
            Map.entry("face/command", new Raised(45, "one class for each command and what several ask alike")),
            Map.entry("wiring", new Raised(49, "one class for each part that is wired; nobody imports them")));

    /** @param most what stands there today: whoever adds to it looks here again */
    private record Raised(long most, String why) {
    }

    private static final List<JavaFile> MAIN = JavaFile.parse(Tree.files("src/main/java", ".java"));
    private static final List<JavaFile> TEST = JavaFile.parse(Tree.files("src/test/java", ".java"));

    private static Stream<JavaFile> all() {
        return Stream.concat(MAIN.stream(), TEST.stream());
    }

    /** Something is looked at, and nothing of it is too much. */
    private static <T> void none(Stream<T> all, Predicate<T> bad, Function<T, Object> told) {
        List<T> some = all.toList();
        assertThat(some).isNotEmpty();
        assertThat(some.stream().filter(bad).map(told)).isEmpty();
    }

    private record In<T>(JavaFile file, T what) {

        static <T> Stream<In<T>> all(Function<JavaFile, List<T>> parts) {
            return MAIN.stream().flatMap(file -> parts.apply(file).stream().map(one -> new In<>(file, one)));
        }
    }

    @Test
    void a_file_can_be_read_in_one_sitting() {
        none(all(), file -> file.lines() > FILE, file -> file.path() + ": " + file.lines());
    }

    @Test
    void a_method_can_be_seen_at_once() {
        none(In.all(JavaFile::methods), one -> one.what().lines() > METHOD,
                one -> one.file().path() + ": " + one.what());
    }

    @Test
    void nobody_has_to_count_parameters() {
        none(In.all(JavaFile::methods),
                one -> one.what().parameters() > (one.what().isRecord() ? COMPONENTS : PARAMETERS),
                one -> one.file().path() + ": " + one.what());
    }

    @Test
    void a_package_holds_what_one_can_keep_in_mind() {
        Map<String, Long> types = MAIN.stream().collect(Collectors.groupingBy(
                file -> file.packageName().replace("src/main/java/io/graceway/", ""), TreeMap::new,
                Collectors.summingLong(file -> file.types().stream().filter(Type::isTop).count())));
        types.values().removeIf(count -> count <= TYPES);
        Map<String, Long> raised = new TreeMap<>();
        WIDE.forEach((name, one) -> raised.put(name, one.most()));
        assertThat(types).as("packages over %d types", TYPES).isEqualTo(raised);
        assertThat(WIDE.values()).noneMatch(one -> one.why().isBlank());
    }

    @Test
    void lines_fit_beside_each_other() {
        none(Stream.of("src", "routes", "partner-config", "mappings").flatMap(folder -> Tree.files(folder).stream())
                .filter(file -> file.toString().matches(".*\\.(java|yaml|sql)")), file -> Tree.text(file).lines()
                .anyMatch(line -> line.length() > WIDTH), file -> file + ": " + Tree.text(file).lines()
                .filter(line -> line.length() > WIDTH).count());
    }

    @Test
    void routes_and_partner_files_stay_short() throws Exception {
        none(Tree.files("routes", ".yaml").stream(), file -> Tree.text(file).lines().count() > 150, file -> file);
        none(Tree.files("src/examples", ".yaml").stream().filter(file -> !file.toString().contains("mappings")),
                file -> Tree.text(file).lines().count() > 100, file -> file);
    }

    @Test
    void names_say_what_a_thing_is() {
        none(In.all(JavaFile::types), one -> one.what().name().matches(
                ".*(Service|Manager|Helper|Utils?|Impl|Dto|DTO|Data|Info|Processor|Handler)"), In::what);
    }

    @Test
    void every_package_says_in_one_sentence_what_it_is() {
        none(MAIN.stream().map(JavaFile::packageName).distinct().map(name -> Path.of(name, "package-info.java")),
                file -> !Files.exists(file) || !Tree.text(file).matches(
                        "(?s)/\\*\\*([^.]|\\.(?=\\S))+\\.\\s*\\*/\\s*package [a-z.]+;\\s*"), file -> file);
    }

    @Test
    void every_public_type_says_what_it_is() {
        none(In.all(JavaFile::types).filter(one -> one.what().isPublic()), one -> !one.what().isDocumented(),
                one -> one.file().path() + ": " + one.what().name());
    }

    @Test
    void no_import_is_a_wildcard() {
        none(Tree.files("src", ".java").stream(), file -> Tree.text(file).lines()
                .anyMatch(line -> line.matches("import .*\\*;")), file -> file);
    }
}
