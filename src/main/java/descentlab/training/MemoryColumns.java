package descentlab.training;

import descentlab.optimizer.Method;
import descentlab.optimizer.State;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of a descent for what a method remembers: two for each symbol that any of its stages has, {@code s1} and
 * {@code s2} for s. They are NaN while the stage in force has none of that symbol.
 */
final class MemoryColumns {

    private static final int DIMENSION = 2;

    private final List<String> symbols;
    private List<State.Memory> memories;
    /** Where each of them stands among the symbols, and which symbols none of them has. */
    private int[] places;

    private int[] absent;

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
        memories = state.memories().stream().filter(memory -> symbols.contains(memory.symbol())).toList();
        List<String> present = memories.stream().map(State.Memory::symbol).toList();
        places = present.stream().mapToInt(symbols::indexOf).toArray();
        absent = IntStream.range(0, symbols.size()).filter(i -> !present.contains(symbols.get(i))).toArray();
    }

    /** Writes what is remembered now. */
    void write(double[] values, int at) {
        for (int i = 0; i < places.length; i++) {
            double[] remembered = memories.get(i).values();
            int column = at + DIMENSION * places[i];
            values[column] = remembered[0];
            values[column + 1] = remembered[1];
        }
        for (int place : absent) {
            values[at + DIMENSION * place] = Double.NaN;
            values[at + DIMENSION * place + 1] = Double.NaN;
        }
    }
}
