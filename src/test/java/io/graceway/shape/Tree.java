package io.graceway.shape;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The project's own files and classes. */
final class Tree {

    static final String ROOT = "io.graceway.";
    static final JavaClasses MAIN = new ClassFileImporter().importPath("target/classes/io/graceway");

    /** What building, running and version control leave behind. */
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "state", ".idea", ".vscode", ".mvn");
    private static final Set<String> BINARY = Set.of("png", "jpg", "ico", "pdf", "ttf", "otf", "woff2", "pgp", "gpg", "bin", "zip");

    private Tree() {
    }

    /** Every file of the project below a folder, in order. */
    static List<Path> files(String folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(Path.of(folder), new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(one.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path one, BasicFileAttributes attributes) {
                    files.add(one);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    static List<Path> files(String folder, String ending) {
        return files(folder).stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return !BINARY.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts of a package of ours, such as the stages of the journey, as they are compiled. */
    static Set<String> partsOf(String parent) {
        String start = ROOT + parent + ".";
        return MAIN.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(start))
                .map(name -> name.substring(start.length()).split("\\.")[0]).collect(Collectors.toCollection(TreeSet::new));
    }
}
