package descentlab.experiment;

import descentlab.experiment.LinkParameter.Choice;
import descentlab.experiment.LinkParameter.Real;
import descentlab.experiment.LinkParameter.Reals;
import descentlab.experiment.LinkParameter.Text;
import descentlab.notation.ExpressionException;
import descentlab.objective.LooseExpression;
import descentlab.objective.NamedObjective;
import descentlab.objective.Objectives;
import descentlab.objective.Quadratic;
import descentlab.objective.TypedObjective;
import java.util.List;

/** Which objective a link names: one of {@code objective}, {@code f}, and {@code q} with {@code c} and {@code b}. */
public sealed interface ObjectiveChoice {

    /** The objective, unturned. */
    NamedObjective objective();

    /** An objective of the catalogue: {@code objective=ellipse}. */
    record Named(NamedObjective objective) implements ObjectiveChoice {}

    /** A quadratic by its numbers: {@code q=0.2,0;0,4&c=0,0&b=0}. */
    record General(Quadratic quadratic) implements ObjectiveChoice {
        @Override
        public NamedObjective objective() {
            return Objectives.of(quadratic);
        }
    }

    /** A typed expression: {@code f=sin(x1)*cos(x2)}. */
    record Typed(TypedObjective expression) implements ObjectiveChoice {
        @Override
        public NamedObjective objective() {
            return Objectives.of(expression);
        }
    }

    /** The parameters that name it. */
    final class Parameters {

        private static final double MOST_ENTRY = 1e9;

        static final LinkParameter<ObjectiveChoice, NamedObjective> OBJECTIVE = new LinkParameter<>(
                "objective",
                "Objective",
                "one of the catalogue",
                Choice.of(Objectives.all(), NamedObjective::name, NamedObjective::title),
                Objectives.all().getFirst(),
                choice -> choice instanceof Named(NamedObjective objective) ? objective : null);

        static final LinkParameter<ObjectiveChoice, String> F = new LinkParameter<>(
                "f",
                "f(x₁, x₂), typed",
                "+ − * / ^, sin cos tan asin acos atan sinh cosh tanh exp log sqrt abs min max, pi, e",
                new Text("an expression of x1 and x2", "sin(x1)*cos(x2)", LooseExpression::strict),
                null,
                choice -> choice instanceof Typed(TypedObjective expression) ? expression.text() : null);

        static final LinkParameter<ObjectiveChoice, List<Double>> Q = new LinkParameter<>(
                "q",
                "Q",
                "the matrix of a quadratic x'Qx/2 + c'x + b",
                new Reals(2, 2, MOST_ENTRY, "0.2,0;0,4"),
                List.of(0.2, 0.0, 0.0, 4.0),
                choice -> choice instanceof General(Quadratic q) ? List.of(q.q11(), q.q12(), q.q21(), q.q22()) : null);

        static final LinkParameter<ObjectiveChoice, List<Double>> C = new LinkParameter<>(
                "c",
                "c",
                "its linear part",
                new Reals(1, 2, MOST_ENTRY, "0,0"),
                List.of(0.0, 0.0),
                choice -> choice instanceof General(Quadratic q) ? List.of(q.c1(), q.c2()) : null);

        static final LinkParameter<ObjectiveChoice, Double> B = new LinkParameter<>(
                "b",
                "b",
                "its constant part",
                new Real(-MOST_ENTRY, MOST_ENTRY),
                0.0,
                choice -> choice instanceof General(Quadratic q) ? (Double) q.b() : null);

        static final List<LinkParameter<ObjectiveChoice, ?>> ALL = List.of(OBJECTIVE, F, Q, C, B);

        private Parameters() {}

        /** Whether it is one of these. */
        static boolean has(String name) {
            return ALL.stream().anyMatch(each -> each.name().equals(name));
        }

        static ObjectiveChoice read(QueryReader reader) {
            boolean named = reader.has(OBJECTIVE.name());
            boolean typed = reader.has(F.name());
            boolean general = reader.has(Q.name()) | reader.has(C.name()) | reader.has(B.name());
            if (named && (typed || general) || typed && general) {
                String second = typed && named ? F.name() : Q.name();
                reader.problem(second, reader.text(second).orElse(""), "only one of objective, f, and q with c and b");
            }
            if (typed) {
                return typed(reader);
            }
            if (general) {
                List<Double> q = Q.read(reader);
                List<Double> c = C.read(reader);
                return new General(new Quadratic(q.get(0), q.get(1), q.get(2), q.get(3), c.get(0), c.get(1), B.read(reader)));
            }
            return new Named(OBJECTIVE.read(reader));
        }

        private static ObjectiveChoice typed(QueryReader reader) {
            String text = F.read(reader, "");
            try {
                return new Typed(TypedObjective.parse(text));
            } catch (ExpressionException refused) {
                reader.problem(F.name(), text, refused.allowed() + " (at character " + (refused.position() + 1) + ")");
                return new Named(OBJECTIVE.initial());
            }
        }
    }
}
