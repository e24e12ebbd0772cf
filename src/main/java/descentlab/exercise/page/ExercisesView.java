package descentlab.exercise.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.Confirmation;
import descentlab.controls.LearnerAccess;
import descentlab.dataset.Pictures;
import descentlab.exercise.Exercise;
import descentlab.exercise.Exercises;
import descentlab.progress.LearnerToken;
import descentlab.progress.NotKeptException;
import descentlab.progress.PartProgress;
import descentlab.progress.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What exercises there are, how far one is, and what is next. */
@Route("exercises")
@AnonymousAllowed
@PageTitle("Exercises · Descent Lab")
@Menu(title = "Exercises", order = 50)
@StyleSheet("descentlab/practice.css")
class ExercisesView extends Div implements BeforeEnterObserver {

    private static final String NBSP = "\u00a0";

    private final Progress progress;
    private final Pictures pictures;
    private LearnerToken learner;

    ExercisesView(Progress progress, Pictures pictures) {
        this.pictures = pictures;
        this.progress = progress;
        addClassNames("page", "exercises");
    }

    /** What there is for everyone; how far one is takes the place that is kept for it. */
    static Div firstScreen(List<Exercise> all) {
        OrderedList list = new OrderedList();
        list.addClassName("exercise-list");
        all.forEach(exercise -> list.add(item(exercise, foot(exercise, NBSP, 0))));
        Div page = new Div(new H1("Exercises"), lead(), list);
        page.addClassNames("page", "exercises");
        return page;
    }

    private static Paragraph lead() {
        Paragraph lead = new Paragraph("The chapter's six exercises and two of our own, part by part, and drills without"
                + " end. Your numbers are your own; what you have solved is kept.");
        lead.addClassName("soft");
        return lead;
    }

    /** Who was forgotten in this session last, and when. */
    private record Forgotten(LearnerToken learner, Instant when) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(LearnerAccess.current());
    }

    private void show(LearnerToken whose) {
        learner = whose;
        ProgressNotice notice = new ProgressNotice();
        Map<String, Map<String, PartProgress>> all = notice.read(() -> progress.of(learner), Map.of());
        removeAll();
        OrderedList list = new OrderedList();
        list.addClassName("exercise-list");
        boolean nextFound = false;
        for (Exercise exercise : Exercises.on(pictures.best()).all()) {
            Map<String, PartProgress> standing = all.getOrDefault(exercise.id(), Map.of());
            long done = standing.values().stream().filter(PartProgress::done).count();
            boolean next = !nextFound && !exercise.endless() && done < exercise.count();
            nextFound |= next;
            list.add(item(exercise, standing, done, next));
        }
        add(new H1("Exercises"), lead(), notice);
        Forgotten forgotten = VaadinSession.getCurrent().getAttribute(Forgotten.class);
        if (forgotten != null && forgotten.when().plus(Progress.UNDO).isAfter(Instant.now())) {
            offer(forgotten, notice);
        }
        add(list, yours(notice));
    }

    private void forget(ProgressNotice notice) {
        try {
            progress.forget(learner);
        } catch (NotKeptException refused) {
            notice.say(refused.getMessage());
            return;
        }
        VaadinSession.getCurrent().setAttribute(Forgotten.class, new Forgotten(learner, Instant.now()));
        become(LearnerToken.random());
    }

    /** The request still has the cookie of who it was: the page is shown for who it is now. */
    private void become(LearnerToken whose) {
        LearnerAccess.become(whose);
        show(whose);
    }

    /** Offers to take it back that somebody was forgotten, as long as that can be done. */
    private void offer(Forgotten forgotten, ProgressNotice notice) {
        Button back = new Button("Take it back");
        Div offer = new Div(new Span("Your progress is forgotten, and deleted for good in a minute."), back);
        offer.addClassNames("say", "row");
        offer.getElement().setAttribute("role", "status");
        back.addClickListener(click -> {
            try {
                if (!progress.remember(forgotten.learner())) {
                    notice.say("It cannot be taken back any more: the minute is over, or you have gone on elsewhere since.");
                    offer.setVisible(false);
                    return;
                }
            } catch (NotKeptException refused) {
                notice.say(refused.getMessage());
                return;
            }
            VaadinSession.getCurrent().setAttribute(Forgotten.class, null);
            become(forgotten.learner());
        });
        add(offer);
        back.focus();
    }

    private static Component item(Exercise exercise, Map<String, PartProgress> standing, long done, boolean next) {
        long solved = standing.values().stream().filter(PartProgress::solved).count();
        long otherwise = standing.values().stream()
                .filter(part -> part.status() == PartProgress.Status.OTHERWISE)
                .count();
        String state = exercise.endless()
                ? solved + " solved"
                : solved == exercise.count()
                        ? "All " + solved + " parts solved"
                        : (done == exercise.count() ? "Done: " : "") + solved + " of " + exercise.count() + " parts solved"
                                + (otherwise > 0 ? ", " + otherwise + " predicted otherwise" : "");
        Div foot = foot(exercise, state, done);
        if (next) {
            Anchor go = new Anchor("exercises/" + exercise.id(), standing.isEmpty() ? "Start here" : "Go on here");
            go.addClassName("button-link");
            foot.add(go);
        }
        return item(exercise, foot);
    }

    private static Div foot(Exercise exercise, String state, long done) {
        Span said = new Span(state);
        said.addClassNames("soft", "num");
        Div foot = new Div(said);
        foot.addClassName("exercise-foot");
        if (!exercise.endless()) {
            Div bar = new Div(new Div());
            bar.addClassName("progress-bar");
            bar.getElement().setAttribute("aria-hidden", "true"); // the words beside it say it
            bar.getStyle().set("--done", String.valueOf((double) done / exercise.count()));
            foot.addComponentAsFirst(bar);
        }
        return foot;
    }

    private static Component item(Exercise exercise, Div foot) {
        Anchor title = new Anchor("exercises/" + exercise.id(), exercise.title());
        Span source = new Span(exercise.source());
        source.addClassName("chip");
        Div head = new Div(new H2(title), source);
        head.addClassName("exercise-head");
        ListItem item = new ListItem(head, new Paragraph(exercise.about()), foot);
        item.addClassName("card");
        return item;
    }

    private Component yours(ProgressNotice notice) {
        Paragraph how = new Paragraph("There is no account: this browser holds a secret that stands for you. To"
                + " go on in"
                + " another one, open your resume link there. Whoever has the link has your progress, so keep it to"
                + " yourself.");
        TextField link = new TextField("Your resume link");
        link.setReadOnly(true);
        link.setVisible(false);
        link.addClassName("resume-link");
        Button show = new Button("Show my resume link");
        show.addClickListener(click -> UI.getCurrent().getPage().executeJs("return document.baseURI").then(
                String.class, base -> {
                    link.setValue(base + "resume#" + learner.secret().value());
                    link.setVisible(true);
                    show.setVisible(false);
                    link.getElement().executeJs("setTimeout(() => { this.focus(); this.inputElement?.select(); })");
                }));
        Anchor resume = new Anchor("resume", "I have a link or code from elsewhere");
        Anchor export = new Anchor("api/progress.json", "Export my progress");
        export.getElement().setAttribute("router-ignore", true);
        export.getElement().setAttribute("download", true);
        Button forget = new Button("Forget me");
        forget.addThemeVariants(ButtonVariant.TERTIARY);
        forget.addClassName("forget");
        forget.setVisible(notice.read(() -> progress.knows(learner), true));
        forget.addClickListener(click -> Confirmation.ask(
                "Forget all of your progress?",
                "What you have answered and solved is forgotten, and your notebook with it. For a minute you can take that"
                        + " back; then it is deleted for good.",
                "Forget it",
                () -> forget(notice)));
        Div links = new Div(show, resume, export, forget);
        links.addClassName("row");
        Section yours = new Section(new H2("Your progress"), how, link, links);
        yours.addClassNames("card", "yours");
        return yours;
    }
}
