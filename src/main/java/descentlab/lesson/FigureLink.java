package descentlab.lesson;

import descentlab.element.TextNumber;
import descentlab.notation.Decimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A figure's link, in which handles stand between braces: {@code lab/surface?run=adagrad(lr={eta})}.
 *
 * @param text as it is written
 * @param handles what it names between braces
 */
record FigureLink(String text, List<Handle> handles) {

    private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)}");

    /** @throws IllegalArgumentException if it names other handles than it has, or shows nothing somewhere in their ranges */
    FigureLink {
        handles = List.copyOf(handles);
        List<String> names = handles.stream().map(Handle::name).toList();
        List<String> holes = HOLE.matcher(text).results().map(hole -> hole.group(1)).toList();
        holes.stream().filter(hole -> !names.contains(hole)).findFirst().ifPresent(hole -> {
            throw new IllegalArgumentException("below the link there is to be a line that says what {" + hole + "} is, as '" + hole
                    + " = 0.4 in 0.05..5, learning rate'");
        });
        names.stream().filter(name -> !holes.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("the link does not name {" + name + "}");
        });
        Map<String, Double> printed = initial(handles);
        Subject.of(filled(text, printed));
        for (Handle handle : handles) {
            Subject.of(filled(text, with(printed, handle, handle.least())));
            Subject.of(filled(text, with(printed, handle, handle.most())));
        }
    }

    /** What its handles are as printed. */
    Map<String, Double> initial() {
        return initial(handles);
    }

    private static Map<String, Double> initial(List<Handle> handles) {
        return handles.stream().collect(Collectors.toMap(Handle::name, Handle::initial));
    }

    private static Map<String, Double> with(Map<String, Double> values, Handle handle, double value) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getKey().equals(handle.name()) ? value : each.getValue()));
    }

    /** The link with those values, but for one handle's, which is left open. */
    String openAt(String handle, Map<String, Double> values) {
        return HOLE.matcher(text)
                .replaceAll(hole -> Matcher.quoteReplacement(
                        hole.group(1).equals(handle) ? TextNumber.HOLE : Decimal.write(values.get(hole.group(1)))));
    }

    Optional<Handle> handle(String name) {
        return handles.stream().filter(handle -> handle.name().equals(name)).findFirst();
    }

    /** What it shows where the handles have those values. */
    Subject at(Map<String, Double> values) {
        return Subject.of(filled(text, values));
    }

    /** The link as printed. */
    String printedText() {
        return filled(text, initial());
    }

    /** What it shows as printed. */
    Subject printed() {
        return at(initial());
    }

    private static String filled(String text, Map<String, Double> values) {
        return HOLE.matcher(text)
                .replaceAll(hole -> Matcher.quoteReplacement(Decimal.write(values.get(hole.group(1)))));
    }
}
