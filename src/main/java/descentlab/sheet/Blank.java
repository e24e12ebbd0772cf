package descentlab.sheet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import descentlab.exercise.ChoicePart;
import descentlab.exercise.EntriesPart;
import descentlab.exercise.NumberPart;
import descentlab.exercise.OrderPart;
import descentlab.exercise.Part;
import descentlab.exercise.PlacePart;
import descentlab.exercise.RunPart;
import descentlab.prose.Prose;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Where an answer is written by hand, and what is to be written there. */
final class Blank {

    private static final int LINES_OF_WORDS = 4;
    private static final int LINES_TO_COUNT = 3;

    private Blank() {}

    /** Room for the answer. */
    static Component of(Part part, long seed) {
        return switch (part) {
            case NumberPart number -> rows(value("Answer"), lines(LINES_TO_COUNT));
            case EntriesPart entries -> rows(table(entries), lines(LINES_TO_COUNT));
            case ChoicePart choice -> options(choice);
            case OrderPart order -> proof(order, seed);
            case PlacePart place -> rows(values(place), lines(LINES_TO_COUNT));
            case RunPart run -> rows(new Paragraph("In the lab; note what you set and what you saw."), lines(LINES_OF_WORDS));
        };
    }

    /** What is right, as far as it is no text of its own. */
    static String answer(Part part, long seed) {
        return switch (part) {
            case ChoicePart choice -> "Right is " + letter(choice.order().indexOf(right(choice))) + ".";
            case OrderPart order -> "Lines " + listed(order, seed).stream()
                    .filter(OrderPart.Line::belongs)
                    .map(line -> String.valueOf(listed(order, seed).indexOf(line) + 1))
                    .collect(Collectors.joining(", ")) + " belong.";
            case NumberPart number -> "";
            case EntriesPart entries -> "";
            case PlacePart place -> "";
            case RunPart run -> "";
        };
    }

    private static int right(ChoicePart choice) {
        for (int i = 0; i < choice.options().size(); i++) {
            if (choice.options().get(i).right()) {
                return i;
            }
        }
        throw new IllegalStateException(choice.task().id() + " has no right option");
    }

    private static Component options(ChoicePart choice) {
        OrderedList list = new OrderedList();
        list.addClassName("sheet-options");
        for (int place = 0; place < choice.order().size(); place++) {
            Span box = new Span(letter(place));
            box.addClassName("sheet-box");
            list.add(new ListItem(box, Prose.line(choice.options().get(choice.order().get(place)).text())));
        }
        return list;
    }

    private static Component proof(OrderPart order, long seed) {
        OrderedList list = new OrderedList();
        list.addClassName("sheet-options");
        List<OrderPart.Line> lines = listed(order, seed);
        for (int i = 0; i < lines.size(); i++) {
            Span box = new Span("");
            box.addClassName("sheet-box");
            list.add(new ListItem(new Span((i + 1) + "."), box, Prose.line(lines.get(i).text())));
        }
        return rows(new Paragraph("Number the lines in an order in which they are a proof; some do not belong."), list);
    }

    private static List<OrderPart.Line> listed(OrderPart order, long seed) {
        List<OrderPart.Line> lines = new ArrayList<>(order.lines());
        Collections.shuffle(lines, new Random(seed));
        return lines;
    }

    private static Component table(EntriesPart entries) {
        HtmlContainer table = new HtmlContainer("table");
        table.addClassName("sheet-entries");
        if (!entries.headings().isEmpty()) {
            HtmlContainer head = new HtmlContainer("tr");
            entries.headings().forEach(heading -> {
                HtmlContainer cell = new HtmlContainer("th");
                cell.add(Prose.line(heading));
                head.add(cell);
            });
            table.add(head);
        }
        for (int i = 0; i < entries.rows(); i++) {
            HtmlContainer row = new HtmlContainer("tr");
            for (int j = 0; j < entries.columns(); j++) {
                row.add(new HtmlContainer("td"));
            }
            table.add(row);
        }
        return table;
    }

    private static Component values(PlacePart place) {
        Div blanks = new Div();
        for (int i = 0; i < place.values().size(); i++) {
            blanks.add(value("Eigenvalue " + (i + 1)));
        }
        return blanks;
    }

    private static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }

    private static Component rows(Component... all) {
        Div rows = new Div(all);
        rows.addClassName("sheet-blank");
        return rows;
    }

    private static Component value(String label) {
        Div value = new Div(new Span(label), line());
        value.addClassName("sheet-value");
        return value;
    }

    private static Component line() {
        Span line = new Span();
        line.addClassName("sheet-line");
        return line;
    }

    private static Component lines(int count) {
        Div lines = new Div();
        lines.addClassName("sheet-lines");
        for (int i = 0; i < count; i++) {
            lines.add(new Div());
        }
        return lines;
    }
}
