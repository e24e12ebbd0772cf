package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import descentlab.classroom.TimeLine;
import java.util.Comparator;
import java.util.List;

/** How many of a class could not follow, by the minute. */
final class LostChart extends Composite<Div> {

    LostChart() {
        getContent().addClassName("lost-chart");
    }

    void show(List<TimeLine.Minute> minutes) {
        getContent().removeAll();
        getContent().setVisible(!minutes.isEmpty());
        if (minutes.isEmpty()) {
            return;
        }
        TimeLine.Minute worst = minutes.stream().max(Comparator.comparingInt(TimeLine.Minute::lost)).orElseThrow();
        Div bars = new Div();
        bars.addClassName("lost-bars");
        bars.getElement().setAttribute("role", "img");
        String most = "most at " + Words.clock(worst.at()) + ": " + worst.lost();
        bars.getElement().setAttribute("aria-label", "Lost, by the minute; " + most);
        minutes.forEach(minute -> {
            Div bar = new Div();
            bar.getStyle().set("block-size", 100.0 * minute.lost() / worst.lost() + "%");
            bar.setTitle(Words.clock(minute.at()) + ": " + minute.lost());
            bars.add(bar);
        });
        Div ends = new Div(
                new Span(Words.clock(minutes.getFirst().at())), new Span(most), new Span(Words.clock(minutes.getLast().at())));
        ends.addClassName("lost-ends");
        getContent().add(new Paragraph("Lost, by the minute"), bars, ends);
    }
}
