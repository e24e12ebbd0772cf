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
 */
record CompiledRule(List<Pass> passes) {

    private static final int KEPT = 64;

    private static final Map<Rule, CompiledRule> LAST = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Rule, CompiledRule> eldest) {
            return size() > KEPT;
        }
    };

    static CompiledRule of(Rule rule) {
        synchronized (LAST) {
            CompiledRule known = LAST.get(rule);
            if (known != null) {
                return known;
            }
        }
        CompiledRule compiled = new CompiledRule(all(rule, pass -> PassCompiler.inDouble(rule.plan(), pass)));
        synchronized (LAST) {
            LAST.put(rule, compiled);
        }
        return compiled;
    }

    /** The passes in single precision. */
    static List<FloatPass> inFloat(Rule rule) {
        return all(rule, pass -> PassCompiler.inFloat(rule.plan(), pass));
    }

    private static <P> List<P> all(Rule rule, IntFunction<P> compile) {
        return new ArrayList<>(IntStream.range(0, rule.plan().count()).mapToObj(compile).toList());
    }
}
