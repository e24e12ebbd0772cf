package descentlab.classroom.page;

import descentlab.classroom.Attendance;
import descentlab.classroom.Room;
import descentlab.dataset.Silhouettes;
import descentlab.exercise.Answer;
import descentlab.exercise.CheckedPart;
import descentlab.exercise.Exercise;
import descentlab.exercise.Exercises;
import descentlab.exercise.Part;
import descentlab.exercise.Verdict;
import descentlab.exercise.WritingPart;
import descentlab.progress.LearnerId;
import descentlab.progress.Progress.AtPart;
import descentlab.progress.Progress.Latest;
import descentlab.progress.Progress.Wrong;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds at which part of an exercise a class is, and why its wrong answers there are wrong. The reason follows from the answer
 * and from the numbers that its learner was given, and so it is not kept, but found by checking once more.
 */
final class PartReasons {

    /** Texts do not depend on the pictures. */
    private static final Exercises EXERCISES = Exercises.on(Silhouettes.NAME);

    private static final Pattern PART = Pattern.compile("exercises/([a-z0-9-]+)(?:\\?(?:.*&)?part=(\\d{1,5}).*)?");

    /** Of an exercise without an end, parts that are looked for. */
    private static final int MOST_PARTS = 500;

    /** Of wrong answers whose reason is not known. */
    static final String OTHER = "None of the usual mistakes.";

    private final Attendance attendance;
    /** What was found lately: a class is looked at every few seconds. */
    private final Map<Judged, String> known = new HashMap<>();

    private record Judged(LearnerId learner, String exercise, int index, String answer) {}

    private record At(Exercise exercise, int index, String part) {}

    PartReasons(Attendance attendance) {
        this.attendance = attendance;
    }

    /**
     * How the class stands at the part where it is: the one that it was brought to, else the one that most of it did something
     * with last. Reads the database: not for a page's own thread.
     *
     * @return nothing if it is at none
     */
    synchronized Optional<PartPicture> of(Room room, List<Attendance.Row> rows) {
        return room.board().visit().flatMap(PartReasons::visited).or(() -> commonest(rows)).map(at -> {
            AtPart standing = attendance.at(room, at.exercise().id(), at.part());
            String title = "“" + at.exercise().title() + "”, part " + (at.index() + 1);
            return new PartPicture(title, standing, reasons(at, standing.wrong()), PartValues.of(at.exercise(), at.index(), standing.wrong()));
        });
    }

    /** The part that a page's address says. */
    private static Optional<At> visited(String page) {
        Matcher address = PART.matcher(page);
        if (!address.matches() || address.group(2) == null) {
            return Optional.empty();
        }
        int index = Integer.parseInt(address.group(2)) - 1;
        return EXERCISES
                .named(address.group(1))
                .filter(exercise -> index >= 0 && index < exercise.count())
                .map(exercise -> new At(exercise, index, exercise.part(0, index).task().id()));
    }

    private static Optional<At> commonest(List<Attendance.Row> rows) {
        Map<List<String>, Long> counts = rows.stream()
                .filter(row -> !row.participant().removed())
                .flatMap(row -> row.standing().latest().stream())
                .filter(latest -> EXERCISES.named(latest.exercise()).isPresent())
                .collect(Collectors.groupingBy(PartReasons::names, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .flatMap(entry -> named(entry.getKey().get(0), entry.getKey().get(1)));
    }

    private static List<String> names(Latest latest) {
        return List.of(latest.exercise(), latest.part());
    }

    private static Optional<At> named(String id, String part) {
        return EXERCISES.named(id).flatMap(exercise -> IntStream.range(0, Math.min(exercise.count(), MOST_PARTS))
                .filter(index -> exercise.part(0, index).task().id().equals(part))
                .mapToObj(index -> new At(exercise, index, part))
                .findFirst());
    }

    private List<PartPicture.Reason> reasons(At at, List<Wrong> wrong) {
        Map<String, Set<LearnerId>> givers = new LinkedHashMap<>();
        for (Wrong one : wrong) {
            Judged judged = new Judged(one.learner(), at.exercise().id(), at.index(), one.answer());
            String said = known.computeIfAbsent(judged, each -> said(at, one));
            givers.computeIfAbsent(said, each -> new HashSet<>()).add(one.learner());
        }
        Function<PartPicture.Reason, Integer> most = PartPicture.Reason::learners;
        return givers.entrySet().stream()
                .map(entry -> new PartPicture.Reason(entry.getKey(), entry.getValue().size()))
                .sorted(Comparator.comparing(most).reversed())
                .toList();
    }

    /** What was told of a wrong answer. */
    private static String said(At at, Wrong wrong) {
        try {
            return reason(at.exercise().part(wrong.learner().seed(at.exercise().id()), at.index()), Answer.read(wrong.answer()));
        } catch (IllegalArgumentException notAnAnswer) {
            return OTHER;
        }
    }

    private static String reason(Part asked, Answer answer) {
        if (asked instanceof WritingPart writing) {
            String mistakes = writing.mistakes(answer);
            return mistakes.isEmpty() ? OTHER : mistakes;
        }
        if (!(asked instanceof CheckedPart part)) {
            return OTHER;
        }
        Verdict verdict = part.check(answer);
        // What was wrong under an earlier version of the exercise may be right by now.
        boolean explained = verdict.result() == Verdict.Result.WRONG && !verdict.message().equals(Verdict.UNEXPLAINED);
        return explained && !verdict.message().isBlank() ? verdict.message() : OTHER;
    }
}
