package io.graceway.shape;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every library has one home, and whoever looks for its traps has one place to look. */
class LibraryTest {

    /** Library | its packages | homes that use it; with ? those that only may. */
    private static final String LIBRARIES = """
            JDBC                | java.sql javax.sql org.springframework.jdbc | edge.store edge.source wiring simulator
            H2 and PostgreSQL   | org.h2 org.postgresql | edge.store
            Flyway and Hikari   | org.flywaydb com.zaxxer.hikari | wiring
            transactions        | org.springframework.transaction org.springframework.dao | edge.store wiring
            Bouncy Castle       | org.bouncycastle | edge.seal
            VFS                 | org.apache.commons.vfs2 | edge.agency edge.source
            JSch                | com.jcraft.jsch | edge.agency edge.source simulator
            CXF                 | org.apache.cxf org.apache.wss4j jakarta.xml.ws | edge.source
            mail                | jakarta.mail org.eclipse.angus org.springframework.mail | edge.letter simulator
            PDF                 | org.apache.pdfbox org.apache.fontbox com.openhtmltopdf | edge.letter
            Mustache            | com.samskivert.mustache | edge.letter face
            Camel               | org.apache.camel | wiring
            Spring Boot         | org.springframework.boot | wiring face
            Spring's container  | org.springframework.context org.springframework.beans | wiring
            Spring's web pages  | org.springframework.web.bind jakarta.servlet | face wiring?
            HTTP client         | org.springframework.http.client org.springframework.web.client | edge.agency
            CSV                 | de.siegmar.fastcsv | edge.document simulator
            CEL                 | dev.cel | edge.document
            YAML                | org.snakeyaml org.yaml | edge.document
            JSON Schema         | com.networknt | edge.document
            JSON                | tools.jackson | edge.document edge.store edge.agency face simulator wiring
            command line        | picocli | face.command wiring
            servers of partners | org.apache.sshd com.icegreen.greenmail com.sun.net.httpserver | simulator
            """;

    record Library(String name, List<String> packages, List<String> homes) {

        @Override
        public String toString() {
            return name;
        }
    }

    // The simulator is the world around the gateway: it speaks what partners speak, from the other side.
    static Stream<Library> libraries() {
        return LIBRARIES.lines().map(line -> line.split("\\|")).map(column -> new Library(column[0].trim(),
                Stream.of(column[1].trim().split(" ")).map(name -> name + "..").toList(),
                List.of(column[2].trim().split(" "))));
    }

    private static String[] homes(Library library) {
        return library.homes().stream().map(home -> Tree.ROOT + home.replace("?", "") + "..").toArray(String[]::new);
    }

    private static boolean uses(JavaClass one, Library library) {
        return one.getDirectDependenciesFromSelf().stream().anyMatch(dependency -> resideInAnyPackage(
                library.packages().toArray(String[]::new)).test(dependency.getTargetClass()));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void is_used_only_at_home(Library library) {
        noClasses().that(not(resideInAnyPackage(homes(library)))).should().dependOnClassesThat()
                .resideInAnyPackage(library.packages().toArray(String[]::new)).check(Tree.MAIN);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void has_no_home_that_does_without_it(Library library) {
        assertThat(library.homes().stream().filter(home -> !home.endsWith("?"))).isNotEmpty().allMatch(home ->
                Tree.MAIN.that(resideInAPackage(Tree.ROOT + home + "..")).stream().anyMatch(one -> uses(one, library)));
    }
}
