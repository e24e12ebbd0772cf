package descentlab.exercise.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
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
import descentlab.progress.PartProgress;
import descentlab.progress.Progress;
import descentlab.run.RunService;
import java.util.List;
import java.util.Map;

/** An exercise, one part at a time. */
@Route("exercises/:exercise")
@AnonymousAllowed
@StyleSheet("descentlab/practice.css")
class ExerciseView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PARAMETER = "exercise";

    private static final String PART = "part";
    private static final int MOST_DRILLS = 10_000;

    private final Progress progress;
    private final RunService runs;
    private final Pictures pictures;
    private final ProgressNotice notice = new ProgressNotice();
    private final Div steps = new Div();
    private final Div body = new Div();
    private final Div onward = new Div();
    private LearnerToken learner;
    private Exercise exercise;
    /** Made once, as long as there is an end of them. */
    private List<Part> parts = List.of();
    private Map<String, PartProgress> standing = Map.of();
    private long seed;
    private int index;

    ExerciseView(Progress progress, RunService runs, Pictures pictures) {
        this.pictures = pictures;
        this.progress = progress;
        this.runs = runs;
        addClassNames("page", "exercise");
        steps.addClassName("part-steps");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get(PARAMETER).orElse("");
        exercise = Exercises.on(pictures.best())
                .named(id)
                .orElseThrow(() -> new NotFoundException("There is no exercise “" + id + "”."));
        learner = LearnerAccess.current();
        seed = learner.seed(exercise.id());
        parts = exercise.endless() ? List.of() : exercise.parts(seed);
        standing = notice.read(() -> progress.of(learner, exercise.id()), Map.of());
        index = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(PART)
                .filter(text -> text.matches("\\d{1,5}"))
                .map(text -> Integer.parseInt(text) - 1)
                .filter(asked -> asked >= 0 && asked < Math.min(exercise.count(), MOST_DRILLS))
                .orElseGet(this::firstOpen);
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

    private static Component[] opening(Exercise exercise) {
        Anchor all = new Anchor("exercises", "All exercises");
        all.addClassName("back");
        Paragraph about = new Paragraph(exercise.about());
        about.addClassName("soft");
        return new Component[] {all, new H1(exercise.title()), about};
    }

    private int firstOpen() {
        int at = 0;
        while (at < exercise.count() - 1 && at < MOST_DRILLS - 1 && of(part(at)).done()) {
            at++;
        }
        return at;
    }

    private Part part(int at) {
        return parts.isEmpty() ? exercise.part(seed, at) : parts.get(at);
    }

    private PartProgress of(Part part) {
        return standing.getOrDefault(part.task().id(), PartProgress.NONE);
    }

    private void showPart() {
        Part part = part(index);
        body.removeAll();
        body.add(new PartCard(learner, progress, runs, exercise.id(), part, of(part), changed -> {
            standing = notice.read(() -> progress.of(learner, exercise.id()), standing);
            showSteps();
            showOnward();
        }));
        showSteps();
        showOnward();
    }

    private void showSteps() {
        steps.removeAll();
        if (exercise.endless()) {
            long solved = standing.values().stream().filter(PartProgress::solved).count();
            Span count = new Span("Number " + (index + 1) + " · " + solved + " solved so far");
            count.addClassName("soft");
            steps.add(count);
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("steps");
        for (int i = 0; i < exercise.count(); i++) {
            Part part = part(i);
            RouterLink link = link(i, String.valueOf(i + 1));
            PartProgress of = of(part);
            String state =
                    switch (of.status()) {
                        case SOLVED -> "solved";
                        case OTHERWISE -> "came otherwise";
                        case SHOWN -> "solution shown";
                        case OPEN -> "open";
                    };
            link.getElement().setAttribute("aria-label", "Part " + (i + 1) + ", " + part.task().title() + ", " + state);
            link.getElement().setAttribute("title", part.task().title());
            link.addClassName("step");
            link.addClassName(state.replace(' ', '-'));
            if (i == index) {
                link.getElement().setAttribute("aria-current", "step");
            }
            list.add(new ListItem(link));
        }
        Nav nav = new Nav(list);
        nav.getElement().setAttribute("aria-label", "Parts of this exercise");
        steps.add(nav);
    }

    private RouterLink link(int to, String text) {
        RouterLink link = new RouterLink(
                text, ExerciseView.class, new RouteParameters(PARAMETER, exercise.id()));
        link.setQueryParameters(QueryParameters.of(PART, String.valueOf(to + 1)));
        return link;
    }

    private void showOnward() {
        onward.removeAll();
        if (!of(part(index)).done()) {
            return;
        }
        onward.addClassName("onward");
        if (index + 1 < exercise.count()) {
            RouterLink next = link(index + 1, exercise.endless() ? "Next drill" : "Next part");
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
