package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Client;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.objective.Point;
import descentlab.progress.LearnerId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What servers say to each other of rooms. Texts that are written out here are what a server of an earlier version says:
 * they are read as long as there is one.
 */
class WireTest {

    private static final ParticipantId ANN = new ParticipantId(UUID.fromString("00000000-0000-0000-0000-000000000001"));
    private static final RoomCode ROOM = new RoomCode("KM4P7XQZ");
    private static final SurfaceExperiment RACE = (SurfaceExperiment) experiment(
            SurfaceExperiment.PAGE, "objective=beale&rotate=30&start=1,-0.1&steps=7&run=adam(lr=0.30000000000000004)");
    private static final Question OWN = new OwnQuestion(
            "What is $\\kappa$?", new AnswerKind.Choice(List.of("4", "$20$"), Set.of(1), false), "", "");
    private static final Instant TIME = Instant.parse("2026-11-27T10:00:00.123456789Z");

    private static Experiment experiment(String page, String query) {
        return Experiment.read(page, EncodedQuery.read(query)).orThrow().opened();
    }

    static Stream<Command> commands() {
        return Stream.of(
                new Command.Lead(RACE, true, ""),
                new Command.Lead(experiment(SpectrumExperiment.PAGE, "matrix=2,1+1i;1-1i,0.30000000000000004"), false, "7-8"),
                new Command.Dress(Scene.Scheme.DARK),
                new Command.Lock(true),
                new Command.Prepare("title: a\n"),
                new Command.Prepare(null),
                new Command.Turn(-1, 0, "A step", TIME),
                new Command.Time(Duration.ofMinutes(3), "Talk"),
                new Command.Visit("lesson/adagrad"),
                new Command.Visit(null),
                new Command.Lead(experiment(TrainingExperiment.PAGE, "data=airfoil&model=linear&run=sgd(lr=0.01)"), false, ""),
                new Command.Homotopy(0.25, "7-8"),
                new Command.Back(),
                new Command.Play(new Scene.Playback(7, true, 0.1, "")),
                new Command.Play(new Scene.Playback(0, false, 10, "")),
                new Command.Follow(true),
                new Command.Lobby(false),
                new Command.Freeze(true),
                new Command.Name(true),
                new Command.Draw(false),
                new Command.Beside(true),
                new Command.Quote(3),
                new Command.Note(Moment.Kind.VISIT, "lesson/adagrad", TIME),
                new Command.Look("1-2-3", List.of(-1.0, 1.0, -0.5, 0.1)),
                new Command.Look("1-2-3", null),
                new Command.Present(ANN),
                new Command.Hold("stream/runs/a", Scene.Progress.PAUSED),
                new Command.Again("stream/runs/a"),
                new Command.Aim("1-2-3", new Point(0.1, -1e-300)),
                new Command.Aim("1-2-3", null),
                new Command.Pen("1-2-3/7", 5, List.of(0.1, 0.30000000000000004)),
                new Command.Wipe(false),
                new Command.Renew(),
                new Command.Ask(new Question.FinalValue(2), RACE, true, TIME),
                new Command.Ask(new Question.Winner(), RACE, true, TIME),
                new Command.Together(List.of(
                        new Command.PutAway(),
                        new Command.Visit(null),
                        new Command.Lead(RACE, true, ""),
                        new Command.Ask(new Question.Winner(), RACE, true, TIME),
                        new Command.Turn(0, 1, "A step", TIME))),
                new Command.CloseVotes(),
                new Command.ShowVotes(),
                new Command.VoteAgain(),
                new Command.Run(),
                new Command.Reveal(3, new Truth.Options(Set.of(0, 2))),
                new Command.Reveal(3, new Truth.Place(new Point(1, 2), Optional.of(new Point(-0.1, 1e-300)))),
                new Command.Reveal(3, new Truth.Place(new Point(1, 2), Optional.empty())),
                new Command.Reveal(3, new Truth.Number(Optional.of(0.1 + 0.2))),
                new Command.PutAway(),
                new Command.TryOut(TryTask.of(TryTask.Vary.RATE, RACE, 0), TIME),
                new Command.EndTry(),
                new Command.ForgetTries(),
                new Command.Admit(ANN, false),
                new Command.TakeName(ANN),
                new Command.Join(ANN, new LearnerId("learner"), Nickname.typed("Änn Ω"), Client.of("10.0.0.1"), TIME),
                new Command.Ask(OWN, RACE, false, TIME),
                new Command.Strike(1, "rude", true),
                new Command.Enquire(ANN, "Why the root?", TIME),
                new Command.Support(ANN, 3, true),
                new Command.Settle(3, Enquiry.State.ANSWERED),
                new Command.Lose(ANN, TIME),
                new Command.Cast(ANN, 1, 2, "0.5,-0.25", Sureness.SURE),
                new Command.Cast(ANN, 1, 2, "0.5,-0.25", null),
                new Command.HandIn(ANN, RACE),
                new Command.Leave(ANN),
                new Command.Close(TIME));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsReadAsItWasSaid(Command command) {
        Lines.Order order = new Lines.Order(ROOM, new UUID(1, 2), 3, command);
        assertThat(Wire.read(Wire.write(order), Lines.Order.class)).contains(order);
    }

    @Test
    void thereIsACommandOfEachKindHere() {
        Set<Class<?>> kinds = Stream.of(Command.Showing.class, Command.Keeping.class)
                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                .flatMap(kind -> kind.isInterface() ? Arrays.stream(kind.getPermittedSubclasses()) : Stream.of(kind))
                .collect(java.util.stream.Collectors.toSet());
        assertThat(commands().map(Object::getClass)).containsAll(kinds);
    }

    private static News news(List<Command.Keeping> done) {
        Scene scene = RoomRuns.unseen(RACE, 7).revised(3L << 32);
        Ink ink = Ink.NONE.drawn("1-2-3/7", 0, List.of(0.1, -2.0)).aimed("1-2-3", Optional.of(new Point(1, 0.1)));
        return new News(ROOM, 3, 17, done, Shown.of(scene, true, false).before(Optional.of(RACE)).ink(ink), true);
    }

    @Test
    void asOneGoesNeitherNothingNorTooMuchNorWhatIsNoPart() {
        String part = "{\"do\":\"PutAway\"}";
        assertThat(read(together(part), Command.class)).contains(new Command.Together(List.of(new Command.PutAway())));
        assertThat(read(together(""), Command.class)).isEmpty();
        assertThat(read(together("null"), Command.class)).isEmpty();
        assertThat(read("{\"do\":\"Together\"}", Command.class)).isEmpty();
        assertThat(read(together("{\"do\":\"Close\",\"time\":\"2026-11-27T10:00:00Z\"}"), Command.class)).isEmpty();
        assertThat(read(together(together(part)), Command.class)).isEmpty();
        assertThat(read(together(part + ("," + part).repeat(Command.Together.MOST)), Command.class)).isEmpty();
    }

    private static String together(String parts) {
        return "{\"do\":\"Together\",\"parts\":[" + parts + "]}";
    }

    @Test
    void newsAreReadAsTheyWereTold() {
        News news = news(List.of(new Command.Cast(ANN, 1, 1, "2", null), new Command.CloseVotes()));
        assertThat(Wire.read(Wire.write(news), News.class)).contains(news);
        Lines.Answer answer = Lines.Answer.refused("The vote is closed.");
        assertThat(Wire.read(Wire.write(answer), Lines.Answer.class)).contains(answer);
        Gazette.Here here = new Gazette.Here(ROOM, Set.of(ANN));
        assertThat(Wire.read(Wire.write(here), Gazette.Here.class)).contains(here);
        Whereabouts.Told told = new Whereabouts.Told(new LearnerId("a"), new Whereabouts.Page("/lesson", TIME));
        assertThat(Wire.read(Wire.write(told), Whereabouts.Told.class)).contains(told);
        Whereabouts.Told gone = new Whereabouts.Told(new LearnerId("a"), null);
        assertThat(Wire.read(Wire.write(gone), Whereabouts.Told.class)).contains(gone);
    }

    private static <T> Optional<T> read(String text, Class<T> type) {
        return Wire.read(text.getBytes(StandardCharsets.UTF_8), type);
    }

    @Test
    void whatAnEarlierVersionSaysIsUnderstood() {
        assertThat(read(
                        "{\"room\":{\"value\":\"KM4P7XQZ\"},\"id\":\"00000000-0000-0001-0000-000000000002\",\"epoch\":3,\"command\":{\"do\":\"Cast\","
                                + "\"participant\":{\"value\":\"00000000-0000-0000-0000-000000000001\"},\"poll\":1,\"round\":2,\"answer\":\"0.5\"}}",
                        Lines.Order.class))
                .contains(new Lines.Order(ROOM, new UUID(1, 2), 3, new Command.Cast(ANN, 1, 2, "0.5", null)));
        String said = "{\"room\":{\"value\":\"KM4P7XQZ\"},\"id\":\"00000000-0000-0001-0000-000000000002\",\"epoch\":3,\"command\":"
                + "{\"do\":\"Ask\",\"question\":\"place 1\",\"experiment\":\"" + SurfaceExperiment.PAGE + "?" + RACE.query()
                + "\"}}";
        assertThat(read(said, Lines.Order.class))
                .contains(new Lines.Order(ROOM, new UUID(1, 2), 3, new Command.Ask(new Question.Place(1), RACE, false, null)));
    }

    @Test
    void anEarlierVersionKnowsNoInk() {
        String told = new String(Wire.write(news(List.of())), StandardCharsets.UTF_8);
        String without = told.replace(told.substring(told.indexOf(",\"ink\""), told.indexOf("},\"written\"")), "");
        assertThat(without).doesNotContain("\"ink\"");
        assertThat(read(without, News.class).orElseThrow().shown().ink()).isEqualTo(Ink.NONE);
    }

    @Test
    void whatALaterVersionAddsIsPassedOver() {
        assertThat(read(
                        "{\"room\":{\"value\":\"KM4P7XQZ\",\"color\":\"red\"},\"id\":null,\"epoch\":3,\"command\":{\"do\":\"Follow\",\"on\":true,"
                                + "\"slowly\":{\"by\":[1,2]}},\"more\":7}",
                        Lines.Order.class))
                .contains(new Lines.Order(ROOM, null, 3, new Command.Follow(true)));
    }

    @Test
    void whatIsNotUnderstoodIsNothing() {
        for (String bad : List.of(
                "", "{", "[]", "null", "7", "{\"room\":{\"value\":\"<script>\"}}",
                "{\"room\":{\"value\":\"KM4P7XQZ\"},\"command\":{\"do\":\"Dance\"}}",
                "{\"room\":{\"value\":\"KM4P7XQZ\"},\"command\":{\"do\":\"java.lang.Runtime\"}}",
                "{\"room\":{\"value\":\"KM4P7XQZ\"},\"command\":{\"do\":\"Lead\",\"led\":\"lab/nowhere?\"}}",
                "{\"room\":{\"value\":\"KM4P7XQZ\"},\"command\":{\"do\":\"Lead\",\"led\":\"lab/surface\"}}",
                "{\"room\":{\"value\":\"KM4P7XQZ\"},\"command\":{\"do\":\"Lead\",\"led\":\"lab/surface?steps=-1\"}}",
                "{\"room\":{\"value\":\"KM4P7XQZ\"},\"command\":{\"do\":\"Play\",\"playback\":{\"step\":-1,\"playing\":true,\"speed\":1}}}",
                "{\"room\":{\"value\":\"KM4P7XQZ\"},\"command\":{\"do\":\"Pen\",\"stroke\":\"a\",\"from\":0,\"places\":[1]}}",
                "{\"room\":{\"value\":\"KM4P7XQZ\"},\"command\":{\"do\":\"Pen\",\"stroke\":\"a\",\"from\":0,\"places\":[1,\"NaN\"]}}",
                "[".repeat(100_000))) {
            assertThat(read(bad, Lines.Order.class)).as(bad.substring(0, Math.min(80, bad.length()))).isEmpty();
        }
    }

    @Test
    void noiseDoesNoHarm() {
        byte[] written = Wire.write(news(List.of(new Command.HandIn(ANN, RACE))));
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = Arrays.copyOf(written, random.nextInt(written.length + 1));
            for (int j = random.nextInt(4); j > 0 && bad.length > 0; j--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            Wire.read(bad, News.class);
        }
    }
}
