package descentlab.classroom.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import descentlab.classroom.Attendance;
import descentlab.classroom.Board;
import descentlab.classroom.Lectern;
import descentlab.database.DatabaseState;
import descentlab.dataset.Silhouettes;
import descentlab.exercise.Exercise;
import descentlab.exercise.Exercises;
import descentlab.progress.Progress.WrongAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is here, where they are and how far, and what the class gets wrong; kept up to date while it is looked at. */
final class ClassTable extends Composite<Div> {

    /** Titles do not depend on the pictures. */
    private static final Exercises TITLES = Exercises.on(Silhouettes.NAME);

    private static final Logger LOG = LoggerFactory.getLogger(ClassTable.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Lectern lectern;
    private final Attendance attendance;
    private final Grid<Attendance.Row> table = new Grid<>();
    private final Div wrong = new Div();
    private final PartBars part = new PartBars();
    private final PartReasons reasons;
    private final Button lock;
    private volatile boolean watched;
    private List<Attendance.Row> shown = List.of();
    private List<WrongAnswer> shownWrong = List.of();

    ClassTable(Lectern lectern, Attendance attendance) {
        this.lectern = lectern;
        this.attendance = attendance;
        this.reasons = new PartReasons(attendance);
        table.addThemeVariants(GridVariant.AURA_NO_BORDER);
        table.setSelectionMode(Grid.SelectionMode.NONE);
        table.setAllRowsVisible(false);
        table.addColumn(row -> row.participant().nickname().value()).setHeader("Name").setSortable(true).setAutoWidth(true).setFrozen(true);
        table.addColumn(row -> row.participant().removed() ? "Sent out" : row.here() ? "Here" : "Away")
                .setHeader("Status").setSortable(true).setAutoWidth(true);
        table.addColumn(ClassTable::page).setHeader("Page").setSortable(true).setAutoWidth(true);
        table.addColumn(ClassTable::exercise).setHeader("Last exercise").setSortable(true).setWidth("8.5em").setFlexGrow(1).setTooltipGenerator(ClassTable::exercise);
        table.addColumn(row -> row.standing().solved()).setHeader("Solved").setSortable(true).setAutoWidth(true).setFlexGrow(0);
        table.addColumn(row -> row.standing().attempts()).setHeader("Answers").setSortable(true).setAutoWidth(true).setFlexGrow(0);
        table.addColumn(row -> row.standing().hints()).setHeader("Hints").setSortable(true).setAutoWidth(true).setFlexGrow(0);
        table.addColumn(row -> row.right() + " of " + row.votes()).setHeader("Votes right").setAutoWidth(true).setFlexGrow(0);
        table.addComponentColumn(this::actions).setHeader("").setWidth("64px").setFlexGrow(0).setFrozenToEnd(true);
        table.addClassName("class-table");
        Anchor export = new Anchor("api/rooms/" + lectern.room().code() + "/class.csv", "CSV");
        export.addClassName("export");
        export.getElement().setAttribute("router-ignore", true);
        export.getElement().setAttribute("aria-label", "The class as CSV");
        lock = new Button("", click -> {
            lectern.lock(!lectern.room().board().locked());
            showLock();
        });
        lock.setId("lock");
        lock.setTooltipText("Whether somebody new may join; who has joined comes back in any case");
        showLock();
        Anchor report = new Anchor("class/" + lectern.room().code() + "/report", "Report");
        report.addClassName("export");
        report.getElement().setAttribute("aria-label", "What was asked and answered so far");
        Div head = new Div(new H3("The class"), export, report, lock);
        head.addClassName("row");
        getContent().addClassName("class-panel");
        getContent().add(head, table, part, wrong);
    }

    private void showLock() {
        Board board = lectern.room().board();
        lock.setText(board.locked() ? "Let others join" : "Lock the room");
        lock.setEnabled(board.open());
    }

    /** The page that somebody is on, in words. */
    static String page(Attendance.Row row) {
        return row.page()
                .map(page -> switch (page.path().split("/")[0]) {
                    case "" -> "First page";
                    case "class" -> "This room";
                    case "lesson" -> "Lesson";
                    case "exercises" -> "Exercises";
                    case "lab" -> page.path().replace("lab/", "").replaceAll("[^a-z].*", "") + " lab";
                    default -> "Another page";
                })
                .orElse("Not known");
    }

    /** The part that somebody was last at, in words. */
    static String exercise(Attendance.Row row) {
        return row.standing().latest().map(latest -> title(latest.exercise())).orElse("none yet");
    }

    private static String title(String exercise) {
        return TITLES.named(exercise).map(Exercise::title).orElse("The lesson's checks");
    }

    private MenuBar actions(Attendance.Row row) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.AURA_TERTIARY);
        MenuItem menu = bar.addItem("⋯");
        menu.setAriaLabel("What to do with " + row.participant().nickname());
        if (row.participant().removed()) {
            add(menu, "Let in again", () -> lectern.letIn(row.participant().id()));
        } else {
            add(menu, "Take the name away", () -> lectern.takeName(row.participant().id()));
            add(menu, "Send out", () -> lectern.sendOut(row.participant().id()));
        }
        return bar;
    }

    private void add(MenuItem menu, String text, Runnable action) {
        menu.getSubMenu().addItem(text, click -> {
            action.run();
            UI ui = UI.getCurrent();
            Thread.startVirtualThread(() -> look(ui));
        });
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        watched = true;
        UI ui = attach.getUI();
        Thread.startVirtualThread(() -> watch(ui));
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        super.onDetach(detach);
        watched = false;
    }

    /** Reads the database, so never under the page's lock. */
    private void watch(UI ui) {
        while (watched) {
            look(ui);
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    private void look(UI ui) {
        try {
            List<Attendance.Row> rows = attendance.of(lectern.room());
            List<WrongAnswer> answers = attendance.wrongAnswers(lectern.room());
            Optional<PartPicture> picture = reasons.of(lectern.room(), rows);
            ui.access(() -> {
                show(rows, answers);
                part.show(picture);
            });
        } catch (UIDetachedException gone) {
            watched = false;
        } catch (RuntimeException failed) {
            // A database that is away for a moment leaves the table as it was.
            if (!DatabaseState.isTold(failed)) {
                LOG.warn("The class could not be looked up: {}", failed.getMessage());
            }
        }
    }

    private void show(List<Attendance.Row> rows, List<WrongAnswer> answers) {
        showLock();
        if (!rows.equals(shown)) {
            shown = rows;
            table.setItems(rows);
            table.setVisible(!rows.isEmpty());
        }
        if (!answers.equals(shownWrong)) {
            shownWrong = answers;
            wrong.removeAll();
            UnorderedList list = new UnorderedList();
            answers.forEach(answer -> list.add(new ListItem(Words.count(answer.learners(), "student", "students") + " in “"
                    + title(answer.exercise()) + "”, " + answer.part() + ": " + answer.answer().replace("\n", "; "))));
            if (!answers.isEmpty()) {
                wrong.add(new H3("Common wrong answers since the room was opened"), list);
            }
        }
        if (rows.isEmpty()) {
            wrong.removeAll();
            wrong.add(new Paragraph("Nobody has joined yet. Show the code on the projector."));
        }
    }
}
