package descentlab.objective;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Compiles results of an expression graph to a class of straight-line code, one method without a branch, in which
 * every node is computed once. The JVM then treats it like written code. The class is hidden: it goes when the
 * objective goes.
 *
 * <p>The operations are those of {@link Operation#of}, bit for bit.
 */
final class ExpressionCompiler {

    /** Longest code compiled: the JVM's own compiler leaves methods of more than 8,000 bytes to its interpreter. */
    private static final int MOST_OPERATIONS = 600;

    private static final ClassDesc OPERATION = described(Operation.class);
    private static final ClassDesc MATH = described(Math.class);
    private static final ClassDesc STRICT_MATH = described(StrictMath.class);
    private static final MethodTypeDesc AT =
            MethodTypeDesc.of(CD_double, CD_double, CD_double, CD_double.arrayType());
    private static final int X1_SLOT = 1;
    private static final int X2_SLOT = 3;
    private static final int OTHERS_SLOT = 5;

    private final List<ExpressionGraph.Node> nodes;
    private final int[] results;
    private final int[] uses;
    private final int[] slots;

    private ExpressionCompiler(List<ExpressionGraph.Node> nodes, int[] results) {
        this.nodes = nodes;
        this.results = results;
        this.uses = new int[nodes.size()];
        this.slots = new int[nodes.size()];
        for (int result : results) {
            use(result);
        }
    }

    private static ClassDesc described(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /** An evaluation of these nodes: compiled, or run operation by operation if that would be too long. */
    static Evaluation compile(List<ExpressionGraph.Node> nodes, int... results) {
        ExpressionCompiler compiler = new ExpressionCompiler(nodes, results);
        int operations = 0;
        for (int count : compiler.uses) {
            operations += count > 0 ? 1 : 0;
        }
        return operations > MOST_OPERATIONS ? new Program(nodes, results) : compiler.define();
    }

    private void use(int node) {
        if (uses[node]++ == 0) {
            ExpressionGraph.Node used = nodes.get(node);
            int[] operands = {used.a(), used.b(), used.c(), used.d()};
            for (int i = 0; i < used.operation().operands(); i++) {
                use(operands[i]);
            }
        }
    }

    private Evaluation define() {
        ClassDesc name = ClassDesc.of(getClass().getPackageName(), "CompiledExpression");
        byte[] bytes = ClassFile.of().build(name, type -> type
                .withFlags(AccessFlag.FINAL, AccessFlag.SYNTHETIC)
                .withInterfaceSymbols(Collections.singletonList(described(Evaluation.class)))
                .withMethodBody(INIT_NAME, MTD_void, 0, code -> code.aload(0)
                        .invokespecial(CD_Object, INIT_NAME, MTD_void)
                        .return_())
                .withMethodBody("at", AT, ClassFile.ACC_PUBLIC, this::body));
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return (Evaluation) hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("compiled code was refused", e);
        }
    }

    private void body(CodeBuilder code) {
        for (int i = 1; i < results.length; i++) {
            code.aload(OTHERS_SLOT).loadConstant(i - 1);
            push(code, results[i]);
            code.dastore();
        }
        push(code, results[0]);
        code.dreturn();
    }

    /** Puts the value of a node on the stack; what is needed again is kept in a local variable. */
    private void push(CodeBuilder code, int number) {
        ExpressionGraph.Node node = nodes.get(number);
        switch (node.operation()) {
            case CONSTANT -> code.loadConstant(node.value());
            case X1 -> code.dload(X1_SLOT);
            case X2 -> code.dload(X2_SLOT);
            default -> {
                if (slots[number] != 0) {
                    code.dload(slots[number]);
                    return;
                }
                compute(code, node);
                if (uses[number] > 1) {
                    slots[number] = code.allocateLocal(TypeKind.DOUBLE);
                    code.dup2().dstore(slots[number]);
                }
            }
        }
    }

    private void compute(CodeBuilder code, ExpressionGraph.Node node) {
        Operation operation = node.operation();
        push(code, node.a());
        if (operation == Operation.WHOLE_POWER) {
            wholePower(code, (int) nodes.get(node.b()).value());
            return;
        }
        if (operation.operands() > 1) {
            push(code, node.b());
        }
        if (operation.operands() > 2) {
            push(code, node.c());
            push(code, node.d());
        }
        switch (operation) {
            case ADD -> code.dadd();
            case SUBTRACT -> code.dsub();
            case MULTIPLY -> code.dmul();
            case DIVIDE -> code.ddiv();
            case NEGATE -> code.dneg();
            case POWER -> call(code, STRICT_MATH, "pow", 2);
            case SQRT, ABS, MIN, MAX -> call(code, MATH, method(operation), operation.operands());
            case SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH, EXP, LOG ->
                call(code, STRICT_MATH, method(operation), 1);
            case POWER_LOG -> call(code, OPERATION, "powerLog", 2);
            case POWER_LOG_SQUARED -> call(code, OPERATION, "powerLogSquared", 2);
            case TANH_SLOPE -> call(code, OPERATION, "tanhSlope", 1);
            case SIGN -> call(code, OPERATION, "sign", 1);
            case SELECT -> call(code, OPERATION, "select", 4);
            default -> throw new IllegalStateException(operation.toString());
        }
    }

    /** The base is on the stack. */
    private static void wholePower(CodeBuilder code, int exponent) {
        switch (exponent) {
            case 2 -> code.dup2().dmul();
            case 3 -> code.dup2().dup2().dmul().dmul();
            case 4 -> code.dup2().dmul().dup2().dmul();
            default -> code.loadConstant(exponent)
                    .invokestatic(OPERATION, "wholePower", MethodTypeDesc.of(CD_double, CD_double, CD_int));
        }
    }

    private static String method(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    private static void call(CodeBuilder code, ClassDesc owner, String name, int operands) {
        code.invokestatic(owner, name, MethodTypeDesc.of(CD_double, Collections.nCopies(operands, CD_double)));
    }
}
