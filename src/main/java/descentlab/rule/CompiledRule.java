package descentlab.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The passes of a rule as code. What was compiled last is kept for equal rules to come: a link is read anew for every request,
 * and while a hand drags a rate there are many a second. Code holds nothing of anybody's run.
 *
 * @param rule what is compiled
 * @param keeping whether the code keeps what was taken from each element
 */
record CompiledRule(Rule rule, boolean keeping) {

    private static final int KEPT = 64;

    private static final Map<CompiledRule, List<Pass>> LAST = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CompiledRule, List<Pass>> eldest) {
            return size() > KEPT;
        }
    };

    List<Pass> passes() {
        synchronized (LAST) {
            List<Pass> known = LAST.get(this);
            if (known != null) {
                return known;
            }
        }
        List<Pass> compiled = all(pass -> PassCompiler.inDouble(rule.plan(), pass, keeping));
        synchronized (LAST) {
            LAST.put(this, compiled);
        }
        return compiled;
    }

    /** The passes in single precision. */
    List<FloatPass> inFloat() {
        return all(pass -> PassCompiler.inFloat(rule.plan(), pass, keeping));
    }

    private <P> List<P> all(IntFunction<P> compile) {
        return new ArrayList<>(IntStream.range(0, rule.plan().count()).mapToObj(compile).toList());
    }
}
