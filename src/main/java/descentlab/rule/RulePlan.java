package descentlab.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * In what order a rule is computed: in passes over all elements, of which each but the last computes the sums that later ones
 * ask for, and the last what the step leads to. A pass computes anew what it needs, from what was there when the step
 * began; nothing is changed before the last.
 *
 * @param nodes the graph
 * @param spans of each node
 * @param remembered what is remembered
 * @param starts the nodes of what it is at first
 * @param x the node of what becomes of x
 * @param states the nodes of what becomes of what is remembered
 * @param assigned the nodes of what is assigned, assignment by assignment
 * @param sums the nodes that are sums, which are numbered so
 * @param passes the pass in which each node can be computed; of a sum the pass after that which adds it up
 */
record RulePlan(
        List<RuleGraph.Node> nodes,
        List<Span> spans,
        List<Rule.Remembered> remembered,
        int[] starts,
        int x,
        int[] states,
        int[] assigned,
        int[] sums,
        int[] passes) {

    /** How many passes there are. */
    int count() {
        int last = passes[x];
        for (int state : states) {
            last = Math.max(last, passes[state]);
        }
        return last + 1;
    }

    /** What is wanted of a pass: arguments of sums, or in the last one what becomes of x and of what is remembered. */
    List<Integer> wanted(int pass) {
        List<Integer> wanted = new ArrayList<>();
        if (pass == count() - 1) {
            wanted.add(x);
            for (int state : states) {
                wanted.add(state);
            }
            return wanted;
        }
        for (int sum : sumsOf(pass)) {
            wanted.add(nodes.get(sum).a());
        }
        return wanted;
    }

    /** The sums that a pass adds up. */
    List<Integer> sumsOf(int pass) {
        List<Integer> found = new ArrayList<>();
        for (int sum : sums) {
            if (passes[sum] == pass + 1) {
                found.add(sum);
            }
        }
        return found;
    }

    /** The number of a sum. */
    int number(int sum) {
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] == sum) {
                return i;
            }
        }
        throw new IllegalArgumentException("no sum");
    }

    /** The nodes that a pass computes, in order; sums among them are known. */
    List<Integer> needed(int pass) {
        TreeSet<Integer> needed = new TreeSet<>();
        wanted(pass).forEach(node -> need(node, needed));
        return List.copyOf(needed);
    }

    private void need(int node, TreeSet<Integer> needed) {
        RuleGraph.Node used = nodes.get(node);
        if (needed.add(node) && !used.op().isSum()) {
            for (int i = 0; i < used.op().operands; i++) {
                need(used.operand(i), needed);
            }
        }
    }

    /** What it costs for an element, in additions, roughly. */
    int cost() {
        int cost = 0;
        for (int pass = 0; pass < count(); pass++) {
            for (int node : needed(pass)) {
                cost += nodes.get(node).op().cost;
            }
        }
        return cost;
    }
}
