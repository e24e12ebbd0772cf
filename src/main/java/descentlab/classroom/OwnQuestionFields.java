package descentlab.classroom;

import descentlab.notation.Decimal;
import descentlab.notation.Typed;
import descentlab.objective.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A question of a teacher's own as texts by their names: as a plan, a form and the disk have it. Options stand one on a
 * line, with {@code *} before what is right; lines to be put in order stand in one that is right, each resting on the one
 * above it unless it says otherwise, as in {@code {after: 1, 3}} or {@code {after: none}} at its end.
 */
public final class OwnQuestionFields {

    public static final String ASK = "ask";
    public static final String QUESTION = "question";
    public static final String OPTIONS = "options";
    public static final String RIGHT = "right";
    public static final String WITHIN = "within";
    public static final String LINES = "lines";
    public static final String PICTURE = "picture";
    public static final String SHOWS = "shows";

    /** All names but that of the kind. */
    public static final List<String> ALL = List.of(QUESTION, OPTIONS, RIGHT, WITHIN, LINES, PICTURE, SHOWS);

    /** Names of the kinds. */
    public static final List<String> KINDS = List.of("choice", "choices", "number", "spot", "order", "text", "words");

    private static final Pattern AFTER = Pattern.compile("(.*?)\\s*\\{after:\\s*(none|\\d{1,2}(?:\\s*,\\s*\\d{1,2})*)\\s*}");
    private static final Pattern SHARE = Pattern.compile("(.+?)\\s*%");

    private OwnQuestionFields() {}

    /**
     * Reads a question.
     *
     * @throws WrongField saying the field, what came and what is allowed
     */
    public static OwnQuestion read(Map<String, String> fields) {
        String words = text(fields, QUESTION, OwnQuestion.LONGEST);
        if (words.isEmpty()) {
            throw new WrongField(QUESTION, "is missing; allowed: what you ask, in 1 to " + OwnQuestion.LONGEST + " characters");
        }
        AnswerKind kind = switch (fields.getOrDefault(ASK, "")) {
            case "choice" -> choice(fields, false);
            case "choices" -> choice(fields, true);
            case "number" -> number(fields);
            case "spot" -> spot(fields);
            case "order" -> order(fields);
            case "text" -> written(fields);
            case "words" -> new AnswerKind.Words();
            default -> throw new WrongField(ASK, "was " + fields.get(ASK) + "; allowed: " + String.join(", ", KINDS));
        };
        String picture = text(fields, PICTURE, Picture.LONGEST).replaceAll("\\s", "");
        if (!picture.isEmpty()) {
            try {
                Picture.of(picture);
            } catch (ClassroomException refused) {
                throw new WrongField(PICTURE, refused.getMessage());
            }
        }
        String shows = text(fields, SHOWS, AnswerKind.LONGEST_LINE);
        if (!picture.isEmpty() && shows.isEmpty()) {
            throw new WrongField(SHOWS, "is missing; allowed: a few words on what the picture shows, for those who cannot see it");
        }
        return new OwnQuestion(words, kind, picture, picture.isEmpty() ? "" : shows);
    }

    private static AnswerKind choice(Map<String, String> fields, boolean several) {
        List<String> lines = lines(fields, OPTIONS, AnswerKind.MOST_OPTIONS);
        Set<Integer> right = IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).startsWith("*") && !lines.get(line).startsWith("**"))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> options = IntStream.range(0, lines.size())
                .mapToObj(line -> right.contains(line) ? lines.get(line).substring(1).strip() : lines.get(line))
                .toList();
        if (options.stream().anyMatch(String::isEmpty)) {
            throw new WrongField(OPTIONS, "one has no words");
        }
        if (new HashSet<>(options).size() < options.size()) {
            throw new WrongField(OPTIONS, "two of them are the same");
        }
        return new AnswerKind.Choice(options, right, several);
    }

    private static AnswerKind number(Map<String, String> fields) {
        String right = text(fields, RIGHT, AnswerKind.LONGEST_LINE);
        if (right.isEmpty()) {
            return new AnswerKind.Number(OptionalDouble.empty(), new AnswerKind.Within(0, false));
        }
        OptionalDouble value = Decimal.read(Typed.number(right));
        if (value.isEmpty()) {
            throw new WrongField(RIGHT, "was " + right + "; allowed: a number, or nothing where none is right");
        }
        String within = text(fields, WITHIN, AnswerKind.LONGEST_LINE);
        Matcher share = SHARE.matcher(within);
        return new AnswerKind.Number(
                value,
                share.matches()
                        ? new AnswerKind.Within(size(share.group(1), within) / 100, true)
                        : new AnswerKind.Within(within.isEmpty() ? 0 : size(within, within), false));
    }

    private static AnswerKind spot(Map<String, String> fields) {
        String right = text(fields, RIGHT, AnswerKind.LONGEST_LINE);
        String within = text(fields, WITHIN, AnswerKind.LONGEST_LINE);
        if (right.isEmpty()) {
            return new AnswerKind.Spot(Optional.empty(), 0);
        }
        Point point = AnswerKind.point(right)
                .orElseThrow(() -> new WrongField(RIGHT, "was " + right + "; allowed: x1, x2 as in 0, 0, or nothing where none is right"));
        double size = size(within.isEmpty() ? "0" : within, within);
        if (size == 0) {
            throw new WrongField(WITHIN, "is missing; allowed: how far from there is right still, above 0");
        }
        return new AnswerKind.Spot(Optional.of(point), size);
    }

    private static double size(String number, String whole) {
        OptionalDouble value = Decimal.read(Typed.number(number));
        if (value.isEmpty() || value.getAsDouble() < 0) {
            throw new WrongField(WITHIN, "was " + whole + "; allowed: a number from 0 on, or a share such as 5%");
        }
        return value.getAsDouble();
    }

    private static AnswerKind order(Map<String, String> fields) {
        List<String> written = lines(fields, LINES, AnswerKind.MOST_LINES);
        List<String> lines = new ArrayList<>();
        List<Set<Integer>> needs = new ArrayList<>();
        for (String line : written) {
            Matcher after = AFTER.matcher(line);
            int before = lines.size();
            if (!after.matches()) {
                lines.add(line);
                needs.add(before == 0 ? Set.of() : Set.of(before - 1));
                continue;
            }
            Set<Integer> named = new TreeSet<>();
            if (!after.group(2).equals("none")) {
                for (String number : after.group(2).split(",")) {
                    int above = Integer.parseInt(number.strip());
                    if (above < 1 || above > before) {
                        throw new WrongField(LINES, "line " + (before + 1) + " was after " + above
                                + "; allowed: lines above it, counted from 1, or none");
                    }
                    named.add(above - 1);
                }
            }
            lines.add(after.group(1));
            needs.add(named);
        }
        if (lines.stream().anyMatch(String::isEmpty)) {
            throw new WrongField(LINES, "one has no words");
        }
        if (new HashSet<>(lines).size() < lines.size()) {
            throw new WrongField(LINES, "two of them are the same");
        }
        if (needs.stream().allMatch(Set::isEmpty)) {
            throw new WrongField(LINES, "no line rests on another, so that every order would be right");
        }
        return new AnswerKind.Order(lines, needs);
    }

    private static AnswerKind written(Map<String, String> fields) {
        List<String> right = text(fields, RIGHT, AnswerKind.MOST_RIGHT * (AnswerKind.LONGEST_TEXT + 1))
                .lines()
                .map(AnswerText::shown)
                .filter(line -> !line.isEmpty())
                .toList();
        if (right.size() > AnswerKind.MOST_RIGHT || right.stream().anyMatch(line -> line.length() > AnswerKind.LONGEST_TEXT)) {
            throw new WrongField(RIGHT, "allowed: at most " + AnswerKind.MOST_RIGHT + " answers, one on a line, each of "
                    + AnswerKind.LONGEST_TEXT + " characters at most");
        }
        return new AnswerKind.Text(right);
    }

    private static List<String> lines(Map<String, String> fields, String name, int most) {
        List<String> lines = text(fields, name, most * (AnswerKind.LONGEST_LINE + 1))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() < 2 || lines.size() > most) {
            String came = switch (lines.size()) {
                case 0 -> "there are none";
                case 1 -> "there is only one";
                default -> "there are " + lines.size();
            };
            throw new WrongField(name, came + "; allowed: 2 to " + most + ", each on a line of its own");
        }
        lines.stream().filter(line -> line.length() > AnswerKind.LONGEST_LINE).findFirst().ifPresent(line -> {
            throw new WrongField(name, "one is " + line.length() + " characters long; allowed: " + AnswerKind.LONGEST_LINE + " at most");
        });
        return lines;
    }

    /**
     * What a field says; nothing if it is not there.
     *
     * @throws WrongField if that is too long
     */
    public static String text(Map<String, String> fields, String name, int longest) {
        String text = fields.getOrDefault(name, "").strip();
        if (text.length() > longest) {
            throw new WrongField(name, "is " + text.length() + " characters long; allowed: " + longest + " at most");
        }
        return text;
    }

    /** Writes a question: those fields that it has, in the order in which they are read best. */
    public static Map<String, String> write(OwnQuestion own) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(ASK, name(own.kind()));
        fields.put(QUESTION, own.words());
        switch (own.kind()) {
            case AnswerKind.Choice(List<String> options, Set<Integer> right, boolean several) -> fields.put(
                    OPTIONS,
                    IntStream.range(0, options.size())
                            .mapToObj(option -> (right.contains(option) ? "* " : "") + options.get(option))
                            .collect(Collectors.joining("\n")));
            case AnswerKind.Number(OptionalDouble right, AnswerKind.Within within) -> right.ifPresent(value -> {
                fields.put(RIGHT, Decimal.write(value));
                if (within.size() > 0) {
                    fields.put(WITHIN, within.share() ? Decimal.write(within.size() * 100) + "%" : Decimal.write(within.size()));
                }
            });
            case AnswerKind.Spot(Optional<Point> right, double within) -> right.ifPresent(point -> {
                fields.put(RIGHT, Decimal.write(point.x1()) + ", " + Decimal.write(point.x2()));
                fields.put(WITHIN, Decimal.write(within));
            });
            case AnswerKind.Order(List<String> lines, List<Set<Integer>> needs) -> fields.put(
                    LINES,
                    IntStream.range(0, lines.size())
                            .mapToObj(line -> lines.get(line) + after(line, needs.get(line)))
                            .collect(Collectors.joining("\n")));
            case AnswerKind.Text(List<String> right) -> {
                if (!right.isEmpty()) {
                    fields.put(RIGHT, String.join("\n", right));
                }
            }
            case AnswerKind.Words words -> {}
        }
        if (!own.picture().isEmpty()) {
            fields.put(SHOWS, own.shows());
            fields.put(PICTURE, own.picture());
        }
        return fields;
    }

    private static String after(int line, Set<Integer> needs) {
        if (needs.equals(line == 0 ? Set.of() : Set.of(line - 1))) {
            return "";
        }
        return needs.isEmpty()
                ? " {after: none}"
                : " {after: " + needs.stream().sorted().map(need -> String.valueOf(need + 1)).collect(Collectors.joining(", ")) + "}";
    }

    private static String name(AnswerKind kind) {
        return switch (kind) {
            case AnswerKind.Choice choice -> choice.several() ? "choices" : "choice";
            case AnswerKind.Number number -> "number";
            case AnswerKind.Spot spot -> "spot";
            case AnswerKind.Order order -> "order";
            case AnswerKind.Text text -> "text";
            case AnswerKind.Words words -> "words";
        };
    }
}
