package io.graceway.edge.document.mapping;

import com.google.re2j.Pattern;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.value.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/** CEL as mappings use it: no loops, and decimals that are exact. */
final class Cel {

    /** A decimal in CEL; a number of Java's would be compared as a double or not at all. */
    record Exact(BigDecimal value) {

        Exact {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    private static final CelType DECIMAL = OpaqueType.create("decimal");
    private static final Map<String, IntPredicate> ORDER = Map.of("_<_", sign -> sign < 0, "_<=_", sign -> sign <= 0,
            "_>_", sign -> sign > 0, "_>=_", sign -> sign >= 0);
    private static final CelRuntime RUNTIME = runtime();
    /** A mapping's own are few; one that takes them from the file is not remembered for ever. */
    private static final int MOST_EXPRESSIONS = 1_000;
    private static final Map<String, Pattern> EXPRESSIONS = new ConcurrentHashMap<>();

    private Cel() {
    }

    static CelAbstractSyntaxTree compile(Part part, Map<String, ValueType.Meaning> fields) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.HAS).addFunctionDeclarations(functions())
                .setResultType(SimpleType.BOOL);
        if (fields.isEmpty()) {
            builder.addVar("wire", MapType.create(SimpleType.STRING, SimpleType.STRING));
        }
        fields.forEach((name, meaning) -> builder.addVar(variable(name), type(meaning)));
        try {
            return builder.build().compile(part.text("")).getAst();
        } catch (CelValidationException e) {
            throw part.refused("GW-CFG-011", "the condition is not CEL of type bool: "
                    + e.getErrors().get(0).getMessage() + "; correct it");
        }
    }

    static CelRuntime.Program program(Part part, CelAbstractSyntaxTree tree) {
        try {
            return RUNTIME.createProgram(tree);
        } catch (CelEvaluationException e) {
            throw part.refused("GW-CFG-011", "the condition cannot be made into a program; simplify it");
        }
    }

    static String variable(String field) {
        return field.replace('-', '_');
    }

    /** A field's value as CEL sees it: dates as ISO text, which sorts by time; nothing is ever null. */
    static Object value(ValueType.Meaning meaning, Object value) {
        return switch (meaning) {
            case DECIMAL -> new Exact(value == null ? BigDecimal.ZERO : (BigDecimal) value);
            case INTEGER -> value == null ? Long.valueOf(0) : Long.valueOf(((Number) value).longValue());
            case BOOLEAN -> value == null ? Boolean.FALSE : value;
            default -> value == null ? "" : value.toString();
        };
    }

    private static CelType type(ValueType.Meaning meaning) {
        return switch (meaning) {
            case DECIMAL -> DECIMAL;
            case INTEGER -> SimpleType.INT;
            case BOOLEAN -> SimpleType.BOOL;
            default -> SimpleType.STRING;
        };
    }

    private static List<CelFunctionDecl> functions() {
        List<CelFunctionDecl> functions = new ArrayList<>();
        functions.add(CelFunctionDecl.newFunctionDeclaration("decimal",
                CelOverloadDecl.newGlobalOverload("decimal_string", DECIMAL, SimpleType.STRING)));
        ORDER.keySet().forEach(name -> functions.add(CelFunctionDecl.newFunctionDeclaration(name,
                CelOverloadDecl.newGlobalOverload(name + "decimal", SimpleType.BOOL, DECIMAL, DECIMAL))));
        for (String name : List.of("_+_", "_-_")) {
            functions.add(CelFunctionDecl.newFunctionDeclaration(name,
                    CelOverloadDecl.newGlobalOverload(name + "decimal", DECIMAL, DECIMAL, DECIMAL)));
        }
        return functions;
    }

    private static CelRuntime runtime() {
        List<CelFunctionBinding> bindings = new ArrayList<>();
        bindings.add(CelFunctionBinding.from("decimal_string", String.class, text -> new Exact(new BigDecimal(text))));
        ORDER.forEach((name, holds) -> bindings.add(CelFunctionBinding.from(name + "decimal", Exact.class, Exact.class,
                (a, b) -> holds.test(a.value().compareTo(b.value())))));
        bindings.add(CelFunctionBinding.from("_+_decimal", Exact.class, Exact.class,
                (a, b) -> new Exact(a.value().add(b.value()))));
        bindings.add(CelFunctionBinding.from("_-_decimal", Exact.class, Exact.class,
                (a, b) -> new Exact(a.value().subtract(b.value()))));
        // CEL's own compiles the expression anew for every record.
        bindings.add(CelFunctionBinding.from("matches_string", String.class, String.class, Cel::matches));
        bindings.add(CelFunctionBinding.from("matches", String.class, String.class, Cel::matches));
        return CelRuntimeFactory.standardCelRuntimeBuilder().setStandardEnvironmentEnabled(false)
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                .excludeFunctions(StandardFunction.MATCHES).build()).addFunctionBindings(bindings).build();
    }

    private static boolean matches(String text, String expression) {
        Pattern pattern = EXPRESSIONS.get(expression);
        if (pattern == null) {
            pattern = Pattern.compile(expression);
            if (EXPRESSIONS.size() < MOST_EXPRESSIONS) {
                EXPRESSIONS.put(expression, pattern);
            }
        }
        return pattern.matcher(text).find();
    }
}
