package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What users of the three published modules see has a comment that says what it is for. The compiler checks what stands in
 * comments ({@code -Xdoclint}), but its group for missing ones wants tags that would repeat a name; this wants what a reader
 * misses.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicApiTest {

    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java"),
            Path.of("../junit-extension/src/main/java"),
            Path.of("../assertj-assertions/src/main/java"));

    private static final Pattern MARK = Pattern.compile("@API\\(status = [A-Z]+, since = \"[0-9.]+\"\\)");

    /** Sixty-two names that are AWS's own and said to be so: a comment on each would say it again. */
    private static final Set<String> SELF_EVIDENT = Set.of("HistoryEventType");

    private final List<TypeOfUsers> types = new ArrayList<>();
    private DocTrees docs;

    /** A public type outside of the internal packages; nested ones too. */
    private record TypeOfUsers(TreePath path, ClassTree tree, String name) {
        boolean is(Tree.Kind kind) {
            return tree.getKind() == kind;
        }

        Stream<TreePath> members() {
            boolean allPublic = is(Tree.Kind.INTERFACE) || is(Tree.Kind.ANNOTATION_TYPE);
            return tree.getMembers().stream()
                    .filter(member -> member instanceof MethodTree || member instanceof VariableTree)
                    .filter(member -> allPublic || isVisible(modifiers(member)))
                    .map(member -> new TreePath(path, member));
        }
    }

    @BeforeAll
    void readsTheSources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : SOURCES) {
            try (Stream<Path> below = Files.walk(root)) {
                below.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                if (unit.getPackageName() != null && !isInternal(unit.getPackageName())) {
                    for (Tree declared : unit.getTypeDecls()) {
                        collect(TreePath.getPath(unit, declared), "", false);
                    }
                }
            }
        }
        assertThat(types).as("types of users").hasSizeGreaterThan(100);
    }

    private static boolean isInternal(ExpressionTree packageName) {
        String name = packageName + ".";
        return name.contains(".internal.") || name.endsWith(".assertj.error.");
    }

    private void collect(TreePath path, String around, boolean visible) {
        if (path.getLeaf() instanceof ClassTree type && (visible || isVisible(type.getModifiers()))) {
            TypeOfUsers found = new TypeOfUsers(path, type, around + type.getSimpleName());
            types.add(found);
            boolean allPublic = found.is(Tree.Kind.INTERFACE) || found.is(Tree.Kind.ANNOTATION_TYPE);
            type.getMembers().forEach(member -> collect(new TreePath(path, member), found.name() + ".", allPublic));
        }
    }

    @Test
    void every_type_has_a_comment() {
        assertThat(types.stream().filter(type -> docs.getDocCommentTree(type.path()) == null))
                .extracting(TypeOfUsers::name)
                .isEmpty();
    }

    @Test
    void every_type_says_since_when_it_is_there_and_what_is_promised_of_it() {
        assertThat(types.stream()
                        .filter(type -> type.path().getParentPath().getLeaf() instanceof CompilationUnitTree)
                        .filter(type -> !MARK.matcher(type.tree().getModifiers().toString())
                                .find()))
                .extracting(TypeOfUsers::name)
                .isEmpty();
    }

    @Test
    void every_method_constructor_and_constant_has_a_comment() {
        assertThat(ofMembers((type, member, missing) -> {
                    DocCommentTree comment = docs.getDocCommentTree(member);
                    boolean inherits = modifiers(member.getLeaf())
                            .getAnnotations()
                            .toString()
                            .contains("Override");
                    boolean repeats = isConstant(member.getLeaf()) && SELF_EVIDENT.contains(type.name());
                    if (comment == null && !inherits && !repeats && !isComponent(type, member.getLeaf())) {
                        missing.accept(name(member.getLeaf()));
                    }
                }))
                .isEmpty();
    }

    @Test
    void every_component_of_a_record_has_its_param_tag() {
        List<String> missing = new ArrayList<>();
        for (TypeOfUsers type : types) {
            if (type.is(Tree.Kind.RECORD)) {
                Set<String> told = new LinkedHashSet<>();
                for (DocTree tag : tags(type.path())) {
                    if (tag instanceof ParamTree param) {
                        told.add(param.getName().toString());
                    }
                }
                for (Tree member : type.tree().getMembers()) {
                    if (isComponent(type, member) && !told.contains(name(member))) {
                        missing.add(type.name() + ": " + name(member));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** What a caller has to reckon with, where the method itself throws it; what it calls is beyond a look at its source. */
    @Test
    void what_a_method_throws_has_its_throws_tag() {
        assertThat(ofMembers((type, member, missing) -> {
                    if (member.getLeaf() instanceof MethodTree method
                            && !modifiers(method).getAnnotations().toString().contains("Override")) {
                        Set<String> told = new LinkedHashSet<>();
                        for (DocTree tag : tags(member)) {
                            if (tag instanceof ThrowsTree thrown) {
                                told.add(thrown.getExceptionName().toString());
                            }
                        }
                        thrown(method).stream()
                                .filter(thrown -> !told.contains(thrown))
                                .forEach(thrown -> missing.accept(name(method) + " throws " + thrown));
                    }
                }))
                .isEmpty();
    }

    private static Set<String> thrown(MethodTree method) {
        Set<String> thrown = new LinkedHashSet<>();
        method.getThrows().forEach(type -> thrown.add(type.toString()));
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitThrow(ThrowTree statement, Void nothing) {
                if (statement.getExpression() instanceof NewClassTree made) {
                    thrown.add(made.getIdentifier().toString());
                }
                return super.visitThrow(statement, nothing);
            }

            @Override
            public Void visitCatch(CatchTree handler, Void nothing) {
                // The name that the code gives to what cannot be, but has to be caught.
                return handler.getParameter().getName().contentEquals("impossible")
                        ? null
                        : super.visitCatch(handler, nothing);
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree later, Void nothing) {
                return null;
            }

            @Override
            public Void visitClass(ClassTree other, Void nothing) {
                return null;
            }
        }.scan(method.getBody(), null);
        return thrown;
    }

    // ---- looking at sources ----------------------------------------------------------------------------------

    @FunctionalInterface
    private interface Look {
        void at(TypeOfUsers type, TreePath member, Consumer<String> missing);
    }

    /** What a look at each method and field finds, named by its type. */
    private List<String> ofMembers(Look look) {
        List<String> found = new ArrayList<>();
        for (TypeOfUsers type : types) {
            type.members().forEach(member -> look.at(type, member, name -> found.add(type.name() + ": " + name)));
        }
        return found;
    }

    private List<? extends DocTree> tags(TreePath path) {
        DocCommentTree comment = docs.getDocCommentTree(path);
        return comment == null ? List.of() : comment.getBlockTags();
    }

    private static boolean isComponent(TypeOfUsers type, Tree member) {
        return type.is(Tree.Kind.RECORD)
                && member instanceof VariableTree
                && !modifiers(member).getFlags().contains(Modifier.STATIC);
    }

    private static boolean isConstant(Tree member) {
        return member instanceof VariableTree;
    }

    private static String name(Tree member) {
        return member instanceof MethodTree method
                ? method.getName() + "(" + method.getParameters() + ")"
                : ((VariableTree) member).getName().toString();
    }

    private static ModifiersTree modifiers(Tree member) {
        return member instanceof MethodTree method
                ? method.getModifiers()
                : member instanceof VariableTree field ? field.getModifiers() : ((ClassTree) member).getModifiers();
    }

    private static boolean isVisible(ModifiersTree modifiers) {
        return modifiers.getFlags().contains(Modifier.PUBLIC)
                || modifiers.getFlags().contains(Modifier.PROTECTED);
    }
}
