package descentlab.rule;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles a pass to a hidden class with one method: what has one value for a tensor is computed first, then a loop goes over
 * the elements, in a form that the JVM's own compiler can vectorise. Every node has a local variable and is computed once.
 */
final class PassCompiler {

    private static final int X = 1;
    private static final int G = 2;
    private static final int STATES = 3;
    private static final int SHARED = 4;
    private static final int TAKEN = 5;
    private static final int SUMS = 6;
    private static final int NUMBERS = 7;
    private static final int FROM = 8;
    private static final int TO = 9;
    private static final int TENSOR = 10;
    private static final int LAST = 11;

    private final RulePlan plan;
    private final int pass;
    private final boolean keeping;
    /** What the elements are computed in. */
    private final TypeKind kind;
    private final ClassDesc element;
    private final List<Integer> needed;
    /** Where the value of each node is, in double precision if it is not one of elements. */
    private final Map<Integer, Integer> locals = new HashMap<>();
    /** Where the value of a node that is not one of elements is, as elements are computed. */
    private final Map<Integer, Integer> narrowed = new HashMap<>();
    private final Map<Integer, Integer> arrays = new HashMap<>();
    private final Map<Integer, Integer> totals = new HashMap<>();
    private CodeBuilder code;

    private PassCompiler(RulePlan plan, int pass, boolean keeping, TypeKind kind) {
        this.plan = plan;
        this.pass = pass;
        this.keeping = keeping;
        this.kind = kind;
        this.element = kind == TypeKind.DOUBLE ? CD_double : CD_float;
        this.needed = plan.needed(pass);
    }

    /** @param keeping whether the last pass keeps what was taken from each element */
    static Pass inDouble(RulePlan plan, int pass, boolean keeping) {
        return (Pass) new PassCompiler(plan, pass, keeping, TypeKind.DOUBLE).define(Pass.class);
    }

    /** As {@link #inDouble}. */
    static FloatPass inFloat(RulePlan plan, int pass, boolean keeping) {
        return (FloatPass) new PassCompiler(plan, pass, keeping, TypeKind.FLOAT).define(FloatPass.class);
    }

    private Object define(Class<?> type) {
        ClassDesc name = ClassDesc.of(getClass().getPackageName(), "CompiledPass");
        ClassDesc array = element.arrayType();
        MethodTypeDesc run = MethodTypeDesc.of(CD_void, array, array, array.arrayType(),
                CD_double.arrayType(2), array, CD_double.arrayType(2), CD_double.arrayType(), CD_int, CD_int, CD_int, CD_boolean);
        byte[] bytes = ClassFile.of().build(name, built -> built
                .withFlags(AccessFlag.FINAL, AccessFlag.SYNTHETIC)
                .withInterfaceSymbols(List.of(type.describeConstable().orElseThrow()))
                .withMethodBody(INIT_NAME, MTD_void, 0, body -> body.aload(0)
                        .invokespecial(CD_Object, INIT_NAME, MTD_void)
                        .return_())
                .withMethodBody("run", run, ClassFile.ACC_PUBLIC, this::body));
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class)).invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("compiled code was refused", e);
        }
    }

    private boolean ofElements(int node) {
        return plan.spans().get(node) == Span.ELEMENT;
    }

    private boolean isLast() {
        return pass == plan.count() - 1;
    }

    private void body(CodeBuilder builder) {
        code = builder;
        prologue();
        loop();
        epilogue();
        code.return_();
    }

    private void prologue() {
        for (int node : needed) {
            if (ofElements(node)) {
                continue;
            }
            shared(node);
            int local = code.allocateLocal(TypeKind.DOUBLE);
            locals.put(node, local);
            code.dstore(local);
            if (kind == TypeKind.FLOAT) {
                int narrow = code.allocateLocal(TypeKind.FLOAT);
                narrowed.put(node, narrow);
                code.dload(local).d2f().fstore(narrow);
            }
        }
        for (int state = 0; state < plan.states().length; state++) {
            if (plan.remembered().get(state).span() == Span.ELEMENT) {
                int array = code.allocateLocal(TypeKind.REFERENCE);
                arrays.put(state, array);
                code.aload(STATES).loadConstant(state).aaload().astore(array);
            }
        }
        for (int sum : isLast() ? List.<Integer>of() : plan.sumsOf(pass)) {
            int total = code.allocateLocal(TypeKind.DOUBLE);
            totals.put(sum, total);
            if (plan.nodes().get(sum).op() == Op.ALL_SUM) {
                sum(sum);
            } else {
                code.dconst_0();
            }
            code.dstore(total);
        }
    }

    /** Puts a value on the stack that is not one of elements. */
    private void shared(int number) {
        RuleGraph.Node node = plan.nodes().get(number);
        switch (node.op()) {
            case CONSTANT -> code.loadConstant(node.value());
            case LR -> number(0);
            case T -> number(1);
            case ALL_COUNT -> number(2);
            case PARAMETER -> number(Update.FIRST_PARAMETER + node.number());
            case COUNT -> code.iload(TO).iload(FROM).isub().i2d();
            case STATE -> {
                state(node.number());
                code.daload();
            }
            case SUM, ALL_SUM -> sum(number);
            default -> {
                for (int i = 0; i < node.op().operands; i++) {
                    code.dload(locals.get(node.operand(i)));
                }
                new OpCode(code, TypeKind.DOUBLE).compute(node.op());
            }
        }
    }

    private void number(int index) {
        code.aload(NUMBERS).loadConstant(index).daload();
    }

    /** The array and the index of a state that is not one of elements. */
    private void state(int state) {
        code.aload(SHARED).loadConstant(state).aaload();
        index(plan.remembered().get(state).span());
    }

    private void sum(int sum) {
        sumPlace(sum);
        code.daload();
    }

    private void sumPlace(int sum) {
        code.aload(SUMS).loadConstant(plan.number(sum)).aaload();
        index(plan.spans().get(sum));
    }

    private void index(Span span) {
        if (span == Span.TENSOR) {
            code.iload(TENSOR);
        } else {
            code.iconst_0();
        }
    }

    private void loop() {
        int i = code.allocateLocal(TypeKind.INT);
        Label test = code.newLabel();
        Label top = code.newLabel();
        code.iload(FROM).istore(i).goto_(test).labelBinding(top);
        for (int node : needed) {
            if (ofElements(node)) {
                ofElement(node, i);
                int local = code.allocateLocal(kind);
                locals.put(node, local);
                code.storeLocal(kind, local);
            }
        }
        if (isLast()) {
            store(i);
        } else {
            totals.forEach((sum, total) -> {
                code.dload(total);
                int argument = plan.nodes().get(sum).a();
                code.loadLocal(ofElements(argument) ? kind : TypeKind.DOUBLE, locals.get(argument));
                if (ofElements(argument) && kind == TypeKind.FLOAT) {
                    code.f2d();
                }
                code.dadd().dstore(total);
            });
        }
        code.iinc(i, 1).labelBinding(test).iload(i).iload(TO).if_icmplt(top);
    }

    private void ofElement(int number, int i) {
        RuleGraph.Node node = plan.nodes().get(number);
        switch (node.op()) {
            case X -> code.aload(X).iload(i).arrayLoad(kind);
            case G -> code.aload(G).iload(i).arrayLoad(kind);
            case STATE -> code.aload(arrays.get(node.number())).iload(i).arrayLoad(kind);
            default -> {
                for (int k = 0; k < node.op().operands; k++) {
                    load(node.operand(k));
                }
                new OpCode(code, kind).compute(node.op());
            }
        }
    }

    /** Puts a value on the stack as elements are computed. */
    private void load(int node) {
        boolean wide = ofElements(node) || kind == TypeKind.DOUBLE;
        code.loadLocal(kind, wide ? locals.get(node) : narrowed.get(node));
    }

    /** What the step leads to, at an element. */
    private void store(int i) {
        if (keeping) {
            code.aload(TAKEN).iload(i).aload(X).iload(i).arrayLoad(kind);
            load(plan.x());
            new OpCode(code, kind).compute(Op.SUBTRACT);
            code.arrayStore(kind);
        }
        code.aload(X).iload(i);
        load(plan.x());
        code.arrayStore(kind);
        arrays.forEach((state, array) -> {
            code.aload(array).iload(i);
            load(plan.states()[state]);
            code.arrayStore(kind);
        });
    }

    /** Writes sums, and what is remembered of a tensor or of all. */
    private void epilogue() {
        totals.forEach((sum, total) -> {
            sumPlace(sum);
            code.dload(total).dastore();
        });
        if (!isLast()) {
            return;
        }
        remember(Span.TENSOR);
        Label end = code.newLabel();
        code.iload(LAST).ifeq(end);
        remember(Span.ONE);
        code.labelBinding(end);
    }

    private void remember(Span span) {
        for (int state = 0; state < plan.states().length; state++) {
            if (plan.remembered().get(state).span() == span) {
                state(state);
                code.dload(locals.get(plan.states()[state])).dastore();
            }
        }
    }
}
