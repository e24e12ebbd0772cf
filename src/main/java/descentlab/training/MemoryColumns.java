package descentlab.training;

import descentlab.optimizer.Method;
import descentlab.optimizer.State;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a descent for what a method remembers: two for each symbol that any of its stages has, {@code s1} and
 * {@code s2} for s. They are NaN while the stage in force has none of that symbol.
 */
final class MemoryColumns {

    private static final int DIMENSION = 2;

    /** What there is of a symbol that the stage in force has none of. */
    private static final double[] NOTHING = {Double.NaN, Double.NaN};

    private final List<String> symbols;
    /** By symbol, of the state in force. */
    private double[][] remembered;

    /** Of a method that is about to start. */
    MemoryColumns(Method method) {
        this(method.memories());
    }

    private MemoryColumns(List<String> symbols) {
        this.symbols = symbols;
    }

    /** No columns, whatever is remembered. */
    static MemoryColumns none() {
        return new MemoryColumns(List.of());
    }

    /** The same columns for another descent, which has to say what is in force there. */
    MemoryColumns copy() {
        return new MemoryColumns(symbols);
    }

    /** Names of the columns. */
    Stream<String> names() {
        return symbols.stream().flatMap(symbol -> Stream.of(symbol + "1", symbol + "2"));
    }

    /** What is in force from now on. */
    void follow(State state) {
        Map<String, double[]> present =
                state.memories().stream().collect(Collectors.toMap(State.Memory::symbol, State.Memory::values));
        remembered = symbols.stream().map(symbol -> present.getOrDefault(symbol, NOTHING)).toArray(double[][]::new);
    }

    /** Writes what is remembered now. */
    void write(double[] values, int at) {
        for (int i = 0; i < remembered.length; i++) {
            values[at + DIMENSION * i] = remembered[i][0];
            values[at + DIMENSION * i + 1] = remembered[i][1];
        }
    }
}
