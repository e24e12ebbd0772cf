package descentlab.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A function of x1 and x2 and its derivatives as code for NumPy.
 *
 * @param f gives its value
 * @param gradient gives df/dx1 and df/dx2
 * @param hessian gives the second derivatives by x1x1, x1x2 and x2x2
 */
record FunctionCode(Block f, Block gradient, Block hessian) {

    /** A name for a part: {@code name = value}. */
    record Let(String name, String value) {}

    /** Names for parts, in order, and what is computed with them. */
    record Block(List<Let> lets, List<String> results) {

        /** The same without names that nothing uses. */
        static Block of(List<Let> lets, String... results) {
            List<String> used = new ArrayList<>(Arrays.asList(results));
            List<Let> needed = new ArrayList<>();
            for (Let let : lets.reversed()) {
                Pattern name = Pattern.compile("\\b" + let.name() + "\\b");
                if (used.stream().anyMatch(text -> name.matcher(text).find())) {
                    used.add(let.value());
                    needed.add(let);
                }
            }
            Collections.reverse(needed);
            return new Block(needed, List.of(results));
        }

        String result(int index) {
            return results.get(index);
        }

        /** The same with a name for a result, if that is longer than its name. */
        Block naming(int index, String name) {
            if (result(index).length() <= 2 * name.length()) {
                return this;
            }
            List<Let> more = new ArrayList<>(lets);
            more.add(new Let(name, result(index)));
            List<String> others = new ArrayList<>(results);
            others.set(index, name);
            return new Block(more, others);
        }

        /** A function of x that gives something made of the results. */
        String function(String head, String unpack, String result) {
            return lets.stream()
                    .map(let -> "    " + let.name() + " = " + let.value() + "\n")
                    .collect(Collectors.joining(
                            "", "def " + head + ":\n    x1, x2 = " + unpack + "\n", "    return " + result));
        }
    }

    /** From named parts that all of it may use. */
    static FunctionCode of(
            List<Let> lets, String f, String g1, String g2, String h11, String h12, String h22) {
        return new FunctionCode(Block.of(lets, f), Block.of(lets, g1, g2), Block.of(lets, h11, h12, h22));
    }
}
