package descentlab.classroom.page;

import descentlab.exercise.Answer;
import descentlab.exercise.ChoicePart;
import descentlab.exercise.Exercise;
import descentlab.exercise.OrderPart;
import descentlab.exercise.Part;
import descentlab.notation.Decimal;
import descentlab.notation.Typed;
import descentlab.progress.LearnerId;
import descentlab.progress.Progress.Wrong;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Which wrong answers a class gives at a part of an exercise: the same ones together, numbers by their value, without names. */
final class PartValues {

    /** Shown, at most. */
    static final int MOST = 6;

    /** Characters of one, at most. */
    private static final int LONGEST = 80;

    private PartValues() {}

    /** The commonest first; of lines that were put in order none, as their numbers say nothing to anybody. */
    static List<PartPicture.Value> of(Exercise exercise, int index, List<Wrong> wrong) {
        Map<String, Set<LearnerId>> givers = new LinkedHashMap<>();
        Map<String, PartPicture.Value> shown = new HashMap<>();
        for (Wrong one : wrong) {
            text(exercise.part(one.learner().seed(exercise.id()), index), one.answer()).ifPresent(value -> {
                String key = key(value.text());
                givers.computeIfAbsent(key, each -> new HashSet<>()).add(one.learner());
                shown.putIfAbsent(key, value);
            });
        }
        return givers.entrySet().stream()
                .map(entry -> new PartPicture.Value(
                        shown.get(entry.getKey()).text(), shown.get(entry.getKey()).formatted(), entry.getValue().size()))
                .sorted(Comparator.comparing(PartPicture.Value::learners).reversed().thenComparing(PartPicture.Value::text))
                .limit(MOST)
                .toList();
    }

    private static Optional<PartPicture.Value> text(Part part, String written) {
        Answer answer;
        try {
            answer = Answer.read(written);
        } catch (IllegalArgumentException ofAnotherVersion) {
            return Optional.empty();
        }
        String fields = answer.fields().stream().map(String::strip).filter(field -> !field.isEmpty()).collect(Collectors.joining("; "));
        return switch (part) {
            case ChoicePart choice -> fields.matches("\\d{1,3}") && Integer.parseInt(fields) < choice.options().size()
                    ? Optional.of(new PartPicture.Value(choice.options().get(Integer.parseInt(fields)).text(), true, 0))
                    : Optional.empty();
            case OrderPart order -> Optional.empty();
            default -> fields.isEmpty() ? Optional.empty() : Optional.of(new PartPicture.Value(cut(fields), false, 0));
        };
    }

    /** By which two answers are the same. */
    private static String key(String text) {
        OptionalDouble number = Decimal.read(Typed.number(text));
        return number.isPresent() ? Decimal.write(number.getAsDouble() + 0.0) : text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…"
                : text;
    }
}
