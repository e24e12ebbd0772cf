package descentlab.lesson;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.dom.DomEvent;
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
import descentlab.element.PrintButton;
import descentlab.element.ReadingPlace;
import descentlab.element.TextNumber;
import descentlab.element.WhenNear;
import descentlab.exercise.Answer;
import descentlab.exercise.ChoicePart;
import descentlab.exercise.Verdict;
import descentlab.exercise.page.ProgressNotice;
import descentlab.progress.PartProgress;
import descentlab.progress.Progress;
import descentlab.prose.Prose;
import descentlab.run.RunService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A lesson: its contents beside its text, with live figures and questions in it. */
@Route("lesson/:id")
@AnonymousAllowed
@StyleSheet("descentlab/spectrum.css")
@StyleSheet("descentlab/practice.css")
@StyleSheet("descentlab/lesson.css")
class LessonView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String FIGURE = "event.detail.figure";
    private static final String HANDLE = "event.detail.name";
    private static final String VALUE = "event.detail.value";

    private static final String TOLD = "event.detail.told";

    private final Lessons lessons;
    private final Progress progress;
    private final RunService runs;
    private final ProgressNotice notice = new ProgressNotice();
    private final Map<String, Span> ticks = new HashMap<>();
    private final List<LiveFigure> figures = new ArrayList<>();
    private Lesson lesson;
    private KeptAnswers kept;

    LessonView(Lessons lessons, Progress progress, RunService runs) {
        this.lessons = lessons;
        this.progress = progress;
        this.runs = runs;
        addClassName("lesson");
        getElement()
                .addEventListener(TextNumber.MOVE, this::move)
                .addEventData(FIGURE)
                .addEventData(HANDLE)
                .addEventData(VALUE)
                .setFilter(TOLD);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        if (lesson != null && lesson.id().equals(id) && LearnerAccess.current().equals(kept.learner())) {
            return; // to a place in the page: what is shown, and what the figures stand at, stays
        }
        removeAll();
        ticks.clear();
        figures.clear();
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
                        + " of the application's home. Mend it and start the application again."));
        whole.addClassName("lesson-text");
        return whole;
    }

    private void show() {
        kept = new KeptAnswers(progress, notice, LearnerAccess.current(), lesson);
        HtmlComponent article = new HtmlComponent("article");
        Div text = text(lesson, notice);
        lesson.opening().forEach(block -> text.add(block("", block)));
        lesson.sections().forEach(section -> text.add(section(section)));
        text.add(new PrintButton("Print this lesson"));
        article.getElement().appendChild(text.getElement());
        add(contents(lesson, ticks), article);
        ticks.forEach((section, tick) -> tick(section));
        // The place that a link names is there only now.
    }

    private static Div text(Lesson lesson, Component... notices) {
        Prose lead = Prose.line(lesson.lead());
        lead.addClassName("lead");
        Div text = new Div(new H1(lesson.title()));
        text.add(notices);
        text.add(lead);
        text.addClassName("lesson-text");
        return text;
    }

    /** The page as far as the words before its first figure or question. */
    static Component firstScreen(Lesson lesson) {
        return firstScreen(lesson, text(lesson), lesson.opening());
    }

    /** A section from its heading on, as far as that. */
    static Component firstScreen(Lesson lesson, Section section) {
        Div text = new Div(new H2(section.title()));
        text.addClassName("lesson-text");
        return firstScreen(lesson, text, section.blocks());
    }

    private static Component firstScreen(Lesson lesson, Div text, List<Block> blocks) {
        for (Block block : blocks) {
            if (!(block instanceof Block.Text words)) {
                break;
            }
            text.add(Prose.of(words.html()));
        }
        HtmlComponent article = new HtmlComponent("article");
        article.getElement().appendChild(text.getElement());
        Div page = new Div(contents(lesson, new HashMap<>()), article);
        page.addClassName("lesson");
        return page;
    }

    private static Component contents(Lesson lesson, Map<String, Span> ticks) {
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
        HtmlContainer heading = new HtmlContainer("summary");
        heading.setText("In this lesson");
        HtmlContainer folded = new HtmlContainer("details");
        folded.add(heading, list);
        Nav nav = new Nav(folded);
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
        WhenNear room = WhenNear.orByAndBy(() -> {
            Div text = new Div();
            section.blocks().forEach(block -> text.add(block(section.id(), block)));
            return text;
        });
        room.setRoom(heightOf(section));
        whole.add(title, room);
        return whole;
    }

    /** About how high a section is where a line has some seventy letters, in pixels. */
    private static int heightOf(Section section) {
        return section.blocks().stream().mapToInt(block -> switch (block) {
            case Block.Text text -> 16 + 27 * (1 + text.html().letters() / 80);
            case Block.Figure figure -> 640;
            case Block.Source source -> 70 + 21 * (int) source.code().lines().count();
            case Block.Check check -> 290;
            case Block.Prediction prediction -> 330;
        }).sum();
    }

    private Component block(String section, Block block) {
        return switch (block) {
            case Block.Text text -> Prose.of(text.html());
            case Block.Figure figure -> {
                LiveFigure live = new LiveFigure(figure, runs);
                figures.add(live);
                yield live;
            }
            case Block.Source source -> source(source);
            case Block.Check check -> check(section, check.part());
            case Block.Prediction prediction -> prediction(section, prediction);
        };
    }

    private Component check(String section, ChoicePart part) {
        String id = part.task().id();
        QuickCheck check = new QuickCheck(part, (answer, verdict) -> {
            kept.keep(id, answer, PartProgress.Status.after(verdict.isRight()));
            tick(section);
        });
        answered(id).ifPresent(check::remember);
        return check;
    }

    private Component prediction(String section, Block.Prediction block) {
        String id = block.part().task().id();
        Prediction prediction = new Prediction(
                block.part(),
                () -> block.then().stream().map(each -> block(section, each)).toList(),
                new Prediction.Listener() {
                    @Override
                    public void predicted(Answer answer, Verdict verdict) {
                        kept.keep(id, answer, verdict.isRight() ? PartProgress.Status.SOLVED : PartProgress.Status.OTHERWISE);
                    }

                    @Override
                    public void shown() {
                        kept.keepShown(id);
                    }
                });
        if (kept.of(id).done()) {
            answered(id).ifPresentOrElse(prediction::remember, prediction::open);
        }
        return prediction;
    }

    private Optional<Answer> answered(String question) {
        return Optional.of(kept.of(question).answer()).filter(answer -> !answer.isEmpty()).map(Answer::read);
    }

    private void move(DomEvent event) {
        JsonNode data = event.getEventData();
        String name = data.path(FIGURE).asString("");
        figures.stream()
                .filter(figure -> !name.isEmpty() && figure.name().equals(name))
                .forEach(figure -> figure.move(data.path(HANDLE).asString(""), data.path(VALUE).asDouble(Double.NaN)));
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
                && checks.stream().allMatch(check -> kept.of(check).solved());
        Span tick = ticks.get(id);
        tick.setText(done ? "✓" : "");
        if (done) {
            tick.getElement().setAttribute("role", "img");
            tick.getElement().setAttribute("aria-label", "check answered");
        }
    }
}
