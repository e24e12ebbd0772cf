package descentlab.optimizer;

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
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An optimizer as a choice: its name in specs, how it is titled and written as a formula, and its keys, which are
 * read from the components of its record.
 */
public final class OptimizerKind {

    /** Prefix of the names of the PyTorch family. */
    public static final String TORCH = "torch.";

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
    private final Class<? extends Optimizer> type;
    private final List<Key> keys;
    private final Map<String, RecordComponent> components;
    private final Constructor<? extends Optimizer> constructor;

    <O extends Record & Optimizer> OptimizerKind(
            String name, String title, Class<O> type, String formula, boolean secondOrder) {
        this.name = name;
        this.title = title;
        this.type = type;
        this.formula = formula;
        this.secondOrder = secondOrder;
        RecordComponent[] all = type.getRecordComponents();
        this.components = Arrays.stream(all)
                .collect(Collectors.toUnmodifiableMap(component -> snakeCase(component.getName()), Function.identity()));
        this.keys = Arrays.stream(all)
                .filter(component -> component.getType() != Schedule.class)
                .map(OptimizerKind::key)
                .toList();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
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
        return type.isInstance(optimizer);
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
        List<Object> arguments = new ArrayList<>();
        int next = 0;
        for (Class<?> parameter : constructor.getParameterTypes()) {
            if (parameter == Schedule.class) {
                arguments.add(schedule);
                continue;
            }
            Key key = keys.get(next++);
            double value = values.getOrDefault(key.name(), key.initial());
            if (!key.allows(value)) {
                throw new IllegalArgumentException(key.name() + "=" + value + " is out of bounds");
            }
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
        return keys.stream()
                .collect(Collectors.toMap(
                        Key::name, key -> read(components.get(key.name()), optimizer), (a, b) -> a, HashMap::new));
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
    public String toString() {
        return name;
    }
}
