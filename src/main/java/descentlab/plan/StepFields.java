package descentlab.plan;

import descentlab.classroom.ClassroomException;
import descentlab.classroom.Lectern;
import descentlab.classroom.OwnQuestion;
import descentlab.classroom.OwnQuestionFields;
import descentlab.classroom.Question;
import descentlab.classroom.TryTask;
import descentlab.classroom.VisitedPage;
import descentlab.classroom.WrongField;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** A step as texts by their names: as a file and a form have it. */
public final class StepFields {

    public static final String TITLE = "title";
    public static final String NOTE = "note";
    public static final String MINUTES = "minutes";
    public static final String OF = "of";
    public static final String OPTIMIZER = "optimizer";
    public static final String SHOW = "show";
    public static final String ASK = "ask";
    public static final String TRY = "try";
    public static final String TIMER = "timer";
    public static final String VISIT = "visit";

    /** What a step may do, of which it has one at most. */
    public static final List<String> ACTS = List.of(SHOW, ASK, TRY, TIMER, VISIT);

    public static final String PEER = "peer";

    static final List<String> ALL = Stream.concat(
                    Stream.of(TITLE, NOTE, MINUTES, SHOW, ASK, PEER, TRY, OF, OPTIMIZER, TIMER, VISIT),
                    OwnQuestionFields.ALL.stream())
            .toList();

    /** What can be asked of a race, by its name in a plan, of an optimizer counted from 0. */
    private static final Map<String, IntFunction<Question.OfRace>> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("winner", series -> new Question.Winner());
        QUESTIONS.put("place", Question.Place::new);
        QUESTIONS.put("diverges", Question.Diverges::new);
        QUESTIONS.put("value", Question.FinalValue::new);
    }

    private static final Map<String, TryTask.Vary> TRIES = Map.of("rate", TryTask.Vary.RATE, "start", TryTask.Vary.START);

    private StepFields() {}

    /** Names of what can be asked of a race. */
    public static List<String> ofRaces() {
        return List.copyOf(QUESTIONS.keySet());
    }

    /** What can be asked of a race, by its name and an optimizer counted from 0. */
    public static Question.OfRace ofRace(String name, int series) {
        return QUESTIONS.get(name).apply(series);
    }

    /**
     * Reads a step.
     *
     * @param fields those that are there; an empty text is as good as none
     * @throws WrongField saying the field, what came and what is allowed
     */
    public static Step read(Map<String, String> fields) {
        fields.keySet().stream().filter(name -> !ALL.contains(name)).findFirst().ifPresent(name -> {
            throw new WrongField(name, "there is no such name; allowed: " + String.join(", ", ALL));
        });
        List<String> acts = ACTS.stream().filter(name -> !OwnQuestionFields.text(fields, name, PlanReader.LONGEST).isEmpty()).toList();
        if (acts.size() > 1) {
            throw new WrongField(acts.get(1), "a step has one of " + String.join(", ", ACTS) + "; this one has " + String.join(" and ", acts));
        }
        String kind = acts.isEmpty() ? "" : acts.getFirst();
        Act act = switch (kind) {
            case SHOW -> new Act.Show(experiment(fields, SHOW));
            case ASK -> ask(fields);
            case TRY -> tried(fields);
            case TIMER -> new Act.Time();
            case VISIT -> visit(fields);
            default -> new Act.Tell();
        };
        String title = OwnQuestionFields.text(fields, TITLE, Step.LONGEST_TITLE);
        String note = OwnQuestionFields.text(fields, NOTE, Step.LONGEST_NOTE);
        if (act instanceof Act.Tell && title.isEmpty() && note.isEmpty()) {
            throw new WrongField(TITLE, "a step needs a title, a note, or one of " + String.join(", ", ACTS));
        }
        int minutes = act instanceof Act.Time
                ? number(fields, TIMER, 1, Step.MOST_MINUTES)
                : number(fields, MINUTES, 0, Step.MOST_MINUTES);
        return new Step(title, note, minutes, act);
    }

    private static Act ask(Map<String, String> fields) {
        boolean peer = switch (OwnQuestionFields.text(fields, PEER, Step.LONGEST_TITLE).toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "", "no", "false" -> false;
            default -> throw new WrongField(PEER, "was " + fields.get(PEER) + "; allowed: yes, no");
        };
        String name = OwnQuestionFields.text(fields, ASK, Step.LONGEST_TITLE);
        return QUESTIONS.containsKey(name) ? askOfRace(fields, name, peer) : askOwn(fields, name, peer);
    }

    private static Act askOfRace(Map<String, String> fields, String name, boolean peer) {
        refuseOthers(fields, name, OwnQuestionFields.ALL);
        SurfaceExperiment race = race(fields);
        Question question = ofRace(name, series(fields, race));
        check(question, race);
        return new Act.Ask(Optional.of(race), question, peer);
    }

    private static Act askOwn(Map<String, String> fields, String name, boolean peer) {
        if (!OwnQuestionFields.KINDS.contains(name)) {
            throw new WrongField(ASK, "was " + fields.get(ASK) + "; allowed: " + String.join(", ", QUESTIONS.keySet()) + " of a race, or "
                    + String.join(", ", OwnQuestionFields.KINDS) + " of your own");
        }
        refuseOthers(fields, name, List.of(OPTIMIZER));
        OwnQuestion own = OwnQuestionFields.read(fields);
        Optional<Experiment> with =
                OwnQuestionFields.text(fields, OF, PlanReader.LONGEST).isEmpty() ? Optional.empty() : Optional.of(experiment(fields, OF));
        with.ifPresent(shown -> check(own, shown));
        return new Act.Ask(with, own, peer);
    }

    private static void refuseOthers(Map<String, String> fields, String name, List<String> others) {
        others.stream().filter(other -> !fields.getOrDefault(other, "").isBlank()).findFirst().ifPresent(other -> {
            throw new WrongField(other, "does not go with ask: " + name);
        });
    }

    private static void check(Question question, Experiment shown) {
        try {
            question.check(shown);
        } catch (ClassroomException refused) {
            throw new WrongField(ASK, refused.getMessage());
        }
    }

    private static Act tried(Map<String, String> fields) {
        TryTask.Vary vary = TRIES.get(OwnQuestionFields.text(fields, TRY, Step.LONGEST_TITLE));
        if (vary == null) {
            throw new WrongField(TRY, "was " + fields.get(TRY) + "; allowed: rate, start");
        }
        SurfaceExperiment race = race(fields);
        int series = series(fields, race);
        try {
            TryTask.of(vary, race, series);
        } catch (ClassroomException refused) {
            throw new WrongField(TRY, refused.getMessage());
        }
        return new Act.Try(race, vary, series);
    }

    private static Act visit(Map<String, String> fields) {
        String pasted = OwnQuestionFields.text(fields, VISIT, VisitedPage.LONGEST);
        return new Act.Visit(VisitedPage.of(pasted)
                .orElseThrow(() -> new WrongField(VISIT, "was " + pasted
                        + "; allowed: a page of this application, such as lesson/adagrad or exercises/gerschgorin")));
    }

    private static int series(Map<String, String> fields, SurfaceExperiment race) {
        return Math.max(1, number(fields, OPTIMIZER, 1, race.runs().size())) - 1;
    }

    private static SurfaceExperiment race(Map<String, String> fields) {
        if (OwnQuestionFields.text(fields, OF, PlanReader.LONGEST).isEmpty()) {
            throw new WrongField(OF, "is missing; allowed: the link of a surface lab's race, of which is asked or tried");
        }
        if (experiment(fields, OF) instanceof SurfaceExperiment race && !race.runs().isEmpty()) {
            return race;
        }
        throw new WrongField(OF, "was the link of another lab, or of a race without optimizers; allowed: one of the surface lab's");
    }

    private static Experiment experiment(Map<String, String> fields, String name) {
        try {
            return Lectern.experiment(OwnQuestionFields.text(fields, name, PlanReader.LONGEST));
        } catch (ClassroomException refused) {
            throw new WrongField(name, refused.getMessage());
        }
    }

    /** A whole number; 0 if there is none. */
    private static int number(Map<String, String> fields, String name, int least, int most) {
        String text = OwnQuestionFields.text(fields, name, Step.LONGEST_TITLE);
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new WrongField(name, "was " + text + "; allowed: a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    /** Writes a step: those fields that it has, in the order in which they are read best. */
    public static Map<String, String> write(Step step) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, TITLE, step.title());
        put(fields, NOTE, step.note());
        if (step.minutes() > 0 && !(step.act() instanceof Act.Time)) {
            put(fields, MINUTES, String.valueOf(step.minutes()));
        }
        switch (step.act()) {
            case Act.Tell tell -> {}
            case Act.Show show -> put(fields, SHOW, show.experiment().link());
            case Act.Ask(Optional<Experiment> with, Question question, boolean peer) -> {
                switch (question) {
                    case Question.OfRace ofRace -> {
                        put(fields, ASK, name(ofRace));
                        put(fields, OPTIMIZER, series(ofRace) > 0 ? String.valueOf(series(ofRace) + 1) : "");
                    }
                    case OwnQuestion own -> OwnQuestionFields.write(own).forEach((name, text) -> put(fields, name, text));
                }
                put(fields, OF, with.map(Experiment::link).orElse(""));
                put(fields, PEER, peer ? "yes" : "");
            }
            case Act.Try(SurfaceExperiment race, TryTask.Vary vary, int series) -> {
                put(fields, TRY, vary == TryTask.Vary.RATE ? "rate" : "start");
                put(fields, OF, race.link());
                put(fields, OPTIMIZER, series > 0 ? String.valueOf(series + 1) : "");
            }
            case Act.Time time -> put(fields, TIMER, String.valueOf(step.minutes()));
            case Act.Visit visit -> put(fields, VISIT, visit.path());
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
    }

    private static String name(Question.OfRace question) {
        return QUESTIONS.entrySet().stream()
                .filter(entry -> entry.getValue().apply(series(question)).equals(question))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static int series(Question.OfRace question) {
        return switch (question) {
            case Question.Winner winner -> 0;
            case Question.Place(int series) -> series;
            case Question.Diverges(int series) -> series;
            case Question.FinalValue(int series) -> series;
        };
    }
}
