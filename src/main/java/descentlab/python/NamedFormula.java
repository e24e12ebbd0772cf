package descentlab.python;

import descentlab.python.FunctionCode.Let;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue's objectives, but for its quadratics, which are written from their numbers. */
final class NamedFormula {

    private static final Map<String, FunctionCode> ALL = Map.of(
            "rosenbrock",
            FunctionCode.of(
                    lets("b = x2 - x1**2"),
                    "(1 - x1) ** 2 + 100 * b**2",
                    "-2 * (1 - x1) - 400 * x1 * b",
                    "200 * b",
                    "2 - 400 * b + 800 * x1**2",
                    "-400 * x1",
                    "200.0"),
            "beale",
            FunctionCode.of(
                    lets("a = 1.5 - x1 + x1 * x2", "b = 2.25 - x1 + x1 * x2**2", "c = 2.625 - x1 + x1 * x2**3"),
                    "a**2 + b**2 + c**2",
                    "2 * (a * (x2 - 1) + b * (x2**2 - 1) + c * (x2**3 - 1))",
                    "2 * x1 * (a + 2 * b * x2 + 3 * c * x2**2)",
                    "2 * ((x2 - 1) ** 2 + (x2**2 - 1) ** 2 + (x2**3 - 1) ** 2)",
                    "2 * (a + 2 * b * x2 + 3 * c * x2**2"
                            + " + x1 * (x2 - 1 + 2 * x2 * (x2**2 - 1) + 3 * x2**2 * (x2**3 - 1)))",
                    "2 * (x1**2 * (1 + 4 * x2**2 + 9 * x2**4) + 2 * b * x1 + 6 * c * x1 * x2)"),
            "himmelblau",
            FunctionCode.of(
                    lets("a = x1**2 + x2 - 11", "b = x1 + x2**2 - 7"),
                    "a**2 + b**2",
                    "4 * x1 * a + 2 * b",
                    "2 * a + 4 * x2 * b",
                    "4 * a + 8 * x1**2 + 2",
                    "4 * (x1 + x2)",
                    "4 * b + 8 * x2**2 + 2"),
            "rastrigin",
            FunctionCode.of(
                    lets("turn = 2 * math.pi"),
                    "x1**2 + x2**2 + 10 * (1 - np.cos(turn * x1)) + 10 * (1 - np.cos(turn * x2))",
                    "2 * x1 + 10 * turn * np.sin(turn * x1)",
                    "2 * x2 + 10 * turn * np.sin(turn * x2)",
                    "2 + 10 * turn**2 * np.cos(turn * x1)",
                    "0.0",
                    "2 + 10 * turn**2 * np.cos(turn * x2)"),
            "ackley",
            FunctionCode.of(
                    lets(
                            "turn = 2 * math.pi",
                            "r = np.linalg.norm(np.stack([x1, x2])) / math.sqrt(2)",
                            "mean = (np.cos(turn * x1) + np.cos(turn * x2)) / 2",
                            "waves = np.exp(mean)",
                            "cone = 0 if r == 0 else 2 * np.exp(-0.2 * r) / r  # at the origin it has no slope",
                            "bend = 0 if r == 0 else -cone * (0.2 + 1 / r) / (2 * r)",
                            "s1 = math.pi * np.sin(turn * x1)",
                            "s2 = math.pi * np.sin(turn * x2)",
                            "c1 = math.pi * turn * np.cos(turn * x1)",
                            "c2 = math.pi * turn * np.cos(turn * x2)"),
                    "-20 * np.expm1(-0.2 * r) - math.e * np.expm1(mean - 1)",
                    "cone * x1 + waves * s1",
                    "cone * x2 + waves * s2",
                    "cone + bend * x1**2 + waves * (c1 - s1**2)",
                    "bend * x1 * x2 - waves * s1 * s2",
                    "cone + bend * x2**2 + waves * (c2 - s2**2)"),
            "booth",
            FunctionCode.of(
                    lets("a = x1 + 2 * x2 - 7", "b = 2 * x1 + x2 - 5"),
                    "a**2 + b**2",
                    "2 * a + 4 * b",
                    "4 * a + 2 * b",
                    "10.0",
                    "8.0",
                    "10.0"),
            "styblinski-tang",
            FunctionCode.of(
                    lets(),
                    "(x1**4 - 16 * x1**2 + 5 * x1 + x2**4 - 16 * x2**2 + 5 * x2) / 2",
                    "2 * x1**3 - 16 * x1 + 2.5",
                    "2 * x2**3 - 16 * x2 + 2.5",
                    "6 * x1**2 - 16",
                    "0.0",
                    "6 * x2**2 - 16"),
            "three-hump-camel",
            FunctionCode.of(
                    lets(),
                    "2 * x1**2 - 1.05 * x1**4 + x1**6 / 6 + x1 * x2 + x2**2",
                    "4 * x1 - 4.2 * x1**3 + x1**5 + x2",
                    "x1 + 2 * x2",
                    "4 - 12.6 * x1**2 + 5 * x1**4",
                    "1.0",
                    "2.0"),
            "monkey-saddle",
            FunctionCode.of(
                    lets(),
                    "x1**3 - 3 * x1 * x2**2",
                    "3 * (x1**2 - x2**2)",
                    "-6 * x1 * x2",
                    "6 * x1",
                    "-6 * x2",
                    "-6 * x1"),
            "ravine",
            FunctionCode.of(
                    lets(),
                    "np.abs(x1) + 10 * np.abs(x2)",
                    "np.sign(x1)",
                    "10 * np.sign(x2)",
                    "0.0",
                    "0.0",
                    "0.0"));

    private NamedFormula() {}

    /** The formula of an objective of the catalogue. */
    static Optional<FunctionCode> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static List<Let> lets(String... assignments) {
        return Stream.of(assignments)
                .map(assignment -> assignment.split(" = ", 2))
                .map(sides -> new Let(sides[0], sides[1]))
                .toList();
    }
}
