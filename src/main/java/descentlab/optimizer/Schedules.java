package descentlab.optimizer;

import descentlab.notation.Decimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The schedules by name, with their arguments in order, for the spec grammar. */
public final class Schedules {

    /** A schedule as it is written: {@code step(every,factor)}. */
    public static final class Form {

        private final String name;
        private final Class<? extends Record> type;
        private final Function<double[], Schedule> maker;
        private final List<OptimizerKind.Key> keys;

        private Form(String name, Class<? extends Record> type, Function<double[], Schedule> maker) {
            this.name = name;
            this.type = type;
            this.maker = maker;
            this.keys = Arrays.stream(type.getRecordComponents())
                    .map(component -> {
                        Setting setting = component.getAnnotation(Setting.class);
                        return new OptimizerKind.Key(
                                component.getName(),
                                false,
                                setting.initial(),
                                setting.least(),
                                setting.most(),
                                setting.below());
                    })
                    .toList();
        }

        /** Name in specs. */
        public String name() {
            return name;
        }

        /** Arguments in order. */
        public List<OptimizerKind.Key> keys() {
            return keys;
        }

        /** True if that argument counts steps. */
        public boolean whole(int argument) {
            return type.getRecordComponents()[argument].getType() == long.class;
        }

        /** The schedule with these arguments. */
        public Schedule make(double[] arguments) {
            return maker.apply(arguments);
        }

        /** How it is written, with the defaults as an example: {@code step(10,0.5)}. */
        public String usage() {
            return keys.isEmpty()
                    ? name
                    : name + keys.stream()
                            .map(key -> Decimal.write(key.initial()))
                            .collect(Collectors.joining(",", "(", ")"));
        }
    }

    private static final List<Form> ALL = List.of(
            new Form("constant", Schedule.Constant.class, a -> Schedule.CONSTANT),
            new Form("invsqrt", Schedule.InvSqrt.class, a -> new Schedule.InvSqrt(a[0])),
            new Form("exponential", Schedule.Exponential.class, a -> new Schedule.Exponential(a[0])),
            new Form("step", Schedule.Step.class, a -> new Schedule.Step((long) a[0], a[1])),
            new Form("cosine", Schedule.Cosine.class, a -> new Schedule.Cosine((long) a[0])),
            new Form("warmup", Schedule.Warmup.class, a -> new Schedule.Warmup((long) a[0])));

    private Schedules() {}

    /** Every schedule, in the order it is offered. */
    public static List<Form> all() {
        return ALL;
    }

    static Optional<Form> named(String name) {
        return ALL.stream().filter(form -> form.name.equals(name)).findFirst();
    }

    static String names() {
        return ALL.stream().map(Form::usage).collect(Collectors.joining(", "));
    }

    static String print(Schedule schedule) {
        Form form = ALL.stream()
                .filter(each -> each.type.isInstance(schedule))
                .findFirst()
                .orElseThrow();
        return form.keys.isEmpty()
                ? form.name
                : form.name + IntStream.range(0, form.keys.size())
                        .mapToObj(i -> Decimal.write(argument(form, i, schedule)))
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static double argument(Form form, int index, Schedule schedule) {
        try {
            return ((Number) form.type.getRecordComponents()[index].getAccessor().invoke(schedule)).doubleValue();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
