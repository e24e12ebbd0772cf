package descentlab.fuzz;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Texts to throw at a parser: any, made of its own words, and good ones with something wrong. */
public final class Texts {

    private static final int MOST_WORDS = 30;
    private static final int MOST_WRONG = 4;

    private Texts() {}

    /** Texts about a grammar: its words in any order, good examples with a few characters changed, and anything. */
    public static Arbitrary<String> about(List<String> words, List<String> examples) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(words).list().ofMaxSize(MOST_WORDS).map(list -> String.join("", list))),
                Tuple.of(4, spoilt(words, examples)),
                Tuple.of(1, anything()),
                Tuple.of(1, repeated(words)));
    }

    /** Unicode of all kinds, unpaired surrogates and control characters too. */
    public static Arbitrary<String> anything() {
        return Arbitraries.strings().all().ofMaxLength(60);
    }

    private static Arbitrary<String> repeated(List<String> words) {
        return Combinators.combine(Arbitraries.of(words), Arbitraries.integers().between(1, 3000))
                .as(String::repeat);
    }

    private static Arbitrary<String> spoilt(List<String> words, List<String> examples) {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 10_000);
        Arbitrary<String> wrong = Arbitraries.oneOf(
                Arbitraries.of(words), Arbitraries.strings().all().ofMaxLength(2), Arbitraries.just(""));
        return Combinators.combine(
                        Arbitraries.of(examples),
                        places.list().ofSize(MOST_WRONG),
                        wrong.list().ofMaxSize(MOST_WRONG))
                .as((example, where, what) -> {
                    StringBuilder text = new StringBuilder(example);
                    for (int i = 0; i < what.size(); i++) {
                        int at = where.get(i) % (text.length() + 1);
                        // Put in, or put in the place of what was there.
                        int end = Math.min(text.length(), at + where.get(i) / 100 % 3);
                        text.replace(at, end, what.get(i));
                    }
                    return text.toString();
                });
    }
}
