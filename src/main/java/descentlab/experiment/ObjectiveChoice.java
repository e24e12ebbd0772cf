package descentlab.experiment;

import descentlab.notation.Decimal;
import descentlab.objective.NamedObjective;
import descentlab.objective.Objectives;
import descentlab.objective.Quadratic;
import descentlab.objective.TypedObjective;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Which objective a link names. */
public sealed interface ObjectiveChoice {

    /** The objective, unturned. */
    NamedObjective objective();

    /** Adds the parameters that name it. */
    void write(BiConsumer<String, String> query);

    /** An objective of the catalogue: {@code objective=ellipse}. */
    record Named(NamedObjective objective) implements ObjectiveChoice {
        @Override
        public void write(BiConsumer<String, String> query) {
            query.accept("objective", objective.name());
        }
    }

    /** A quadratic by its numbers: {@code q=0.2,0;0,4&c=0,0&b=0}. */
    record General(Quadratic quadratic) implements ObjectiveChoice {

        @Override
        public NamedObjective objective() {
            return Objectives.of(quadratic);
        }

        @Override
        public void write(BiConsumer<String, String> query) {
            query.accept("q", row(quadratic.q11(), quadratic.q12()) + ";" + row(quadratic.q21(), quadratic.q22()));
            query.accept("c", row(quadratic.c1(), quadratic.c2()));
            query.accept("b", Decimal.write(quadratic.b()));
        }

        private static String row(double... values) {
            return DoubleStream.of(values).mapToObj(Decimal::write).collect(Collectors.joining(","));
        }
    }

    /** A typed expression: {@code f=sin(x1)*cos(x2)}. */
    record Typed(TypedObjective expression) implements ObjectiveChoice {

        @Override
        public NamedObjective objective() {
            return Objectives.of(expression);
        }

        @Override
        public void write(BiConsumer<String, String> query) {
            query.accept("f", expression.text());
        }
    }
}
