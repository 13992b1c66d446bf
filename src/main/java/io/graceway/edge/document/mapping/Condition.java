package io.graceway.edge.document.mapping;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.graceway.edge.document.config.Part;
import io.graceway.edge.document.value.Misfit;
import io.graceway.edge.document.value.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** A condition in CEL, checked when the mapping is loaded; what is absent counts as empty, zero or false. */
final class Condition {

    private final CelRuntime.Program program;
    private final List<String> uses;
    private final boolean wire;

    private Condition(CelRuntime.Program program, List<String> uses, boolean wire) {
        this.program = program;
        this.uses = uses;
        this.wire = wire;
    }

    /** Over raw values: {@code wire['isOpen'] == '1'}. */
    static Condition overWire(Part part) {
        CelAbstractSyntaxTree tree = Cel.compile(part, Map.of());
        TreeSet<String> uses = new TreeSet<>();
        CelNavigableAst.fromAst(tree).getRoot().allNodes().filter(node -> isWire(node.expr())).forEach(node ->
                uses.add(key(part, node)));
        return new Condition(Cel.program(part, tree), List.copyOf(uses), true);
    }

    /** Over our fields, a dash in a name written as underscore: {@code amount > decimal('0')}. */
    static Condition overFields(Part part, Map<String, ValueType.Meaning> fields) {
        CelAbstractSyntaxTree tree = Cel.compile(part, fields);
        TreeSet<String> uses = new TreeSet<>();
        CelNavigableAst.fromAst(tree).getRoot().allNodes().filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .forEach(node -> fields.keySet().stream()
                        .filter(field -> Cel.variable(field).equals(node.expr().ident().name())).forEach(uses::add));
        return new Condition(Cel.program(part, tree), List.copyOf(uses), false);
    }

    private static boolean isWire(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.IDENT && expr.ident().name().equals("wire");
    }

    /** Which column is meant must be known before the file comes, so that a missing one is noticed. */
    private static String key(Part part, CelNavigableExpr node) {
        CelExpr above = node.parent().map(CelNavigableExpr::expr).orElse(node.expr());
        if (above.getKind() == CelExpr.ExprKind.Kind.CALL && above.call().function().equals("_[_]")
                && isWire(above.call().args().get(0))
                && above.call().args().get(1).getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            return above.call().args().get(1).constant().stringValue();
        }
        throw part.refused("GW-CFG-011", "write wire['the column'] and nothing else with wire");
    }

    /** The places on the wire it asks for. */
    List<String> places() {
        return wire ? uses : List.of();
    }

    boolean holdsForWire(Function<String, String> values) throws Misfit {
        Map<String, Object> wire = new HashMap<>();
        uses.forEach(name -> {
            String value = values.apply(name);
            wire.put(name, value == null ? "" : value);
        });
        return holds(Map.of("wire", wire));
    }

    boolean holdsForFields(Map<String, Object> fields, Map<String, ValueType.Meaning> meanings) throws Misfit {
        Map<String, Object> variables = new HashMap<>();
        uses.forEach(name -> variables.put(Cel.variable(name), Cel.value(meanings.get(name), fields.get(name))));
        return holds(variables);
    }

    private boolean holds(Map<String, Object> variables) throws Misfit {
        try {
            return (Boolean) program.eval(variables);
        } catch (CelEvaluationException e) {
            throw new Misfit("GW-DOC-013", "a condition of the mapping could not be judged for this record");
        }
    }
}
