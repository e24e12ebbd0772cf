package descentlab.experiment;

import descentlab.notation.Decimal;
import descentlab.notation.Typed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A parameter of a link, declared once: from this it is read and written, checked, shown as a field and documented.
 *
 * @param name in links
 * @param label on pages
 * @param help what it means, in some words
 * @param kind what it can hold
 * @param initial what it holds where a link does not say; null where that follows from others
 * @param value what an experiment holds; null where it does not say
 * @param omitted of which experiments a link leaves it out, since it is as usual
 */
public record LinkParameter<E, T>(
        String name,
        String label,
        String help,
        Kind<T> kind,
        T initial,
        Function<? super E, T> value,
        Predicate<? super E> omitted) {

    LinkParameter(String name, String label, String help, Kind<T> kind, T initial, Function<? super E, T> value) {
        this(name, label, help, kind, initial, value, experiment -> false);
    }

    /** What a parameter can hold. */
    public sealed interface Kind<T> {

        /** What a query says of the parameter of that name; whatever is wrong is noted, and the initial value taken. */
        T read(QueryReader query, String name, T initial);

        /** A value as in links; reads back the same. */
        String write(T value);

        /** A value as in a field. */
        default String show(T value) {
            return write(value);
        }

        /** What somebody typed into a field, as in links; what is not understood stays as it is, to be refused. */
        default String typed(String text) {
            return text;
        }

        /** What is allowed, in words. */
        String allowed();

        /** The same as an answer to a text that was refused. */
        default String allowedInsteadOf(String text) {
            return allowed();
        }
    }

    /** A whole number. More than the most is too much work. */
    public record Count(int least, int most) implements Kind<Integer> {
        @Override
        public Integer read(QueryReader query, String name, Integer initial) {
            return query.count(name, initial, least, most);
        }

        @Override
        public String typed(String text) {
            return Typed.number(text);
        }

        @Override
        public String write(Integer value) {
            return String.valueOf(value);
        }

        @Override
        public String allowed() {
            return "a whole number from " + least + (most == Integer.MAX_VALUE ? "" : " to " + most);
        }
    }

    /** A real number. */
    public record Real(double least, double most) implements Kind<Double> {
        @Override
        public Double read(QueryReader query, String name, Double initial) {
            return query.number(name, initial, least, most);
        }

        @Override
        public String typed(String text) {
            return Typed.number(text);
        }

        @Override
        public String write(Double value) {
            return Decimal.write(value);
        }

        @Override
        public String allowed() {
            return "a number from " + Decimal.write(least) + " to " + Decimal.write(most);
        }
    }

    /**
     * Real numbers, in rows.
     *
     * @param rows how many rows
     * @param columns numbers in each
     * @param most largest size of each
     * @param example how they are written
     */
    public record Reals(int rows, int columns, double most, String example) implements Kind<List<Double>> {
        @Override
        public List<Double> read(QueryReader query, String name, List<Double> initial) {
            double[] usual = initial.stream().mapToDouble(Double::doubleValue).toArray();
            return Arrays.stream(query.numbers(name, usual, most, example)).boxed().toList();
        }

        @Override
        public String typed(String text) {
            return Typed.numbers(text);
        }

        @Override
        public String write(List<Double> values) {
            return written(values, ",");
        }

        @Override
        public String show(List<Double> values) {
            return written(values, ", ");
        }

        private String written(List<Double> values, String comma) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < values.size(); i++) {
                text.append(i == 0 ? "" : i % columns == 0 ? ";" : comma).append(Decimal.write(values.get(i)));
            }
            return text.toString();
        }

        @Override
        public String allowed() {
            return rows * columns + " numbers of size at most " + Decimal.write(most) + ", as in " + example;
        }

        @Override
        public String allowedInsteadOf(String text) {
            String meant = Typed.withPoints(text, rows * columns);
            return meant.isEmpty() ? allowed() : "decimal points, and a comma between the numbers: " + meant;
        }
    }

    /** The largest seed. */
    public static final long MOST_SEED = QueryReader.MOST_SEED;

    /** What decides random numbers. */
    public record Seed() implements Kind<Long> {
        @Override
        public Long read(QueryReader query, String name, Long initial) {
            return query.seed(name);
        }

        @Override
        public String typed(String text) {
            return Typed.number(text);
        }

        @Override
        public String write(Long value) {
            return String.valueOf(value);
        }

        @Override
        public String allowed() {
            return "a whole number from 0 to " + QueryReader.MOST_SEED;
        }
    }

    /** Yes or no. */
    public record Flag() implements Kind<Boolean> {
        @Override
        public Boolean read(QueryReader query, String name, Boolean initial) {
            return query.flag(name, initial);
        }

        @Override
        public String write(Boolean value) {
            return String.valueOf(value);
        }

        @Override
        public String allowed() {
            return "true or false";
        }
    }

    /** One of a few, each by its name. */
    public record Choice<T>(Map<String, T> named, Function<T, String> title) implements Kind<T> {

        /** These, in their order, by a name in links and a title on pages. */
        public static <T> Choice<T> of(List<T> all, Function<T, String> name, Function<T, String> title) {
            Map<String, T> named = new LinkedHashMap<>();
            all.forEach(each -> named.put(name.apply(each), each));
            return new Choice<>(named, title);
        }

        @Override
        public T read(QueryReader query, String name, T initial) {
            String came = query.text(name).orElse(null);
            if (came != null && !named.containsKey(came)) {
                query.problem(name, came, allowed());
            }
            return came == null ? initial : named.getOrDefault(came, initial);
        }

        @Override
        public String write(T value) {
            return named.entrySet().stream()
                    .filter(each -> each.getValue().equals(value))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the value was " + value + "; allowed: " + allowed()));
        }

        @Override
        public String allowed() {
            return named.size() == 2
                    ? String.join(" or ", named.keySet())
                    : named.keySet().stream().collect(Collectors.joining(", ", "one of ", ""));
        }
    }

    /**
     * A text by rules of its own.
     *
     * @param example one that can be
     * @param spelling makes what is typed into what links have
     */
    public record Text(String allowed, String example, UnaryOperator<String> spelling) implements Kind<String> {

        Text(String allowed, String example) {
            this(allowed, example, UnaryOperator.identity());
        }

        @Override
        public String read(QueryReader query, String name, String initial) {
            return query.text(name).orElse(initial);
        }

        @Override
        public String typed(String text) {
            return spelling.apply(text);
        }

        @Override
        public String write(String value) {
            return value;
        }
    }

    /** What a query says of it. */
    T read(QueryReader query) {
        return read(query, initial);
    }

    /** What a query says of it, or this. */
    T read(QueryReader query, T otherwise) {
        return kind.read(query, name, otherwise);
    }

    /** The same where less is allowed. */
    LinkParameter<E, T> within(Kind<T> bounds) {
        return new LinkParameter<>(name, label, help, bounds, initial, value, omitted);
    }

    /** The same, left out of links to some experiments. */
    LinkParameter<E, T> omittedWhere(Predicate<? super E> some) {
        return new LinkParameter<>(name, label, help, kind, initial, value, some);
    }

    /** The same of what has such a part. */
    <F> LinkParameter<F, T> of(Function<? super F, ? extends E> part) {
        return new LinkParameter<>(
                name,
                label,
                help,
                kind,
                initial,
                whole -> value.apply(part.apply(whole)),
                whole -> omitted.test(part.apply(whole)));
    }

    /** Tells an experiment's value, if it says one, as in links. */
    void write(E experiment, BiConsumer<String, String> query) {
        T held = value.apply(experiment);
        if (held != null && !omitted.test(experiment)) {
            query.accept(name, kind.write(held));
        }
    }

    /** An experiment's value as in a field; empty where it does not say. */
    public String show(E experiment) {
        T held = value.apply(experiment);
        return held == null ? "" : kind.show(held);
    }
}
