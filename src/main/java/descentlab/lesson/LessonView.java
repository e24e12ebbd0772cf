package descentlab.lesson;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.LearnerAccess;
import descentlab.controls.RunOwner;
import descentlab.exercise.page.ProgressNotice;
import descentlab.progress.LearnerToken;
import descentlab.progress.NotKeptException;
import descentlab.progress.PartProgress;
import descentlab.progress.Progress;
import descentlab.progress.TooManyAttemptsException;
import descentlab.prose.Prose;
import descentlab.run.RunService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The lesson on Adagrad. */
@Route("lesson/adagrad")
@RouteAlias("lesson")
@AnonymousAllowed
@PageTitle("Adagrad, the lesson · Descent Lab")
@Menu(title = "Lesson", order = 10)
@StyleSheet("descentlab/spectrum.css")
@StyleSheet("descentlab/practice.css")
@StyleSheet("descentlab/lesson.css")
class LessonView extends Div implements BeforeEnterObserver {

    private static final String ID = "adagrad";
    private static final String STORED_AS = "lesson-adagrad";

    /** Read once: the files do not change while the application runs. */
    private static final Lesson LESSON = Lesson.read(ID);

    private final Progress progress;
    private final RunService runs;
    private final ProgressNotice notice = new ProgressNotice();
    private final Map<String, Span> ticks = new HashMap<>();
    private LearnerToken learner;
    private Map<String, PartProgress> standing = Map.of();

    LessonView(Progress progress, RunService runs) {
        this.progress = progress;
        this.runs = runs;
        addClassName("lesson");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        learner = LearnerAccess.current();
        standing = notice.read(() -> progress.of(learner, STORED_AS), Map.of());
        removeAll();
        HtmlComponent article = new HtmlComponent("article");
        Div text = new Div();
        text.addClassName("lesson-text");
        Paragraph lead = new Paragraph("A learning rate for each coordinate, found by itself: why one wants that,"
                + " where it"
                + " comes from, what it costs and where it ends.");
        lead.addClassName("lead");
        text.add(new H1("Adagrad"), notice, lead);
        LESSON.sections().forEach(section -> text.add(section(section)));
        article.getElement().appendChild(text.getElement());
        add(contents(), article);
        ticks.forEach((section, tick) -> tick(section));
    }

    private Component contents() {
        OrderedList list = new OrderedList();
        for (Section section : LESSON.sections()) {
            // Plain anchors within the page: the router would take a bare fragment for the root.
            Anchor link = new Anchor("lesson/adagrad#" + section.id(), section.title());
            link.getElement().setAttribute("router-ignore", true);
            Span tick = new Span();
            tick.addClassName("tick");
            ticks.put(section.id(), tick);
            list.add(new ListItem(link, tick));
        }
        Nav nav = new Nav(new H2("In this lesson"), list);
        nav.addClassName("contents");
        nav.getElement().setAttribute("aria-label", "Contents");
        return nav;
    }

    private Component section(Section section) {
        com.vaadin.flow.component.html.Section whole = new com.vaadin.flow.component.html.Section();
        H2 title = new H2(section.title());
        title.setId(section.id());
        whole.add(title);
        section.blocks().forEach(block -> whole.add(block(section.id(), block)));
        return whole;
    }

    private Component block(String section, Block block) {
        return switch (block) {
            case Block.Text text -> Prose.of(text.html());
            case Block.Figure figure -> new LiveFigure(figure, runs);
            case Block.Source source -> source(source);
            case Block.Check check -> new QuickCheck(check.part(), (answer, verdict) -> {
                try {
                    progress.admit(learner, RunOwner.current().client());
                    progress.attempt(
                            learner,
                            STORED_AS,
                            check.part().task().id(),
                            UUID.randomUUID(),
                            answer.text(),
                            PartProgress.Status.after(verdict.isRight()));
                    standing = notice.read(() -> progress.of(learner, STORED_AS), standing);
                    tick(section);
                } catch (TooManyAttemptsException full) {
                    // the check has been answered all the same
                } catch (NotKeptException refused) {
                    notice.say(refused.getMessage());
                }
            });
        };
    }

    private static Component source(Block.Source source) {
        Pre code = new Pre();
        HtmlComponent inner = new HtmlComponent("code");
        inner.getElement().setText(source.code());
        code.getElement().appendChild(inner.getElement());
        code.getElement().setAttribute("tabindex", "0"); // it may scroll, so the keyboard must reach it
        Span file = new Span(source.file());
        file.addClassName("soft");
        Div whole = new Div(file, code);
        whole.addClassName("lesson-source");
        return whole;
    }

    /** A section is ticked off when its checks have been answered rightly. */
    private void tick(String id) {
        Section section = LESSON.sections().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        List<String> checks = section.blocks().stream()
                .filter(Block.Check.class::isInstance)
                .map(block -> ((Block.Check) block).part().task().id())
                .toList();
        boolean done = !checks.isEmpty()
                && checks.stream().allMatch(check -> standing.getOrDefault(check, PartProgress.NONE).solved());
        Span tick = ticks.get(id);
        tick.setText(done ? "✓" : "");
        if (done) {
            tick.getElement().setAttribute("role", "img");
            tick.getElement().setAttribute("aria-label", "check answered");
        }
    }
}
