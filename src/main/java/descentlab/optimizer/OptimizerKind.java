package descentlab.optimizer;

import descentlab.rule.Rule;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An optimizer as a choice: its name in specs, how it is titled and written as a formula, and its keys, which are
 * read from the components of its record.
 */
public final class OptimizerKind {

    /** Prefix of the names of the PyTorch family. */
    public static final String TORCH = "torch.";

    private static final double LARGEST_RATE = 1e6;
    private static final double LARGEST_PARAMETER = 1e12;

    /** A key of the spec: a number or flag, with what it is when left out and what it may be. */
    public record Key(String name, boolean flag, double initial, double least, double most, boolean below) {

        /** Whether the value is within the key's bounds. */
        public boolean allows(double value) {
            return value >= least && (below ? value < most : value <= most);
        }
    }

    private final String name;
    private final String title;
    private final String formula;
    private final boolean secondOrder;
    /** What its optimizers are of: their class, or their rule. */
    private final Object identity;
    private final List<Key> keys;
    private final BiFunction<List<Double>, Schedule, Optimizer> maker;
    private final Function<Optimizer, List<Double>> reader;

    <O extends Record & Optimizer> OptimizerKind(
            String name, String title, Class<O> type, String formula, boolean secondOrder) {
        this.name = name;
        this.title = title;
        this.identity = type;
        this.formula = formula;
        this.secondOrder = secondOrder;
        RecordComponent[] components = type.getRecordComponents();
        this.keys = Arrays.stream(components)
                .filter(component -> component.getType() != Schedule.class)
                .map(OptimizerKind::key)
                .toList();
        List<RecordComponent> settings = Arrays.stream(components)
                .filter(component -> component.getType() != Schedule.class)
                .toList();
        this.reader = optimizer ->
                settings.stream().map(component -> read(component, optimizer)).toList();
        try {
            Constructor<O> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            this.maker = (values, schedule) -> construct(constructor, values, schedule);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    /** The kind of optimizers that are made of a rule; its keys are the rule's parameters. */
    OptimizerKind(Rule rule) {
        name = RuleOptimizer.NAME;
        title = "Your own rule";
        formula = rule.tex();
        secondOrder = false;
        identity = rule;
        keys = Stream.of(
                        Stream.of(new Key("lr", false, 0.1, 0, LARGEST_RATE, false)),
                        rule.parameters().stream()
                                .map(each -> new Key(
                                        each.name(), false, each.initial(), -LARGEST_PARAMETER, LARGEST_PARAMETER, false)),
                        Stream.of(new Key(RuleOptimizer.SINGLE, true, 0, 0, 1, false)))
                .flatMap(Function.identity())
                .toList();
        reader = optimizer -> {
            RuleOptimizer own = (RuleOptimizer) optimizer;
            return Stream.of(Stream.of(own.lr()), own.parameters().stream(), Stream.of(own.single() ? 1.0 : 0.0))
                    .flatMap(Function.identity())
                    .toList();
        };
        maker = (values, schedule) ->
                new RuleOptimizer(
                rule, values.getFirst(), values.subList(1, values.size() - 1), values.getLast() != 0, schedule);
    }

    private static Key key(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(component + " needs a @Setting");
        }
        return new Key(
                snakeCase(component.getName()),
                component.getType() == boolean.class,
                setting.initial(),
                setting.least(),
                setting.most(),
                setting.below());
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** Name in specs: {@code adagrad}, {@code torch.adagrad}. */
    public String name() {
        return name;
    }

    /** Name for people: Adagrad, Adagrad (PyTorch). */
    public String title() {
        return title;
    }

    /** The update as a TeX formula. */
    public String formula() {
        return formula;
    }

    /** True if it asks for the Hessian, so that it runs only where there is one. */
    public boolean secondOrder() {
        return secondOrder;
    }

    /** True for the PyTorch family. */
    public boolean torch() {
        return name.startsWith(TORCH);
    }

    /** The keys of its spec in order, without {@code schedule}, which every optimizer has. */
    public List<Key> keys() {
        return keys;
    }

    /** The key of that name, if it has one. */
    public Optional<Key> key(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    boolean makes(Optimizer optimizer) {
        return identity instanceof Class<?> type && type.isInstance(optimizer);
    }

    /** The rule that its optimizers are made of; empty for what is in the catalogue. */
    public Optional<Rule> rule() {
        return identity instanceof Rule rule ? Optional.of(rule) : Optional.empty();
    }

    /** The optimizer with every key at its default. */
    public Optimizer initial() {
        return make(Map.of(), Schedule.CONSTANT);
    }

    /**
     * The optimizer with these values, flags as 0 or 1, defaults for the rest.
     *
     * @throws IllegalArgumentException if a value is out of bounds or two do not go together
     */
    public Optimizer make(Map<String, Double> values, Schedule schedule) {
        List<Double> all = new ArrayList<>();
        for (Key key : keys) {
            double value = values.getOrDefault(key.name(), key.initial());
            if (!key.allows(value)) {
                throw new IllegalArgumentException(key.name() + "=" + value + " is out of bounds");
            }
            all.add(value);
        }
        return maker.apply(all, schedule);
    }

    private static Optimizer construct(
            Constructor<? extends Optimizer> constructor, List<Double> values, Schedule schedule) {
        List<Object> arguments = new ArrayList<>();
        int next = 0;
        for (Class<?> parameter : constructor.getParameterTypes()) {
            if (parameter == Schedule.class) {
                arguments.add(schedule);
                continue;
            }
            double value = values.get(next++);
            arguments.add(parameter == boolean.class ? (Object) (value != 0) : (Object) value);
        }
        try {
            return constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The values of an optimizer of this kind by key, flags as 0 or 1. */
    public Map<String, Double> values(Optimizer optimizer) {
        List<Double> all = reader.apply(optimizer);
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            values.put(keys.get(i).name(), all.get(i));
        }
        return values;
    }

    /** The same optimizer at another base rate. */
    public Optimizer withRate(Optimizer optimizer, double lr) {
        Map<String, Double> values = values(optimizer);
        values.put("lr", lr);
        return make(values, optimizer.schedule());
    }

    private static double read(RecordComponent component, Optimizer optimizer) {
        try {
            return switch (component.getAccessor().invoke(optimizer)) {
                case Boolean flag -> flag ? 1 : 0;
                case Number number -> number.doubleValue();
                default -> throw new IllegalStateException(component + " is neither a number nor a flag");
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OptimizerKind kind && kind.identity.equals(identity);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
