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

    /** @param name as people say it; @param packages its own; @param homes where it is used; with ? where it may be */
    record Library(String name, List<String> packages, List<String> homes) {

        static Library of(String name, String packages, String homes) {
            return new Library(name, List.of(packages.split(" ")), List.of(homes.split(" ")));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    // The simulator is the world around the gateway: it speaks what partners speak, from the other side.
    static Stream<Library> libraries() {
        return Stream.of(
                Library.of("JDBC", "java.sql.. javax.sql.. org.springframework.jdbc..",
                        "edge.store edge.source wiring simulator"),
                Library.of("H2 and PostgreSQL", "org.h2.. org.postgresql..", "edge.store simulator"),
                Library.of("Flyway and Hikari", "org.flywaydb.. com.zaxxer.hikari..", "wiring"),
                Library.of("transactions",
                        "org.springframework.transaction.. org.springframework.dao..", "edge.store wiring"),
                Library.of("Bouncy Castle", "org.bouncycastle..", "edge.seal audit.stamp"),
                Library.of("VFS", "org.apache.commons.vfs2..", "edge.agency edge.source"),
                Library.of("JSch", "com.jcraft.jsch..", "edge.agency edge.source simulator"),
                Library.of("CXF", "org.apache.cxf.. org.apache.wss4j.. jakarta.xml.ws..",
                        "soap edge.source edge.agency.soap"),
                Library.of("mail",
                        "jakarta.mail.. org.eclipse.angus.. org.springframework.mail..", "edge.letter simulator"),
                Library.of("PDF", "org.apache.pdfbox.. org.apache.fontbox.. com.openhtmltopdf..", "edge.letter"),
                Library.of("Mustache", "com.samskivert.mustache..", "edge.letter face?"),
                Library.of("Camel", "org.apache.camel..", "wiring"),
                Library.of("Spring's container", "org.springframework.context.. org.springframework.beans.. "
                        + "org.springframework.boot.. org.springframework.stereotype..", "wiring face?"),
                Library.of("HTTP client", "org.springframework.http.client.. org.springframework.web.client..",
                        "edge.agency"),
                Library.of("pages", "org.springframework.web.bind.. org.springframework.web.filter.. jakarta.servlet.. "
                        + "org.apache.catalina.. org.apache.coyote..", "face wiring?"),
                Library.of("sign-in", "org.springframework.security..", "face.console.sign wiring"),
                Library.of("CSV", "de.siegmar.fastcsv..", "edge.document simulator"),
                Library.of("EDIFACT", "io.xlate..", "edge.document.edifact"),
                Library.of("CEL", "dev.cel..", "edge.document"),
                Library.of("YAML", "org.snakeyaml.. org.yaml..", "edge.document"),
                Library.of("JSON Schema", "com.networknt..", "edge.document"),
                Library.of("JSON", "tools.jackson..", "edge.document edge.source edge.store edge.agency "
                        + "face simulator wiring"),
                Library.of("command line", "picocli..", "face.command wiring"),
                Library.of("Excel", "org.dhatim..", "face.export"),
                Library.of("SFTP server", "org.apache.sshd..", "edge.agency.hosted simulator"),
                Library.of("servers of partners", "com.icegreen.greenmail..", "simulator"),
                Library.of("Java's own web server", "com.sun.net.httpserver..", "simulator face.witness"));
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
        assertThat(library.homes().stream().filter(home -> !home.endsWith("?"))).isNotEmpty().allSatisfy(home ->
                assertThat(Tree.MAIN.that(resideInAPackage(Tree.ROOT + home + "..")).stream()
                        .anyMatch(one -> uses(one, library))).as("%s uses %s", home, library).isTrue());
    }
}
