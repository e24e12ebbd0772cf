package descentlab.linalg;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import com.sun.management.ThreadMXBean;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.reflect.AccessFlag;
import java.time.Duration;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Compiles a {@link Tile} of any size to a hidden class: its loop over k with every sum in a local variable of its own, which
 * is what the JVM's compiler keeps in registers. Written by hand each size would be a page of the same lines.
 *
 * <pre>
 * for (int p = 0; p &lt; k; p++) {
 *     b0 = load(b, bAt + bRows[p]); b1 = ...
 *     factor = broadcast(a[row0 + p]); s00 = factor.fma(b0, s00); s01 = factor.fma(b1, s01); ...
 *     factor = broadcast(a[row1 + p]); ...
 * }
 * </pre>
 */
final class TileCompiler {

    private static final ClassDesc VECTOR = described(FloatVector.class);
    private static final ClassDesc SPECIES = described(VectorSpecies.class);
    private static final ClassDesc FLOATS = CD_float.arrayType();
    private static final ClassDesc INTS = CD_int.arrayType();
    private static final MethodTypeDesc ADD = MethodTypeDesc.of(
            CD_void, CD_int, FLOATS, CD_int, INTS, CD_int, CD_int, FLOATS, CD_int, INTS, FLOATS, CD_int, CD_int);
    private static final MethodTypeDesc LOAD = MethodTypeDesc.of(VECTOR, SPECIES, FLOATS, CD_int);
    private static final MethodTypeDesc STORE = MethodTypeDesc.of(CD_void, FLOATS, CD_int);
    private static final MethodTypeDesc ALL = MethodTypeDesc.of(VECTOR, SPECIES, CD_float);
    private static final MethodTypeDesc CAST = MethodTypeDesc.of(CD_Object, CD_Object);
    private static final MethodTypeDesc FMA = MethodTypeDesc.of(VECTOR, described(Vector.class), described(Vector.class));

    /** Length of the sums while a tile is rehearsed, and how many of them stand between two looks at what they allocated. */
    private static final int REHEARSED = 4;

    private static final int BURST = 200;

    private static final long LONGEST = Duration.ofSeconds(2).toNanos();

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int K = 1;
    private static final int A = 2;
    private static final int A_AT = 3;
    private static final int A_ROWS = 4;
    private static final int FIRST = 5;
    private static final int A_COLUMN = 6;
    private static final int B = 7;
    private static final int B_AT = 8;
    private static final int B_ROWS = 9;
    private static final int C = 10;
    private static final int C_AT = 11;
    private static final int C_ROW = 12;

    private final int rows;
    private final int vectors;
    private final String species;
    private final int lanes;
    private final int run;
    private final boolean along;
    private CodeBuilder code;

    /**
     * For a tile.
     *
     * @param species name of the field of {@link VectorKernels} that says how long a vector is
     * @param lanes that length
     * @param run rows of A that start one entry after the other; a divisor of {@code rows}
     * @param along whether {@code aColumn} will be 1: the JVM's compiler then sees that p steps do not leave the array
     */
    TileCompiler(int rows, int vectors, String species, int lanes, int run, boolean along) {
        this.rows = rows;
        this.vectors = vectors;
        this.species = species;
        this.lanes = lanes;
        this.run = run;
        this.along = along;
    }

    private static ClassDesc described(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /** The tile, at its full speed where the JVM gets there in time. */
    Tile compile() {
        Tile tile = define();
        rehearse(tile);
        return tile;
    }

    /**
     * Runs a tile until the JVM's better compiler has taken it up. Before, each operation makes an object, which is a
     * hundred times as slow; and in the midst of a long loop it would be compiled for that loop alone, and then once more.
     */
    private void rehearse(Tile tile) {
        float[] a = new float[rows * REHEARSED];
        float[] b = new float[vectors * lanes];
        float[] c = new float[rows * vectors * lanes];
        int[] aRows = RowStarts.apart(rows, 1).at;
        int[] bRows = new int[REHEARSED];
        long begin = System.nanoTime();
        long before;
        do {
            before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < BURST; i++) {
                tile.add(REHEARSED, a, 0, aRows, 0, 1, b, 0, bRows, c, 0, vectors * lanes);
            }
        } while (THREADS.getCurrentThreadAllocatedBytes() > before && System.nanoTime() - begin < LONGEST);
    }

    private Tile define() {
        ClassDesc name = ClassDesc.of(getClass().getPackageName(), "CompiledTile");
        byte[] bytes = ClassFile.of().build(name, built -> built
                .withFlags(AccessFlag.FINAL, AccessFlag.SYNTHETIC)
                .withInterfaceSymbols(List.of(described(Tile.class)))
                .withMethodBody(INIT_NAME, MTD_void, 0, body -> body.aload(0)
                        .invokespecial(CD_Object, INIT_NAME, MTD_void)
                        .return_())
                .withMethodBody("add", ADD, ClassFile.ACC_PUBLIC, this::body));
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return (Tile) hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class)).invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("compiled code was refused", e);
        }
    }

    private void body(CodeBuilder builder) {
        code = builder;
        int[] starts = starts();
        int[][] sums = new int[rows][vectors];
        for (int row = 0; row < rows; row++) {
            for (int vector = 0; vector < vectors; vector++) {
                sums[row][vector] = code.allocateLocal(TypeKind.REFERENCE);
                species().aload(C);
                place(row, vector);
                code.invokestatic(VECTOR, "fromArray", LOAD).astore(sums[row][vector]);
            }
        }
        loop(starts, sums);
        for (int row = 0; row < rows; row++) {
            for (int vector = 0; vector < vectors; vector++) {
                known(sums[row][vector]).aload(C);
                place(row, vector);
                code.invokevirtual(VECTOR, "intoArray", STORE);
            }
        }
        code.return_();
    }

    /** Where the runs of rows of A start. */
    private int[] starts() {
        int[] starts = new int[rows / run];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = code.allocateLocal(TypeKind.INT);
            code.iload(A_AT).aload(A_ROWS).iload(FIRST).loadConstant(i * run).iadd().iaload().iadd().istore(starts[i]);
        }
        return starts;
    }

    private CodeBuilder species() {
        return code.getstatic(described(VectorKernels.class), species, SPECIES);
    }

    /**
     * A vector, as the one class that it can only be of. The JVM's compiler would guess it by what called the same method before: tiles of
     * both lengths have, and where it cannot tell, each vector is an object for good.
     */
    private CodeBuilder known(int vector) {
        return code.getstatic(described(VectorKernels.class), species + "_TYPE", described(Class.class))
                .aload(vector)
                .invokevirtual(described(Class.class), "cast", CAST)
                .checkcast(VECTOR);
    }

    /** Where a vector of C stands. */
    private void place(int row, int vector) {
        code.iload(C_AT).iload(C_ROW).loadConstant(row).imul().iadd().loadConstant(vector * lanes).iadd();
    }

    private void loop(int[] starts, int[][] sums) {
        int p = code.allocateLocal(TypeKind.INT);
        int start = code.allocateLocal(TypeKind.INT);
        int factor = code.allocateLocal(TypeKind.REFERENCE);
        int[] b = new int[vectors];
        Label next = code.newLabel();
        Label end = code.newLabel();
        code.iconst_0().istore(p).labelBinding(next).iload(p).iload(K).if_icmpge(end);
        code.iload(B_AT).aload(B_ROWS).iload(p).iaload().iadd().istore(start);
        for (int vector = 0; vector < vectors; vector++) {
            b[vector] = code.allocateLocal(TypeKind.REFERENCE);
            species().aload(B).iload(start).loadConstant(vector * lanes).iadd();
            code.invokestatic(VECTOR, "fromArray", LOAD).astore(b[vector]);
        }
        for (int row = 0; row < rows; row++) {
            species().aload(A);
            code.iload(starts[row / run]);
            if (along) {
                code.iload(p).iadd();
            }
            code.loadConstant(row % run).iadd();
            code.faload().invokestatic(VECTOR, "broadcast", ALL).astore(factor);
            known(factor).astore(factor);
            for (int vector = 0; vector < vectors; vector++) {
                int sum = sums[row][vector];
                code.aload(factor).aload(b[vector]).aload(sum).invokevirtual(VECTOR, "fma", FMA).astore(sum);
            }
        }
        for (int moved : along ? new int[0] : starts) {
            code.iload(moved).iload(A_COLUMN).iadd().istore(moved);
        }
        code.iinc(p, 1).goto_(next).labelBinding(end);
    }
}
