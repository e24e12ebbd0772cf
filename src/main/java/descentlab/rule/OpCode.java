package descentlab.rule;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;
import java.util.Locale;

/** The operations as code, bit for bit those of {@link Op#of}, in double or single precision; operands are on the stack. */
final class OpCode {

    private static final ClassDesc OP = Op.class.describeConstable().orElseThrow();
    private static final ClassDesc MATH = Math.class.describeConstable().orElseThrow();
    private static final ClassDesc STRICT_MATH = StrictMath.class.describeConstable().orElseThrow();

    private final CodeBuilder code;
    private final boolean wide;

    OpCode(CodeBuilder code, TypeKind kind) {
        this.code = code;
        this.wide = kind == TypeKind.DOUBLE;
    }

    void compute(Op op) {
        switch (op) {
            case ADD -> either(Opcode.DADD, Opcode.FADD);
            case SUBTRACT -> either(Opcode.DSUB, Opcode.FSUB);
            case MULTIPLY -> either(Opcode.DMUL, Opcode.FMUL);
            case DIVIDE -> either(Opcode.DDIV, Opcode.FDIV);
            case NEGATE -> either(Opcode.DNEG, Opcode.FNEG);
            case POWER -> power();
            case SQRT, EXP, LOG, SIN, COS, TANH -> analysis(op);
            case ABS, MIN, MAX -> call(MATH, op);
            case SIGN -> call(OP, op);
            // NaN counts as greater, so that less and at most are false of it.
            case LESS -> flag(Opcode.IFLT);
            case AT_MOST -> flag(Opcode.IFLE);
            case EQUAL -> flag(Opcode.IFEQ);
            case UNEQUAL -> flag(Opcode.IFNE);
            case WHERE -> where();
            default -> throw new IllegalStateException(op.toString());
        }
    }

    private void either(Opcode inDouble, Opcode inFloat) {
        code.with(OperatorInstruction.of(wide ? inDouble : inFloat));
    }

    private void call(ClassDesc owner, Op op) {
        ClassDesc type = wide ? CD_double : CD_float;
        code.invokestatic(owner, name(op), MethodTypeDesc.of(type, Collections.nCopies(op.operands, type)));
    }

    private static String name(Op op) {
        return op.name().toLowerCase(Locale.ROOT);
    }

    /** Functions that there are in double precision; a root is as exact in either. */
    private void analysis(Op op) {
        if (!wide) {
            code.f2d();
        }
        code.invokestatic(op == Op.SQRT ? MATH : STRICT_MATH, name(op), MethodTypeDesc.of(CD_double, CD_double));
        if (!wide) {
            code.d2f();
        }
    }

    private void power() {
        if (wide) {
            code.invokestatic(STRICT_MATH, "pow", MethodTypeDesc.of(CD_double, CD_double, CD_double));
        } else {
            code.invokestatic(OP, "power", MethodTypeDesc.of(CD_float, CD_float, CD_float));
        }
    }

    private void flag(Opcode jump) {
        compare();
        Label yes = code.newLabel();
        Label end = code.newLabel();
        code.branch(jump, yes);
        zero();
        code.goto_(end).labelBinding(yes);
        if (wide) {
            code.dconst_1();
        } else {
            code.fconst_1();
        }
        code.labelBinding(end);
    }

    private void compare() {
        if (wide) {
            code.dcmpg();
        } else {
            code.fcmpg();
        }
    }

    private void zero() {
        if (wide) {
            code.dconst_0();
        } else {
            code.fconst_0();
        }
    }

    /** Of a, b and c on the stack. */
    private void where() {
        TypeKind kind = wide ? TypeKind.DOUBLE : TypeKind.FLOAT;
        int c = code.allocateLocal(kind);
        int b = code.allocateLocal(kind);
        code.storeLocal(kind, c).storeLocal(kind, b);
        zero();
        compare();
        Label otherwise = code.newLabel();
        Label end = code.newLabel();
        code.ifeq(otherwise);
        code.loadLocal(kind, b).goto_(end).labelBinding(otherwise).loadLocal(kind, c).labelBinding(end);
    }
}
