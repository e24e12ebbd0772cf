package descentlab.classroom;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers that nobody offered, the same ones together: what was written, words of a cloud, orders of lines. The most frequent
 * come first, each as most have written it.
 *
 * @param labels by what makes two answers the same
 */
public record Groups(Map<String, String> labels) {

    /** The bar of all that are not shown by themselves. */
    public static final String OTHERS = "others";

    /** Shown by themselves; all others together. */
    static final int MOST = 12;

    /** Words of a cloud, at most. */
    static final int MOST_WORDS = 40;

    /**
     * The groups of a question.
     *
     * @param votes of all rounds, those of the last one first
     */
    static Groups of(Poll poll, List<Vote> votes) {
        Map<String, Map<String, Integer>> spellings = new LinkedHashMap<>();
        votes.stream().flatMap(vote -> answers(poll, vote)).forEach(answer -> spellings
                .computeIfAbsent(answer.key(), key -> new LinkedHashMap<>())
                .merge(answer.label(), 1, Integer::sum));
        Map<String, Integer> sizes = new HashMap<>();
        spellings.forEach((key, of) -> sizes.put(key, of.values().stream().mapToInt(Integer::intValue).sum()));
        Map<String, String> labels = new LinkedHashMap<>();
        spellings.keySet().stream()
                .sorted(Comparator.<String, Integer>comparing(sizes::get).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(isCloud(poll) ? MOST_WORDS : MOST)
                .forEach(key -> labels.put(key, spelled(spellings.get(key))));
        return new Groups(labels);
    }

    private static String spelled(Map<String, Integer> spellings) {
        return spellings.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    /** Whether a question asks for words of a cloud. */
    public static boolean isCloud(Poll poll) {
        return poll.question() instanceof OwnQuestion own && own.kind() instanceof AnswerKind.Words;
    }

    /** Whether a question's answers are grouped. */
    static boolean group(Poll poll) {
        return poll.question() instanceof OwnQuestion own
                && (own.kind() instanceof AnswerKind.Words
                        || own.kind() instanceof AnswerKind.Text
                        || own.kind() instanceof AnswerKind.Order);
    }

    /** An answer of a vote, which of a cloud has several. */
    private record Answer(String key, String label) {}

    private static Stream<Answer> answers(Poll poll, Vote vote) {
        Stream<Answer> all = switch (vote) {
            case Vote.Text(String text) -> Stream.of(new Answer(AnswerText.key(text), text));
            case Vote.Words(List<String> words) -> words.stream().map(word -> new Answer(AnswerText.key(word), word)).distinct();
            case Vote.Order order -> Stream.of(new Answer(order.write(), letters(poll, order)));
            default -> Stream.empty();
        };
        return all.filter(answer -> !poll.struck().contains(answer.key()));
    }

    /** What was struck, each once. */
    static List<String> struck(Poll poll) {
        Map<String, String> struck = new TreeMap<>();
        poll.rounds().stream()
                .flatMap(round -> round.values().stream())
                .flatMap(ballot -> switch (ballot.vote()) {
                    case Vote.Text(String text) -> Stream.of(text);
                    case Vote.Words(List<String> words) -> words.stream();
                    default -> Stream.<String>empty();
                })
                .filter(poll::isStruck)
                .sorted()
                .forEach(answer -> struck.putIfAbsent(AnswerText.key(answer), answer));
        return List.copyOf(struck.values());
    }

    /** An order by the letters of its lines as they were offered. */
    public static String letters(Poll poll, Vote.Order vote) {
        List<Integer> offered = ((AnswerKind.Order) ((OwnQuestion) poll.question()).kind()).offered();
        return vote.lines().stream().map(line -> letter(offered.indexOf(line))).collect(Collectors.joining(" "));
    }

    /** The letter of the line that was offered at a place. */
    public static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }

    /** Some votes, counted. */
    List<Tally.Bar> bars(Poll poll, Collection<Vote> votes, Optional<Truth> truth) {
        Map<String, Integer> counts = new HashMap<>();
        votes.forEach(vote -> answers(poll, vote).map(Answer::key).distinct().forEach(key -> counts.merge(key, 1, Integer::sum)));
        Set<String> right = truth.stream()
                .flatMap(known -> votes.stream().filter(known::right))
                .flatMap(vote -> answers(poll, vote))
                .map(Answer::key)
                .collect(Collectors.toSet());
        int others = counts.entrySet().stream().filter(entry -> !labels.containsKey(entry.getKey())).mapToInt(Map.Entry::getValue).sum();
        Stream<Tally.Bar> named = labels.entrySet().stream()
                .map(entry -> Tally.Bar.of(entry.getValue(), counts.getOrDefault(entry.getKey(), 0), right.contains(entry.getKey())));
        return others == 0 || isCloud(poll)
                ? named.toList()
                : Stream.concat(named, Stream.of(Tally.Bar.of(OTHERS, others, false))).toList();
    }
}
