package descentlab.classroom.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
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
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import descentlab.account.Teacher;
import descentlab.classroom.Board;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Enquiry;
import descentlab.classroom.Lectern;
import descentlab.classroom.Poll;
import descentlab.classroom.Room;
import descentlab.classroom.Rooms;
import descentlab.classroom.TimeLine;
import descentlab.classroom.Topic;
import descentlab.plan.PlanException;
import descentlab.plan.Plans;
import descentlab.plan.RoomAsPlan;
import descentlab.prose.Prose;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** What remains of a room for its teacher: each question with its votes and the race that says what is right, and the best tries. */
@Route("class/:code/report")
@PageTitle("Report · Descent Lab")
@RolesAllowed(Teacher.ROLE)
@StyleSheet("descentlab/lecture.css")
@StyleSheet("descentlab/question.css")
class ReportView extends Div implements BeforeEnterObserver {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withZone(ZoneId.systemDefault());
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MOST_LISTED = 10;

    private final Rooms rooms;
    private final Plans plans;
    private final PageWords pages;
    private final Div content = new Div();
    private Lectern lectern;
    private int keptDays;
    private Room room;

    ReportView(Rooms rooms, Plans plans, PageWords pages) {
        this.pages = pages;
        this.rooms = rooms;
        this.plans = plans;
        addClassNames("page", "class-page", "report");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            lectern = LedRoom.of(event, rooms);
            room = lectern.room();
            keptDays = lectern.keptDays();
            add(new H1("Room " + room.code().shown()), actions(), content);
            // What a race really did is computed again after a restart, and comes a moment later.
            Watch.on(this, room, Topic.CLASS, PAUSE, this::show);
            show();
        } catch (ClassroomException refused) {
            Div notice = new Div(refused.getMessage() + " ");
            notice.addClassNames("say", "warn");
            notice.add(new Anchor("class/mine", "Your rooms"));
            add(notice);
        }
    }

    private Div actions() {
        Button print = new Button("Print", click -> click.getSource().getElement().executeJs("window.print()"));
        Anchor votes = file("questions.csv", "Questions as CSV");
        Anchor people = file("class.csv", "The class as CSV");
        Anchor times = file("timeline.csv", "The time line as CSV");
        Div notice = new Div();
        notice.setVisible(false);
        notice.addClassNames("say", "warn");
        notice.getElement().setAttribute("role", "alert");
        Button plan = new Button("Make a plan of it", click -> {
            try {
                String id = plans.add(room.teacher(), RoomAsPlan.of(room));
                UI.getCurrent().navigate("class/plans/" + id);
            } catch (PlanException refused) {
                notice.setText(refused.getMessage());
                notice.setVisible(true);
            }
        });
        plan.setId("make-plan");
        Div row = new Div(print, votes, people, times, plan, keep(notice), notice);
        row.addClassNames("row", "report-actions");
        return row;
    }

    private Select<Integer> keep(Div notice) {
        Select<Integer> keep = new Select<>();
        keep.setLabel("Keep it after the room was closed");
        keep.setWidth("280px");
        keep.setItems(Rooms.KEPT_DAYS);
        keep.setItemLabelGenerator(ReportView::days);
        keep.setValue(keptDays);
        keep.setId("keep-for");
        keep.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                try {
                    lectern.keepFor(change.getValue());
                    keptDays = change.getValue();
                    show();
                } catch (ClassroomException refused) {
                    notice.setText(refused.getMessage());
                    notice.setVisible(true);
                }
            }
        });
        return keep;
    }

    private static String days(int days) {
        return days == 365 ? "for a year" : "for " + Words.count(days, "day", "days");
    }

    private Anchor file(String name, String text) {
        Anchor anchor = new Anchor("api/rooms/" + room.code() + "/" + name, text);
        anchor.getElement().setAttribute("router-ignore", true);
        return anchor;
    }

    private void show() {
        Board board = room.board();
        List<Poll> polls = room.polls();
        content.removeAll();
        content.add(new Paragraph("Opened " + WHEN.format(room.opened()) + ". "
                + Words.count(board.participants().size(), "student has", "students have") + " joined; "
                + (polls.isEmpty() ? "nothing was asked." : Words.count(polls.size(), "question was", "questions were") + " asked.")
                + (board.open() ? " The room is open." : " It is kept " + days(keptDays) + " after it was closed.")));
        polls.forEach(poll -> content.add(question(poll)));
        if (!board.tries().isEmpty()) {
            content.add(tries(board));
        }
        content.add(timeLine());
        if (!board.journal().enquiries().isEmpty()) {
            content.add(enquiries(board.journal().enquiries()));
        }
    }

    private Component timeLine() {
        TimeLine line = TimeLine.of(room.opened(), room.journal());
        LostChart chart = new LostChart();
        chart.show(line.lost());
        OrderedList list = new OrderedList();
        list.addClassName("time-line");
        line.entries().forEach(entry -> {
            Span time = new Span(Words.clock(entry.at()));
            time.addClassName("time-line-time");
            String said = Words.said(entry);
            Span then = new Span(said);
            then.addClassName("soft");
            list.add(new ListItem(time, new Div(Prose.line(Words.moment(entry.moment(), room.polls(), pages)), then)));
            then.setVisible(!said.isEmpty());
        });
        return new Section(new H2("Time line"), chart, list);
    }

    private static Component enquiries(List<Enquiry> enquiries) {
        UnorderedList list = new UnorderedList();
        Words.byVotes(enquiries).forEach(one -> list.add(new ListItem(one.text() + " (" + Words.count(one.votes(), "vote", "votes")
                + switch (one.state()) {
                    case OPEN -> ", not answered)";
                    case ANSWERED -> ", answered)";
                    case HIDDEN -> ", hidden)";
                })));
        return new Section(new H2("What the class asked"), list);
    }

    private Component question(Poll poll) {
        Results results = new Results();
        results.show(poll);
        QuestionText question = new QuestionText(2);
        question.show(room, poll);
        question.spots().drawAll(poll);
        Div heading = new Div(new Span(poll.number() + "."), question);
        heading.addClassName("report-question");
        Section section = new Section(heading, results);
        if (poll.isOfRace()) {
            Anchor race = new Anchor(poll.experiment().link(), "The race in the surface lab");
            race.setTarget("_blank");
            section.add(new Paragraph(race));
        }
        if (poll.isScored() && poll.stage() != Poll.Stage.OVER && !poll.revealed()) {
            section.add(new Paragraph("This question is not over; who was right is said when it is."));
        }
        return section;
    }

    private static Component tries(Board board) {
        OrderedList best = new OrderedList();
        Words.ranked(board.tries()).stream().limit(MOST_LISTED).forEach(tried -> best.add(new ListItem(
                tried.by().nickname() + ": " + Words.outcome(tried) + ", " + Words.picked(tried))));
        return new Section(new H2("Best of what everyone tried last"), best);
    }
}
