package descentlab.trial;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each has sent and what of it was acknowledged, and whether the database says so too: the answer that counts is the
 * last acknowledged one, or one sent after that.
 */
final class Ledger {

    private static final Pattern RATE = Pattern.compile("lr=([0-9.e-]+)");

    /** Answers of one voter in one phase, by their order from 1; written by the voter alone. */
    static final class Line {
        volatile int sent;
        volatile int acknowledged;
    }

    private final Map<Phase, Map<String, Line>> lines = new ConcurrentHashMap<>();
    private final Set<String> joined = ConcurrentHashMap.newKeySet();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final String url;
    private final String room;

    /** @param url of the database */
    Ledger(String url, String room) {
        this.url = url;
        this.room = room;
    }

    Line line(Phase phase, String name) {
        return lines.computeIfAbsent(phase, each -> new ConcurrentHashMap<>()).computeIfAbsent(name, each -> new Line());
    }

    void asksToJoin(String name) {
        asked.add(name);
    }

    void joined(String name) {
        joined.add(name);
    }

    /** An answer to an exercise; never the same twice. */
    void sendsAnswer(String answer) {
        sent.add(answer);
    }

    void answered(String answer) {
        answered.add(answer);
    }

    int answers() {
        return answered.size();
    }

    int joins() {
        return joined.size();
    }

    /** Acknowledged answers. */
    int acknowledged(boolean votes) {
        return lines.entrySet().stream()
                .filter(phase -> phase.getKey().isVote() == votes)
                .flatMap(phase -> phase.getValue().values().stream())
                .mapToInt(line -> line.acknowledged)
                .sum();
    }

    /** What of a phase contradicts the database. */
    List<String> wrong(Phase phase) throws SQLException {
        List<String> wrong = new ArrayList<>();
        Map<String, List<Integer>> kept = kept(phase);
        Map<String, Line> told = lines.getOrDefault(phase, Map.of());
        told.forEach((name, line) -> {
            List<Integer> there = kept.getOrDefault(name, List.of());
            if (there.size() > 1) {
                wrong.add(phase + ": " + name + " counts " + there.size() + " times: " + there);
            } else if (there.isEmpty() ? line.acknowledged > 0 : there.getFirst() < line.acknowledged || there.getFirst() > line.sent) {
                wrong.add(phase + ": of " + name + " answer " + line.acknowledged + " of " + line.sent
                        + " sent was acknowledged, kept is " + there);
            }
        });
        kept.keySet().stream().filter(name -> !told.containsKey(name)).forEach(name ->
                wrong.add(phase + ": " + name + " has sent nothing, kept is " + kept.get(name)));
        return wrong;
    }

    /** What of all votes, joins and answers to exercises contradicts the database. */
    List<String> wrong() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (Phase phase : lines.keySet()) {
            if (phase.isVote()) {
                wrong.addAll(wrong(phase));
            }
        }
        Map<String, Integer> seats = new TreeMap<>();
        rows("select nickname, '1' from participant where room = ?", List.of(), (name, one) -> seats.merge(name, 1, Integer::sum));
        joined.stream().filter(name -> seats.getOrDefault(name, 0) != 1).forEach(name ->
                wrong.add(name + " has joined, and has " + seats.getOrDefault(name, 0) + " seats"));
        seats.forEach((name, count) -> {
            if (count > 1 || !asked.contains(name)) {
                wrong.add(name + " has " + count + " seats");
            }
        });
        wrong.addAll(wrongAnswers());
        return wrong;
    }

    private List<String> wrongAnswers() throws SQLException {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> attempts = new TreeMap<>();
        rows(
                "select answer, exercise from attempt where part = ? and exercise = '" + Solver.EXERCISE + "'",
                Solver.PART,
                List.of(),
                (answer, exercise) -> attempts.merge(answer, 1, Integer::sum));
        answered.stream().filter(answer -> !attempts.containsKey(answer)).forEach(answer ->
                wrong.add("answer " + answer + " was acknowledged, and is not kept"));
        attempts.forEach((answer, count) -> {
            if (count > 1 || !sent.contains(answer)) {
                wrong.add("answer " + answer + " is kept " + count + " times" + (sent.contains(answer) ? "" : ", and was not sent"));
            }
        });
        return wrong;
    }

    private Map<String, List<Integer>> kept(Phase phase) throws SQLException {
        Map<String, List<Integer>> kept = new TreeMap<>();
        if (phase.isVote()) {
            rows(
                    "select p.nickname, v.answer from vote v join participant p on p.id = v.participant"
                            + " where v.room = ? and v.poll = ? and v.round = ?",
                    List.of(phase.poll(), phase.round()),
                    (name, answer) -> add(kept, name, phase.order(Double.parseDouble(answer))));
        } else {
            rows(
                    "select p.nickname, t.query from tried t join participant p on p.id = t.participant where t.room = ?",
                    List.of(),
                    (name, query) -> {
                        Matcher rate = RATE.matcher(query);
                        add(kept, name, rate.find() ? phase.order(100 * Double.parseDouble(rate.group(1))) : -1);
                    });
        }
        return kept;
    }

    private static void add(Map<String, List<Integer>> kept, String name, int order) {
        kept.computeIfAbsent(name, each -> new ArrayList<>()).add(order);
    }

    private interface Row {
        void read(String name, String value);
    }

    private void rows(String sql, List<Integer> more, Row row) throws SQLException {
        rows(sql, room, more, row);
    }

    private void rows(String sql, String first, List<Integer> more, Row row) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement question = connection.prepareStatement(sql)) {
            question.setString(1, first);
            for (int i = 0; i < more.size(); i++) {
                question.setInt(i + 2, more.get(i));
            }
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    row.read(rows.getString(1), rows.getString(2));
                }
            }
        }
    }
}
