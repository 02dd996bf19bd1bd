package io.integrationshub.checks;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The settings that a {@code @ConfigMapping} interface declares, read from its source: only there is the javadoc. */
final class Mappings {
    private final CompilationUnitTree unit;
    private final DocTrees docs;

    private Mappings(CompilationUnitTree unit, DocTrees docs) {
        this.unit = unit;
        this.docs = docs;
    }

    static List<Setting> settings(Path source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(source));
            CompilationUnitTree unit = task.parse().iterator().next();
            ClassTree type = (ClassTree) unit.getTypeDecls().getFirst();
            String prefix = argument(type.getModifiers(), "ConfigMapping").orElseThrow();
            return new Mappings(unit, DocTrees.instance(task))
                    .members(type, prefix)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Setting> members(ClassTree type, String prefix) {
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .flatMap(method -> member(type, prefix, method));
    }

    private Stream<Setting> member(ClassTree type, String prefix, MethodTree method) {
        String name = prefix + "."
                + argument(method.getModifiers(), "WithName")
                        .orElse(kebab(method.getName().toString()));
        Optional<ClassTree> group = type.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(nested -> nested.getKind() == Tree.Kind.INTERFACE)
                .filter(nested -> nested.getSimpleName()
                        .contentEquals(method.getReturnType().toString()))
                .findFirst();
        return group.map(nested -> members(nested, name))
                .orElseGet(() -> Stream.of(new Setting(
                        name, argument(method.getModifiers(), "WithDefault").orElse(""), meaning(method))));
    }

    private String meaning(MethodTree method) {
        DocCommentTree comment = docs.getDocCommentTree(TreePath.getPath(unit, method));
        if (comment == null) {
            throw new IllegalStateException(
                    unit.getSourceFile().getName() + ": " + method.getName() + " has no javadoc");
        }
        StringBuilder text = new StringBuilder();
        comment.getFullBody().forEach(text::append);
        return text.toString()
                .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Optional<String> argument(ModifiersTree modifiers, String annotation) {
        return modifiers.getAnnotations().stream()
                .filter(found -> found.getAnnotationType().toString().equals(annotation))
                .map(Mappings::text)
                .findFirst();
    }

    private static String text(AnnotationTree annotation) {
        ExpressionTree argument = annotation.getArguments().getFirst();
        return text(argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument);
    }

    private static String text(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal -> String.valueOf(literal.getValue());
            case BinaryTree sum -> text(sum.getLeftOperand()) + text(sum.getRightOperand());
            default -> expression.toString();
        };
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
