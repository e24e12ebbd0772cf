package descentlab.exercise;

import descentlab.exercise.ChoicePart.Option;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Solves the questions that are not asked for given numbers: choices, proofs, matrices to be built, eigenvalues to be
 * placed, predictions, goals and readings. Like the {@link Solutions} it takes what a student sees and asks no checker.
 */
final class OtherSolutions {

    /**
     * A question solved.
     *
     * @param right answers, as they are given
     */
    record Solved(List<List<String>> right, Mistakes mistakes) {}

    private OtherSolutions() {}

    /** By exercise and part; made anew for each seed. */
    static final Map<String, BiFunction<Part, Random, Solved>> ALL = Map.ofEntries(
            Map.entry("distances/meaning", (part, random) -> chosen(part, "Lengths are the same there", Map.of(
                    "There the minimizer does not move", "it does",
                    "There all eigenvalues are 1", "stay what they are"))),
            Map.entry("turned-objective/trap", (part, random) -> chosen(part, "No. The printed formula", Map.of(
                    "Yes, by a factor of 2", "orthogonal",
                    "Yes, but only the condition", "eigenvalue itself"))),
            Map.entry("turned-objective/why", (part, random) -> chosen(part, "Its rates belong to coordinates", Map.of(
                    "Its rates shrink faster", "divides by them",
                    "The turned bowl's condition", "20 in both"))),
            Map.entry("gerschgorin/transposed", (part, random) -> chosen(part, "$A^\\top$ has the same", Map.of(
                    "The column discs are as large", "other radii",
                    "It does not, unless", "every square"))),
            Map.entry("rescaled/silence", (part, random) -> chosen(part, "Nothing: the discs", Map.of(
                    "$\\kappa\\le", "-0\\.2",
                    "The matrix has a negative", "positive definite"))),
            Map.entry("real-training/compare", (part, random) -> chosen(part, "Text, where most", Map.of(
                    "A few dense features", "alike",
                    "A deep network", "decay"))),
            Map.entry("gentler-decay/name", (part, random) -> chosen(part, "RMSProp", Map.of(
                    "Momentum", "gradients themselves",
                    "Adam", "averages the gradient",
                    "Newton", "second derivatives"))),
            Map.entry("drills/When diagonal scaling fails", (part, random) -> equalDiagonal(part)),
            Map.entry("distances/proof", (part, random) -> proof(
                    Map.of(
                            "linear", List.of(),
                            "product", List.of(),
                            "transpose", List.of("product"),
                            "orthogonal", List.of(),
                            "cancel", List.of("transpose", "orthogonal"),
                            "roots", List.of("linear", "cancel")),
                    Map.of(
                            "symmetric", "symmetry",
                            "determinant", "areas",
                            "inequality", "one direction",
                            "transpose", "no product",
                            "cancel", "in the middle|identity",
                            "roots", "known to be equal"),
                    random)),
            Map.entry("gerschgorin/proof", (part, random) -> proof(
                    Map.of(
                            "eigenvector", List.of(),
                            "positive", List.of("eigenvector"),
                            "row", List.of("eigenvector"),
                            "separate", List.of("row"),
                            "triangle", List.of("separate"),
                            "largest", List.of("eigenvector"),
                            "bound", List.of("triangle", "largest"),
                            "divide", List.of("bound", "positive")),
                    Map.ofEntries(
                            Map.entry("diagonal", "by the eigenvector"),
                            Map.entry("real", "nothing was said"),
                            Map.entry("equal", "only"),
                            Map.entry("positive", "introduced"),
                            Map.entry("row", "which"),
                            Map.entry("separate", "written first"),
                            Map.entry("triangle", "not there yet"),
                            Map.entry("largest", "not been chosen"),
                            Map.entry("bound", "inequality"),
                            Map.entry("divide", "divides")),
                    random)),
            Map.entry("gerschgorin/false-claim", (part, random) -> emptyDisc(random)),
            Map.entry("gerschgorin/place", (part, random) -> placed(part)),
            Map.entry("rescaled/silent-matrix", (part, random) -> silent(random)),
            Map.entry("rescaled/no-gain", (part, random) -> noGain(random)),
            Map.entry("turned-objective/prediction", (part, random) -> predicted(part, "Lower on the bowl that is not")),
            Map.entry("gentler-decay/prediction", (part, random) -> predicted(part, "Power 1/4")),
            Map.entry("real-training/prediction", (part, random) -> predicted(part, "Adagrad")),
            Map.entry("real-training/comparison", (part, random) -> predicted(part, "Adagrad, clearly")),
            Map.entry("turned-objective/goal", (part, random) -> surfaceGoal(
                    "objective=rotated&start=-5,-2&steps=20&run=", "adagrad(lr=3)", "adagrad(lr=0.4)", Map.of(
                            "adagrad(lr=3,power=0.25)", "may be changed",
                            "adagrad(lr=3,memory=0.5)", "may be changed"))),
            Map.entry("gentler-decay/goal", (part, random) -> surfaceGoal(
                    "objective=ellipse&start=-5,-2&steps=20&run=", "adagrad(lr=0.4,memory=0.5)", "adagrad(lr=0.4)", Map.of(
                            "adagrad(lr=2)", "may be changed",
                            "adagrad(lr=0.4,power=0)", "may be changed",
                            "adagrad(lr=0.4,power=0.1)", "ends at 0\\.145"))),
            Map.entry("from-scratch/adagrad", (part, random) -> written(
                    List.of("s = s + g*g; x = x - lr*g/sqrt(s + 1e-6)", "param k=1e-6;s=s+g^2;x=x-lr*g/(sqrt(s)+k)"),
                    Map.of(
                            "s=s+g^2;x=x-lr*g/(s+1e-6)", "root",
                            "s=s+g;x=x-lr*g/sqrt(s+1e-6)", "`g\\^2`",
                            "s=g^2;x=x-lr*g/sqrt(s+1e-6)", "not kept",
                            "s=s+g^2;x=x+lr*g/sqrt(s+1e-6)", "uphill"))),
            Map.entry("from-scratch/momentum", (part, random) -> written(
                    List.of("v=0.9*v+g;x=x-lr*v", "v=0.9*v+0.1*g;x=x-lr*v"),
                    Map.of("v=g;x=x-lr*v", "not kept", "v=0.1*v+0.9*g;x=x-lr*v", "places", "v=0.9*v+g;x=x+lr*v", "uphill"))),
            Map.entry("from-scratch/rmsprop", (part, random) -> written(
                    List.of("s=0.9*s+0.1*g^2;x=x-lr*g/sqrt(s+1e-6)", "s=0.9*s+0.1*g^2;x=x-lr*g/(sqrt(s)+1e-8)"),
                    Map.of(
                            "s=s+g^2;x=x-lr*g/sqrt(s+1e-6)", "Adagrad",
                            "s=0.1*s+0.9*g^2;x=x-lr*g/sqrt(s+1e-6)", "places",
                            "s=0.9*s+0.1*g^2;x=x-lr*g/(s+1e-6)", "root"))),
            Map.entry("from-scratch/adam", (part, random) -> written(
                    List.of("v=0.9*v+0.1*g;s=0.999*s+0.001*g^2;x=x-lr*v/(1-0.9^t)/(sqrt(s/(1-0.999^t))+1e-6)"),
                    Map.of(
                            "v=0.9*v+0.1*g;s=0.999*s+0.001*g^2;x=x-lr*v/(sqrt(s)+1e-6)", "`v` is missing.*`s` is missing",
                            "v=0.9*v+0.1*g;s=0.999*s+0.001*g^2;x=x-lr*v/(1-0.9^t)/(sqrt(s)+1e-6)", "`s` is missing"))),
            Map.entry("from-scratch/mend", (part, random) -> written(
                    List.of("v=0.9*v+0.1*g;s=0.999*s+0.001*g^2;x=x-lr*v/(1-0.9^t)/(sqrt(s/(1-0.999^t))+1e-6)"),
                    Map.of(
                            ((WritingPart) part).begun(), "still does what it did",
                            "v=0.9*v+0.1*g;s=0.999*s+0.001*g^2;x=x+lr*v/(1-0.9^t)/(sqrt(s/(1-0.999^t))+1e-6)", "uphill"))),
            Map.entry("real-training/goal", (part, random) -> trainingGoal()),
            Map.entry("real-training/lenet", (part, random) -> pictures()),
            Map.entry("real-network/edge", (part, random) -> predicted(part, "That of $\\eta=0.1$")),
            Map.entry("real-network/permuted", (part, random) -> chosen(part, "The same entries of $P$", Map.of(
                    "The exact diagonal", "at best",
                    "The same from other starts", "chance",
                    "One rate for all", "alike"))),
            Map.entry("real-network/findings", (part, random) -> chosen(part, "Adagrad's rates stand", Map.of(
                    "The condition number", "negative eigenvalues",
                    "Any rates that differ", "goes up to 75",
                    "With Adagrad the training", "noise",
                    "With a slope of 1", "between the coordinates"))));

    // Choices

    private static Solved chosen(Part part, String right, Map<String, String> wrong) {
        List<String> texts = ((ChoicePart) part).options().stream().map(Option::text).toList();
        Mistakes mistakes = Mistakes.of(0);
        wrong.forEach((text, says) -> mistakes.typed(text, says, List.of(index(texts, text))));
        return new Solved(List.of(List.of(index(texts, right))), mistakes);
    }

    /** Only a matrix with equal diagonal entries keeps its condition number when it is rescaled by them. */
    private static Solved equalDiagonal(Part part) {
        List<Option> options = ((ChoicePart) part).options();
        List<List<String>> right = new ArrayList<>();
        Mistakes mistakes = Mistakes.of(0);
        for (int i = 0; i < options.size(); i++) {
            double[][] m = Prompts.matrices(options.get(i).text()).getFirst();
            if (m[0][0] == m[1][1]) {
                right.add(List.of(String.valueOf(i)));
            } else {
                mistakes.typed(options.get(i).text(), "diagonal entries differ", List.of(String.valueOf(i)));
            }
        }
        return new Solved(right, mistakes);
    }

    private static Solved predicted(Part part, String right) {
        List<String> options = ((PredictionPart) part).options();
        Mistakes mistakes = Mistakes.of(0);
        String chosen = index(options, right);
        for (int i = 0; i < options.size(); i++) {
            if (!String.valueOf(i).equals(chosen)) {
                mistakes.typed(options.get(i), "turned out differently", List.of(String.valueOf(i)));
            }
        }
        return new Solved(List.of(List.of(chosen)), mistakes);
    }

    private static String index(List<String> texts, String beginning) {
        return String.valueOf(IntStream.range(0, texts.size())
                .filter(i -> texts.get(i).startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no option begins with " + beginning + ": " + texts)));
    }

    // Proofs

    private static Solved proof(Map<String, List<String>> needs, Map<String, String> says, Random random) {
        List<List<String>> right = IntStream.range(0, 10).mapToObj(i -> inOrder(needs, random)).toList();
        Mistakes mistakes = Mistakes.of(0);
        List<String> whole = right.getFirst();
        new TreeMap<>(says).forEach((line, reason) -> {
            if (!needs.containsKey(line)) {
                List<String> with = new ArrayList<>(whole);
                with.add(random.nextInt(whole.size() + 1), line);
                mistakes.typed("the line that does not belong: " + line, reason, with);
            } else {
                List<String> early = new ArrayList<>(whole);
                early.remove(line);
                String ground = needs.get(line).getLast();
                early.add(early.indexOf(ground), line);
                mistakes.typed("too early: " + line, reason, early);
            }
        });
        mistakes.typed("the last line left out", "not complete", whole.subList(0, whole.size() - 1));
        mistakes.typed("only begun", "not complete", whole.subList(0, 1));
        return new Solved(right, mistakes);
    }

    /** The lines in some order in which each follows what it rests on. */
    private static List<String> inOrder(Map<String, List<String>> needs, Random random) {
        List<String> left = new ArrayList<>(needs.keySet());
        Collections.sort(left);
        Collections.shuffle(left, random);
        List<String> order = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        while (!left.isEmpty()) {
            String next = left.stream().filter(line -> shown.containsAll(needs.get(line))).findFirst().orElseThrow();
            left.remove(next);
            shown.add(next);
            order.add(next);
        }
        return order;
    }

    // Matrices to be built

    /** [[a, b], [c, a]] has the eigenvalues a +- sqrt(bc), further from a than |b| where |c| > |b|. */
    private static Solved emptyDisc(Random random) {
        List<List<String>> right = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int a = random.nextInt(-9, 10);
            int b = random.nextInt(1, 5);
            int c = (b + random.nextInt(1, 9)) * (random.nextBoolean() ? 1 : -1);
            right.add(i % 2 == 0 ? typed(a, b, c, a) : typed(a, c, b, a));
        }
        int d = random.nextInt(2, 9);
        Mistakes mistakes = Mistakes.of(0)
                .typed("diagonal", "each of its discs holds one", typed(1, 0, 0, d))
                .typed("triangular", "each of its discs holds one", typed(1, d, 0, 2))
                .typed("symmetric", "each of its discs holds one", typed(d, 1, 1, d))
                .typed("all the same", "each of its discs holds one", typed(d, d, d, d))
                .typed("zero", "each of its discs holds one", typed(0, 0, 0, 0));
        return new Solved(right, mistakes);
    }

    /** D M D with ones on M's diagonal and rho elsewhere has M as its rescaled form; 1 + 2 rho and 1 - rho, twice. */
    private static Solved silent(Random random) {
        List<List<String>> right = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            right.add(equicorrelated((50 + random.nextInt(0, 49)) / 100.0, random.nextInt(1, 6), random.nextInt(1, 6),
                    random.nextInt(1, 6)));
        }
        Mistakes mistakes = Mistakes.of(0)
                .typed("radius below 1", "below 1", equicorrelated(0.25, 1, 2, 3))
                .typed("identity", "below 1", equicorrelated(0, 1, 1, 1))
                .typed("not positive definite", "not positive definite", equicorrelated(1.5, 1, 1, 1))
                .typed("negative off the diagonal", "not positive definite", equicorrelated(-0.75, 1, 1, 1))
                .typed("not symmetric", "not symmetric", typed(1, 0.75, 0.5, 0.25, 1, 0.5, 0.5, 0.5, 1))
                .typed("zero", "not positive definite", typed(0, 0, 0, 0, 0, 0, 0, 0, 0));
        return new Solved(right, mistakes);
    }

    private static List<String> equicorrelated(double rho, int a, int b, int c) {
        return typed(a * a, rho * a * b, rho * a * c, rho * a * b, b * b, rho * b * c, rho * a * c, rho * b * c, c * c);
    }

    /** [[d, r d], [r d, d]] has kappa = (1 + r)/(1 - r), before and after. */
    private static Solved noGain(Random random) {
        List<List<String>> right = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int d = random.nextInt(1, 40);
            double r = (82 + random.nextInt(0, 17)) / 100.0 * (random.nextBoolean() ? 1 : -1);
            right.add(typed(d, r * d, r * d, d));
        }
        Mistakes mistakes = Mistakes.of(0)
                .typed("too well conditioned", "at least 10", typed(1, 0.5, 0.5, 1))
                .typed("identity", "at least 10", typed(1, 0, 0, 1))
                .typed("only a long axis", "that is a gain", typed(1, 0, 0, random.nextInt(10, 40)))
                .typed("unequal diagonal", "that is a gain", typed(1, 1, 1, 16))
                .typed("not positive definite", "not positive definite", typed(1, 2, 2, 1))
                .typed("singular", "not positive definite", typed(1, 1, 1, 1))
                .typed("not symmetric", "not symmetric", typed(1, 0.9, 0, 1));
        return new Solved(right, mistakes);
    }

    private static List<String> typed(double... entries) {
        return DoubleStream.of(entries).mapToObj(Mistakes::typed).toList();
    }

    // Places

    private static Solved placed(Part part) {
        String prompt = part.task().prompt();
        Places z = eigenvalues(prompt);
        return new Solved(places(z), misplaced(prompt));
    }

    /** The ways in which places are typed; the pair in both orders, the real one among them. */
    private static List<List<String>> places(Places z) {
        String t = Mistakes.typed(z.t());
        String p = Mistakes.typed(z.p());
        String q = z.q() == 1 ? "" : Mistakes.typed(z.q());
        String plus = p + "+" + q + "i";
        String minus = p + "-" + q + "i";
        List<List<String>> all = new ArrayList<>();
        all.add(List.of(plus, minus, t));
        all.add(List.of(t, minus, plus));
        all.add(List.of(p + "+" + Mistakes.typed(z.q()) + "i", minus, t + ".0"));
        all.add(List.of(plus.replace("i", "j"), minus.replace('-', '\u2212'), t));
        all.add(List.of(p + " + " + q + "i", p + " - " + q + "i", " " + t + " "));
        all.add(List.of(q + "i+" + p, "-" + q + "i+" + p, t).stream().map(s -> s.replace("+-", "-")).toList());
        all.add(List.of(p + "\u00b1" + q + "i", p + "\u00b1" + q + "i", t));
        all.add(List.of(p + "\u00b1" + q + "i", "", t));
        all.add(List.of("lambda=" + plus, "\u03bb=" + minus, "\u03bb = " + t));
        all.add(List.of(p + "+i" + q, p + "-i" + q, t));
        return all;
    }

    /** The eigenvalues to be placed: p +- qi and t. */
    private record Places(double p, double q, double t) {}

    private static Places eigenvalues(String prompt) {
        double[][] m = Prompts.matrices(prompt).getFirst();
        double p = (m[0][0] + m[1][1]) / 2;
        double product = m[0][0] * m[1][1] - m[0][1] * m[1][0];
        return new Places(p, Math.sqrt(product - p * p), m[2][2]);
    }

    private static Mistakes misplaced(String prompt) {
        Places z = eigenvalues(prompt);
        double[][] m = Prompts.matrices(prompt).getFirst();
        double q2 = z.q() * z.q();
        Mistakes mistakes = Mistakes.of(0);
        mistakes.typed("the centers", "product|imaginary|trace|not there|outside", real(m[0][0], m[1][1], m[2][2]));
        mistakes.typed("real for imaginary", "not real|trace|product|real part", real(z.p() + z.q(), z.p() - z.q(), z.t()));
        mistakes.typed("only real parts", "real part|product", real(z.p(), z.p(), z.t()));
        if (q2 != z.q()) {
            mistakes.typed("forgotten root", "imaginary part|root", complex(z.p(), q2, z.t()));
        }
        mistakes.typed("not halved", "imaginary part|outside", complex(z.p(), 2 * z.q(), z.t()));
        mistakes.typed("one of the pair twice", "pairs", List.of(
                complex(z.p(), z.q()), complex(z.p(), z.q()), Mistakes.typed(z.t())));
        if (z.p() != 0) {
            mistakes.typed("sign of the real part", "trace|sign", complex(-z.p(), z.q(), z.t()));
        }
        if (z.t() != 0) {
            mistakes.typed("sign of the real eigenvalue", "trace|sign", complex(z.p(), z.q(), -z.t()));
        }
        mistakes.typed("trace for its half", "trace", z.p() == 0 ? complex(1, z.q(), z.t()) : complex(2 * z.p(), z.q(), z.t()));
        if (z.p() != z.q()) {
            mistakes.typed("real and imaginary part swapped", "trace|swap|pairs|imaginary|real", z.p() == 0
                    ? real(z.q(), z.q(), z.t())
                    : complex(z.q(), z.p(), z.t()));
        }
        return mistakes;
    }

    private static List<String> real(double... values) {
        List<String> typed = new ArrayList<>();
        for (double value : values) {
            typed.add(Mistakes.typed(value));
        }
        return typed;
    }

    private static List<String> complex(double p, double q, double t) {
        return List.of(complex(p, q), complex(p, -q), Mistakes.typed(t));
    }

    private static String complex(double re, double im) {
        return Mistakes.typed(re) + (im < 0 ? "-" : "+") + Mistakes.typed(Math.abs(im)) + "i";
    }

    // Goals

    /** The ways in which a link is pasted. */
    private static List<List<String>> links(String lab, String query) {
        List<String> turned = new ArrayList<>(List.of(query.split("&")));
        Collections.reverse(turned);
        return List.of(
                        query,
                        "?" + query,
                        lab + "?" + query,
                        "/" + lab + "?" + query,
                        "http://localhost:8080/" + lab + "?" + query,
                        "https://lab.example.org/some/path/" + lab + "?" + query,
                        "  " + lab + "?" + query + " ",
                        lab + "?" + query + "#top",
                        query.replace("(", "%28").replace(")", "%29").replace(",", "%2C"),
                        String.join("&", turned))
                .stream()
                .map(List::of)
                .toList();
    }

    private static Solved written(List<String> right, Map<String, String> wrong) {
        return new Solved(right.stream().map(List::of).toList(), mistakes(wrong));
    }

    private static Solved surfaceGoal(String kept, String right, String plain, Map<String, String> wrong) {
        Map<String, String> all = new LinkedHashMap<>();
        wrong.forEach((run, says) -> all.put(kept + run, says));
        all.put(kept + plain, "the goal is below");
        all.put(kept + "sgd(lr=0.1)", "may be changed");
        all.put(kept + "adam(lr=0.4)", "may be changed");
        all.put(kept + right.replace(")", ",eps=100)"), "eps is to stay");
        all.put(kept + right.replace(")", ",schedule=invsqrt(1))"), "may be changed");
        all.put(kept.replace("-5,-2", "-1,-2") + right, "start is to stay");
        all.put(kept.replace("steps=20", "steps=100") + right, "at most 20 steps");
        all.put(kept.replaceFirst("objective=\\w+", "objective=booth") + right, "objective is to stay");
        all.put(kept + "adagrad(lr=-1)", "lr");
        all.put(kept + "adagrad(lr=0.4", "\\(|closing|ends");
        all.put("lab/training?" + kept + right, "leads to");
        return new Solved(links("lab/surface", kept + right), mistakes(all));
    }

    private static Solved trainingGoal() {
        String kept = "data=airfoil&epochs=2&run=";
        Map<String, String> all = new LinkedHashMap<>();
        all.put(kept + "adagrad(lr=0.01)", "ends at 0\\.324; the goal is below");
        all.put(kept + "adagrad(lr=0.3)", "the goal is below");
        all.put(kept.replace("epochs=2", "epochs=3") + "adagrad(lr=0.1)", "at most 2 epochs");
        all.put(kept.replace("airfoil", "zipf-text") + "adagrad(lr=0.1)", "data is to stay");
        all.put(kept + "sgd(lr=0.01)", "may be changed");
        all.put(kept + "adagrad(lr=0.1,eps=1)", "eps is to stay");
        all.put("lab/surface?" + kept + "adagrad(lr=0.1)", "leads to");
        return new Solved(links("lab/training", kept + "adagrad(lr=0.1)"), mistakes(all));
    }

    private static Solved pictures() {
        String kept = "data=silhouettes&batch=32&epochs=3&run=";
        Map<String, String> all = new LinkedHashMap<>();
        all.put(kept + "adagrad(lr=0.005)", "the goal is above");
        all.put(kept.replace("epochs=3", "epochs=9") + "adagrad(lr=0.02)", "to stay");
        all.put(kept + "adam(lr=0.01)", "may be changed");
        all.put(kept + "adagrad(lr=0.02,memory=0.9)", "may be changed");
        return new Solved(links("lab/training", kept + "adagrad(lr=0.02)"), mistakes(all));
    }

    // Readings

    /**
     * What the table of layers shows, as far as it is asked for or may be taken for it: drawn until what is asked for differs
     * from all else by more than its digits tell.
     */
    static Map<String, Double> table(Random random) {
        while (true) {
            Map<String, Double> table = drawn(random);
            boolean clear = DoubleStream.of(read(table)).allMatch(asked -> table.values().stream()
                    .filter(other -> Math.abs(other - asked) < 0.02 * asked)
                    .count() == 1);
            if (clear) {
                return table;
            }
        }
    }

    private static Map<String, Double> drawn(Random random) {
        Map<String, Double> table = new TreeMap<>();
        for (String layer : List.of("conv1", "conv2", "fc1", "fc2", "fc3")) {
            double median = 0.02 * Math.pow(10, 2 * random.nextDouble() - 0.7);
            table.put(layer + ".gradient", Math.pow(10, -3 * random.nextDouble()));
            table.put(layer + ".rate05", median * (0.2 + 0.5 * random.nextDouble()));
            table.put(layer + ".rate50", median);
            table.put(layer + ".rate95", median * (2 + 3 * random.nextDouble()));
        }
        return table;
    }

    static double[] read(Map<String, Double> table) {
        return new double[] {table.get("conv1.rate50"), table.get("fc3.rate50")};
    }

    static Mistakes misread(Map<String, Double> table) {
        double conv1 = table.get("conv1.rate50");
        double fc3 = table.get("fc3.rate50");
        return Mistakes.of(conv1, fc3)
                .add("swapped", "fc3's median rate|conv1's median rate", fc3, conv1)
                .add("the row below", "conv2's median rate", table.get("conv2.rate50"), fc3)
                .add("the row above", "fc2's median rate", conv1, table.get("fc2.rate50"))
                .add("the column before", "at 5 %", table.get("conv1.rate05"), table.get("fc3.rate05"))
                .add("the column behind", "at 95 %", table.get("conv1.rate95"), table.get("fc3.rate95"))
                .add("the gradients", "gradient", table.get("conv1.gradient"), table.get("fc3.gradient"));
    }

    private static Mistakes mistakes(Map<String, String> all) {
        Mistakes mistakes = Mistakes.of(0);
        all.forEach((link, says) -> mistakes.typed(link, says, List.of(link)));
        return mistakes;
    }
}
