package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import descentlab.classroom.Board;
import descentlab.classroom.Lectern;
import descentlab.classroom.Tried;
import descentlab.classroom.TryTask;
import descentlab.element.RaceSurface;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import java.util.List;
import java.util.function.Consumer;

/** Where a teacher has everyone try, and sees where all got to. */
final class TryPanel extends Composite<Div> {

    private static final int MOST_LISTED = 100;

    private final Lectern lectern;
    private final RaceSurface surface;
    private final Consumer<Runnable> attempt;
    private final RadioButtonGroup<TryTask.Vary> vary = new RadioButtonGroup<>();
    private final SeriesSelect series = new SeriesSelect("For");
    private final Div choose = new Div();
    private final Paragraph elsewhere = new Paragraph();
    private final Button end;
    private final Paragraph standing = new Paragraph();
    private final Checkbox named = new Checkbox("Show names");
    private final Checkbox drawn = new Checkbox("Draw everyone's paths over the plot", true);
    private final OrderedList list = new OrderedList();
    private SurfaceExperiment experiment;
    private List<Tried> shown = List.of();
    private boolean shownNamed;
    private boolean shownDrawn = true;
    private int revision;

    /**
     * @param surface where what was tried is drawn
     * @param attempt does something and tells if it is refused
     * @param start the same, once the class is shown the race that the teacher sees
     */
    TryPanel(Lectern lectern, RaceSurface surface, Consumer<Runnable> attempt, Consumer<Runnable> start) {
        this.lectern = lectern;
        this.surface = surface;
        this.attempt = attempt;
        vary.setLabel("Each picks");
        vary.setItems(TryTask.Vary.values());
        vary.setItemLabelGenerator(item -> item == TryTask.Vary.START ? "a start" : "a learning rate");
        vary.setValue(TryTask.Vary.RATE);
        Button begin = new Button("Let everyone try", click -> attempt.accept(() -> {
            TryTask task = TryTask.of(vary.getValue(), experiment, series.chosen()); // refused before anything is shown
            start.accept(() -> lectern.tryOut(task));
        }));
        begin.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        choose.add(new Paragraph("Everyone runs the race that is shown, with one thing of their own."), vary, series, begin);
        choose.addClassName("stack");
        end = new Button("End trying", click -> attempt.accept(lectern::endTry));
        named.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                attempt.accept(() -> lectern.name(change.getValue()));
            }
        });
        drawn.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                attempt.accept(() -> lectern.draw(change.getValue()));
            }
        });
        standing.getElement().setAttribute("role", "status");
        list.addClassName("tries");
        Div switches = new Div(drawn, named);
        switches.addClassName("stack");
        getContent().add(choose, elsewhere, end, standing, switches, list);
        getContent().addClassName("stack");
        surface.addPathPickListener(pick -> surface.setEmphasis(pick.getId()));
    }

    /** @param seen what the teacher sees, which is led or prepared */
    void show(Board board, Experiment seen) {
        if (seen instanceof SurfaceExperiment race
                && (experiment == null || !race.runs().equals(experiment.runs()))) {
            series.offer(race);
        }
        experiment = seen instanceof SurfaceExperiment race ? race : experiment;
        boolean surface = seen instanceof SurfaceExperiment;
        choose.setVisible(board.task().isEmpty() && board.poll().isEmpty() && surface);
        elsewhere.setVisible(board.task().isEmpty() && !choose.isVisible());
        elsewhere.setText(surface
                ? "A question is open; put it away before all try."
                : "Trying needs a race on a surface; " + Lectern.shown(seen) + " is shown.");
        end.setVisible(board.task().isPresent());
        named.setValue(board.named());
        standing.setText(board.task().isPresent() || !board.tries().isEmpty()
                ? board.tries().size() + " of " + board.seated().size() + " have handed in."
                : "");
        drawn.setVisible(!board.tries().isEmpty());
        named.setVisible(!board.tries().isEmpty());
        if (!board.tries().equals(shown) || board.named() != shownNamed || board.drawn() != shownDrawn) {
            shown = board.tries();
            shownNamed = board.named();
            shownDrawn = board.drawn();
            drawn.setValue(board.drawn());
            list();
            draw();
        }
    }

    private void list() {
        list.removeAll();
        Words.ranked(shown).stream().limit(MOST_LISTED).forEach(tried -> list.add(item(tried)));
    }

    private ListItem item(Tried tried) {
        String who = shownNamed ? tried.by().nickname().value() : "No. " + tried.by().number();
        Span name = new Span(who + ": " + Words.outcome(tried));
        Span what = new Span(Words.picked(tried));
        what.addClassName("soft");
        Button show = new Button("Show to all", click ->
                attempt.accept(() -> lectern.present(tried.by().id())));
        show.setAriaLabel("Show the run of " + who + " to all, without a name");
        Button find = new Button("Find", click -> surface.setEmphasis(tried.by().number()));
        find.setAriaLabel("Find the way of " + who + " in the plot");
        Div words = new Div(name, what);
        words.addClassName("tried");
        ListItem item = new ListItem(words, find, show);
        return item;
    }

    private void draw() {
        if (drawn.getValue() && !shown.isEmpty()) {
            surface.setOverlay("api/rooms/" + lectern.room().code() + "/tries.json");
            surface.refreshOverlay(++revision);
        } else {
            surface.clearOverlay();
        }
    }
}
