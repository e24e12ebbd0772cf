package descentlab.exercise.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.LearnerAccess;
import descentlab.dataset.Pictures;
import descentlab.exercise.Exercise;
import descentlab.exercise.Exercises;
import descentlab.exercise.Part;
import descentlab.progress.LearnerToken;
import descentlab.progress.Progress;
import descentlab.run.RunService;
import java.util.Map;

/** An exercise, one part at a time. */
@Route("exercises/:exercise")
@AnonymousAllowed
@StyleSheet("descentlab/practice.css")
class ExerciseView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PARAMETER = "exercise";

    private final Progress progress;
    private final RunService runs;
    private final Pictures pictures;
    private final ProgressNotice notice = new ProgressNotice();
    private final PartSteps steps = new PartSteps();
    private final Div body = new Div();
    private final Div onward = new Div();
    private LearnerToken learner;
    private Exercise exercise;
    private PartInTurn turn;

    ExerciseView(Progress progress, RunService runs, Pictures pictures) {
        this.pictures = pictures;
        this.progress = progress;
        this.runs = runs;
        addClassNames("page", "exercise");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get(PARAMETER).orElse("");
        exercise = Exercises.on(pictures.best())
                .named(id)
                .orElseThrow(() -> new NotFoundException("There is no exercise “" + id + "”."));
        learner = LearnerAccess.current();
        turn = PartInTurn.of(
                exercise,
                learner,
                notice.read(() -> progress.of(learner, exercise.id()), Map.of()),
                event.getLocation().getQueryParameters().getSingleParameter(PartInTurn.PARAMETER));
        removeAll();
        Anchor paper = new Anchor("sheet/" + exercise.id(), "On paper");
        paper.addClassName("back");
        paper.setVisible(exercise.onPaper());
        add(opening(exercise));
        add(notice, steps, body, onward, paper);
        showPart();
    }

    /** What it is about, as all see it. */
    static Div firstScreen(Exercise exercise) {
        Div page = new Div(opening(exercise));
        page.addClassNames("page", "exercise");
        return page;
    }

    /** As far as what is asked in its part, as the learner sees it. */
    static Div firstScreen(PartInTurn turn) {
        Div page = firstScreen(turn.exercise());
        page.add(new PartSteps(turn), new Div(PartCard.firstScreen(turn.part())));
        return page;
    }

    private static Component[] opening(Exercise exercise) {
        Anchor all = new Anchor("exercises", "All exercises");
        all.addClassName("back");
        Paragraph about = new Paragraph(exercise.about());
        about.addClassName("soft");
        return new Component[] {all, new H1(exercise.title()), about};
    }

    private void showPart() {
        Part part = turn.part();
        body.removeAll();
        body.add(new PartCard(learner, progress, runs, exercise.id(), part, turn.of(part), changed -> {
            turn = turn.with(notice.read(() -> progress.of(learner, exercise.id()), turn.standing()));
            steps.show(turn);
            showOnward();
        }));
        steps.show(turn);
        showOnward();
    }

    private void showOnward() {
        onward.removeAll();
        if (!turn.of(turn.part()).done()) {
            return;
        }
        onward.addClassName("onward");
        if (turn.index() + 1 < exercise.count()) {
            Anchor next = PartSteps.link(turn, turn.index() + 1, exercise.endless() ? "Next drill" : "Next part");
            next.addClassName("button-link");
            onward.add(next);
        } else {
            Exercises.on(pictures.best()).after(exercise.id()).ifPresent(following -> {
                RouterLink next = new RouterLink(
                        "Next exercise: " + following.title(),
                        ExerciseView.class,
                        new RouteParameters(PARAMETER, following.id()));
                next.addClassName("button-link");
                onward.add(next);
            });
            onward.add(new Anchor("exercises", "To all exercises"));
        }
    }

    @Override
    public String getPageTitle() {
        return exercise.title() + " · Descent Lab";
    }
}
