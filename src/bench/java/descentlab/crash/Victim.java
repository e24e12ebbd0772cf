package descentlab.crash;

import descentlab.account.TeacherId;
import descentlab.audit.Audit;
import descentlab.classroom.Lectern;
import descentlab.classroom.Nickname;
import descentlab.classroom.Poll;
import descentlab.classroom.Question;
import descentlab.classroom.RoomCode;
import descentlab.classroom.Rooms;
import descentlab.classroom.Seat;
import descentlab.client.Client;
import descentlab.progress.LearnerToken;
import descentlab.progress.PartProgress;
import descentlab.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of the application writes, without its pages. It looks whether all is there that it is told was acknowledged, says
 * what is not, and then writes answers, seats and votes, and says of each once it is acknowledged, until it is killed.
 */
public final class Victim {

    /** An acknowledged answer: learner, submission. */
    static final String ANSWER = "answer";

    /** An acknowledged vote: teacher, room, learner, question, option. */
    static final String VOTE = "vote";

    static final String LOST = "lost";
    static final String REFUSED = "refused";
    static final String CHECKED = "checked";

    private static final String EXERCISE = "drills";
    private static final int WRITERS = 3;
    private static final int ANSWERS_OF_ONE = 20;
    private static final int STUDENTS = 8;
    private static final int QUESTIONS = 20;

    private final Progress progress;
    private final Rooms rooms;

    private Victim(Path home) throws ClassNotFoundException {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("crash", Map.of(
                        "descentlab.home", home.toString(),
                        "descentlab.database.url", "",
                        "descentlab.database.user", "",
                        "descentlab.database.password", "")));
        context.registerBean(PropertySourcesPlaceholderConfigurer.class);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(context.getBean(DataSource.class)));
        context.registerBean(Audit.class, () -> entry -> {});
        for (String part : List.of(
                "database.DatabaseConfiguration",
                "progress.Progress",
                "progress.ProgressStore",
                "run.RunConfiguration",
                "classroom.RoomStore",
                "classroom.ClassroomConfiguration")) {
            context.register(Class.forName("descentlab." + part));
        }
        context.refresh();
        Flyway.configure()
                .dataSource(context.getBean(DataSource.class))
                .locations("classpath:db/migration")
                .load()
                .migrate();
        progress = context.getBean(Progress.class);
        rooms = context.getBean(Rooms.class);
    }

    /**
     * Arguments: the home folder, and a file of what was acknowledged.
     */
    public static void main(String[] arguments) throws Exception {
        Victim victim = new Victim(Path.of(arguments[0]));
        List<String> acknowledged = Files.readAllLines(Path.of(arguments[1]));
        acknowledged.stream().filter(line -> !victim.isThere(line.split(" "))).forEach(line -> say(LOST + " " + line));
        say(CHECKED + " " + acknowledged.size());
        if (arguments.length > 2) {
            System.exit(0); // only looks
        }
        for (int i = 0; i < WRITERS; i++) {
            Thread.ofPlatform().start(() -> victim.again(victim::answers));
        }
        Thread.ofPlatform().start(() -> victim.again(victim::lesson));
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private void again(Runnable work) {
        try {
            while (true) {
                work.run();
            }
        } catch (RuntimeException refused) {
            say(REFUSED + " " + refused + " because of " + refused.getCause());
        }
    }

    private boolean isThere(String[] words) {
        return switch (words[0]) {
            case ANSWER -> progress.export(LearnerToken.parse(words[1]).orElseThrow()).attempts().stream()
                    .anyMatch(attempt -> attempt.answer().equals(List.of(words[2])));
            case VOTE -> {
                var room = rooms.lectern(new TeacherId(UUID.fromString(words[1])), new RoomCode(words[2]))
                        .room();
                yield room.participant(LearnerToken.parse(words[3]).orElseThrow().learner())
                        .filter(one -> room.polls().get(Integer.parseInt(words[4]) - 1)
                                .lastVoteOf(one.id())
                                .filter(vote -> vote.write().equals(words[5]))
                                .isPresent())
                        .isPresent();
            }
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private void answers() {
        LearnerToken learner = LearnerToken.random();
        for (int i = 0; i < ANSWERS_OF_ONE; i++) {
            UUID submission = UUID.randomUUID();
            progress.attempt(
                    learner, EXERCISE, "drill-" + i % 4, submission, submission.toString(), PartProgress.Status.OPEN);
            say(ANSWER + " " + learner.secret().value() + " " + submission);
        }
    }

    private void lesson() {
        TeacherId teacher = new TeacherId(UUID.randomUUID());
        Lectern lectern = rooms.open(teacher);
        RoomCode code = lectern.room().code();
        List<LearnerToken> learners = new ArrayList<>();
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < STUDENTS; i++) {
            learners.add(LearnerToken.random());
            seats.add(rooms.join(code, learners.get(i).learner(), Nickname.typed("Student " + i), Client.of("127.0.0.1")));
        }
        for (int number = 1; number <= QUESTIONS; number++) {
            lectern.ask(new Question.Winner());
            Poll poll = lectern.room().board().poll().orElseThrow();
            for (int i = 0; i < STUDENTS; i++) {
                String option = String.valueOf(i % 3);
                seats.get(i).vote(poll.number(), poll.round(), option).join();
                say(String.join(
                        " ",
                        VOTE,
                        teacher.value().toString(),
                        code.value(),
                        learners.get(i).secret().value(),
                        String.valueOf(poll.number()),
                        option));
            }
            lectern.putAway();
        }
        lectern.close();
    }
}
