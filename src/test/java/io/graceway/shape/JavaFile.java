package io.graceway.shape;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the compiler reads in Java files, as far as tidiness goes. */
record JavaFile(Path path, int lines, List<Type> types, List<Method> methods) {

    /** @param top whether it stands in no other type */
    record Type(String name, boolean isTop, boolean isPublic, boolean isDocumented) {
    }

    /** @param isRecord whether these are the components of a record */
    record Method(String name, int lines, int parameters, boolean isRecord) {
    }

    static List<JavaFile> parse(List<Path> paths) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(paths));
            DocTrees trees = DocTrees.instance(task);
            List<JavaFile> all = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Path path = Path.of(unit.getSourceFile().toUri());
                Scanner scanner = new Scanner(unit, trees);
                scanner.scan(unit, null);
                all.add(new JavaFile(Path.of("").toAbsolutePath().relativize(path),
                        (int) io.graceway.shape.Tree.text(path).lines().count(), scanner.types, scanner.methods));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java without its comments; texts stay. */
    static String code(String java) {
        return java.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
    }

    String packageName() {
        return path.getParent().toString();
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private final LineMap lines;
        private final List<Type> types = new ArrayList<>();
        private final List<Method> methods = new ArrayList<>();

        Scanner(CompilationUnitTree unit, DocTrees trees) {
            this.unit = unit;
            this.trees = trees;
            this.lines = unit.getLineMap();
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!type.getSimpleName().isEmpty()) {
                TreePath path = getCurrentPath();
                types.add(new Type(type.getSimpleName().toString(), path.getParentPath().getLeaf() == unit,
                        isPublic(path), trees.getDocComment(path) != null));
                if (type.getKind() == Tree.Kind.RECORD) {
                    methods.add(new Method(type.getSimpleName().toString(), 0, (int) type.getMembers().stream()
                            .filter(one -> one.getKind() == Tree.Kind.VARIABLE)
                            .filter(one -> !((com.sun.source.tree.VariableTree) one).getModifiers().getFlags()
                                    .contains(Modifier.STATIC)).count(), true));
                }
            }
            return super.visitClass(type, nothing);
        }

        /** Whether anybody outside of the package can name it; members of an interface can be named without saying so. */
        private boolean isPublic(TreePath path) {
            Tree parent = path.getParentPath().getLeaf();
            boolean said = ((ClassTree) path.getLeaf()).getModifiers().getFlags().contains(Modifier.PUBLIC);
            if (parent instanceof ClassTree around) {
                return (said || around.getKind() == Tree.Kind.INTERFACE) && isPublic(path.getParentPath());
            }
            return said && parent == unit;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null && trees.getSourcePositions().getEndPosition(unit, method) > 0) {
                boolean compact = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD
                        && method.getName().contentEquals("<init>");
                methods.add(new Method(method.getName().toString(), length(method.getBody()),
                        compact ? 0 : method.getParameters().size(), false));
            } else if (method.getBody() == null) {
                methods.add(new Method(method.getName().toString(), 0, method.getParameters().size(), false));
            }
            return super.visitMethod(method, nothing);
        }

        /** Lines between the braces. */
        private int length(BlockTree body) {
            long start = lines.getLineNumber(trees.getSourcePositions().getStartPosition(unit, body));
            long end = lines.getLineNumber(trees.getSourcePositions().getEndPosition(unit, body));
            return (int) Math.max(0, end - start - 1);
        }
    }
}
