package descentlab.plan;

import descentlab.classroom.Agenda;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Lectern;
import descentlab.classroom.Moment;
import descentlab.classroom.Poll;
import descentlab.classroom.Room;
import descentlab.classroom.TimeLine;
import descentlab.classroom.VisitedPage;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.Titles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a class was led through, as a plan, so that it can be led so again: what was shown, asked, tried and visited, in that order,
 * with the titles, notes and minutes of the plan that the room was led by.
 */
public final class RoomAsPlan {

    /** What is shown and asked about at once was shown for the question. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final Map<Integer, Poll> polls = new HashMap<>();
    private final Map<String, Step> planned = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();
    /** Of the plan's, which is begun and has done nothing yet. */
    private Step begun;
    private Instant shownAt = Instant.EPOCH;

    private RoomAsPlan(Room room) {
        room.polls().forEach(poll -> polls.put(poll.number(), poll));
        room.board().agenda().stream()
                .flatMap(agenda -> steps(agenda).stream())
                .forEach(step -> planned.putIfAbsent(cut(Conductor.title(step)), step));
    }

    /**
     * A room as a plan.
     *
     * @throws PlanException if nothing was shown or asked in it
     */
    public static Plan of(Room room) {
        RoomAsPlan made = new RoomAsPlan(room);
        TimeLine.of(room.opened(), room.journal()).entries().forEach(entry -> entry.moment().ifPresent(made::add));
        made.endStep();
        // Of a room in which no moments were kept.
        room.polls().stream().filter(poll -> !made.asked.contains(poll.number())).forEach(poll -> made.ask(poll, false));
        if (made.steps.isEmpty()) {
            throw new PlanException("Nothing was shown or asked in this room, of which a plan could be made.");
        }
        return new Plan("Room " + room.code().shown(), "", made.steps.stream().limit(Plan.MOST_STEPS).toList());
    }

    private static List<Step> steps(Agenda agenda) {
        try {
            return PlanReader.read(agenda.text()).steps();
        } catch (PlanException ofAnotherVersion) {
            return List.of();
        }
    }

    private void add(Moment moment) {
        switch (moment.kind()) {
            case STEP -> {
                endStep();
                Step known = planned.get(cut(moment.what()));
                begun = known != null ? known : new Step(cut(moment.what()), "", 0, new Act.Tell());
                if (known != null && known.act() instanceof Act.Time) {
                    endStep();
                }
            }
            case QUESTION -> Optional.ofNullable(polls.get(number(moment))).ifPresent(poll -> ask(
                    poll, takesUp(poll.experiment()::equals, moment.at())));
            case SHOW -> experiment(moment).ifPresent(led -> {
                Act show = new Act.Show(led);
                does(show, title(show));
                shownAt = moment.at();
            });
            case TRY -> experiment(moment)
                    .filter(SurfaceExperiment.class::isInstance)
                    .map(SurfaceExperiment.class::cast)
                    .filter(race -> race.runs().size() == 1)
                    .ifPresent(race -> {
                        takesUp(shown -> shown instanceof SurfaceExperiment one && one.choice().equals(race.choice()), moment.at());
                        does(new Act.Try(race, moment.varied(), 0), "");
                    });
            case VISIT -> VisitedPage.of(moment.what()).ifPresent(path -> does(new Act.Visit(path), ""));
            case TRAINING -> {} // what is done with a training is no step of its own
        }
    }

    /**
     * Whether something was shown a moment before, for what comes now: that is one step then.
     *
     * @param which of what was shown
     */
    private boolean takesUp(Predicate<Experiment> which, Instant at) {
        boolean just = begun == null
                && !steps.isEmpty()
                && steps.getLast().act() instanceof Act.Show(Experiment shown)
                && which.test(shown)
                && Duration.between(shownAt, at).compareTo(AT_ONCE) < 0;
        if (just) {
            Step shown = steps.removeLast();
            boolean ownTitle = !shown.title().equals(title(shown.act()));
            begun = new Step(ownTitle ? shown.title() : "", shown.note(), shown.minutes(), shown.act());
        }
        return just;
    }

    /** @param with whether something was shown for it */
    private void ask(Poll poll, boolean with) {
        asked.add(poll.number());
        boolean asPlanned = begun != null && begun.act() instanceof Act.Ask ask && ask.question().equals(poll.question());
        does(
                asPlanned ? begun.act() : new Act.Ask(
                        Optional.of(poll.experiment()).filter(shown -> with || poll.isOfRace() || poll.question().asksForPlace()),
                        poll.question(),
                        poll.peer()),
                "");
    }

    private static String title(Act act) {
        return act instanceof Act.Show(Experiment led) ? cut(Titles.of(led)) : "";
    }

    /** @param title where no step of a plan has one */
    private void does(Act act, String title) {
        boolean named = begun != null && !begun.title().isEmpty();
        steps.add(begun == null
                ? new Step(cut(title), "", 0, act)
                : new Step(named ? begun.title() : cut(title), begun.note(), begun.minutes(), act));
        begun = null;
    }

    /** A step of the plan's that left no other moment was something to say, went by the clock, or showed what was shown. */
    private void endStep() {
        if (begun != null) {
            steps.add(begun);
        }
        begun = null;
    }

    private static int number(Moment moment) {
        return moment.what().matches("\\d{1,4}") ? Integer.parseInt(moment.what()) : 0;
    }

    private static Optional<Experiment> experiment(Moment moment) {
        try {
            return moment.link().map(Lectern::experiment);
        } catch (ClassroomException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private static String cut(String title) {
        return title.length() > Step.LONGEST_TITLE ? title.substring(0, Step.LONGEST_TITLE - 1) + "…" : title;
    }
}
