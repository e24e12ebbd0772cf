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
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.LearnerAccess;
import descentlab.controls.RunOwner;
import descentlab.element.ReadingPlace;
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
import java.util.stream.Collectors;

/** A lesson: its contents beside its text, with live figures and questions in it. */
@Route("lesson/:id")
@AnonymousAllowed
@StyleSheet("descentlab/spectrum.css")
@StyleSheet("descentlab/practice.css")
@StyleSheet("descentlab/lesson.css")
class LessonView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Lessons lessons;
    private final Progress progress;
    private final RunService runs;
    private final ProgressNotice notice = new ProgressNotice();
    private final Map<String, Span> ticks = new HashMap<>();
    private Lesson lesson;
    private LearnerToken learner;
    private Map<String, PartProgress> standing = Map.of();

    LessonView(Lessons lessons, Progress progress, RunService runs) {
        this.lessons = lessons;
        this.progress = progress;
        this.runs = runs;
        addClassName("lesson");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        if (lesson != null && lesson.id().equals(id) && LearnerAccess.current().equals(learner)) {
            return; // to a place in the page: what is shown, and what the figures stand at, stays
        }
        removeAll();
        ticks.clear();
        lesson = lessons.named(id).orElse(null);
        if (lesson != null) {
            show();
        } else if (lessons.mistakes().containsKey(id)) {
            add(mistaken(id));
        } else {
            event.rerouteToError(NotFoundException.class, "There is no lesson “" + id + "”; there are "
                    + lessons.all().stream().map(Lesson::id).collect(Collectors.joining(", ")) + ".");
        }
    }

    @Override
    public String getPageTitle() {
        return (lesson == null ? "A lesson" : lesson.title() + ", the lesson") + " · Descent Lab";
    }

    private Component mistaken(String id) {
        Paragraph why = new Paragraph(lessons.mistakes().get(id));
        why.addClassNames("say", "warn");
        Div whole = new Div(
                new H1("This lesson cannot be shown yet"),
                why,
                new Paragraph("Its files are in the folder lessons/" + id
                        + " of the application's home. Once that is mended, it is there after the next start."));
        whole.addClassName("lesson-text");
        return whole;
    }

    private void show() {
        learner = LearnerAccess.current();
        standing = notice.read(() -> progress.of(learner, storedAs()), Map.of());
        HtmlComponent article = new HtmlComponent("article");
        Div text = new Div();
        text.addClassName("lesson-text");
        Prose lead = Prose.line(lesson.lead());
        lead.addClassName("lead");
        text.add(new H1(lesson.title()), notice, lead);
        lesson.sections().forEach(section -> text.add(section(section)));
        article.getElement().appendChild(text.getElement());
        add(contents(), article);
        ticks.forEach((section, tick) -> tick(section));
    }

    private String storedAs() {
        return "lesson-" + lesson.id();
    }

    private Component contents() {
        OrderedList list = new OrderedList();
        for (Section section : lesson.sections()) {
            // Plain anchors within the page: the router would take a bare fragment for the root.
            Anchor link = new Anchor("lesson/" + lesson.id() + "#" + section.id(), section.title());
            link.getElement().setAttribute("router-ignore", true);
            Span tick = new Span();
            tick.addClassName("tick");
            ticks.put(section.id(), tick);
            list.add(new ListItem(link, tick));
        }
        Nav nav = new Nav(new H2("In this lesson"), list);
        nav.getElement().setAttribute("aria-label", "Contents");
        ReadingPlace place = new ReadingPlace();
        place.addClassName("contents");
        place.add(nav);
        return place;
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
                            storedAs(),
                            check.part().task().id(),
                            UUID.randomUUID(),
                            answer.text(),
                            PartProgress.Status.after(verdict.isRight()));
                    standing = notice.read(() -> progress.of(learner, storedAs()), standing);
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
        Section section = lesson.sections().stream()
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
