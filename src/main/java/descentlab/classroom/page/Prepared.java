package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import descentlab.experiment.SurfaceExperiment;
import java.util.Optional;

/** A race that a teacher prepares while the class sees what it saw before. */
final class Prepared extends Composite<Div> {

    private final Button prepare;
    private final Span words = new Span("Only you see this race.");
    private final Button show;
    private final Button drop;
    private SurfaceExperiment race;

    /**
     * @param begin begins to prepare the race that is led
     * @param show shows the class what is prepared
     * @param drop forgets it
     */
    Prepared(Runnable begin, Runnable show, Runnable drop) {
        prepare = new Button("Prepare unseen", click -> begin.run());
        prepare.setTooltipText("Change the race while the class goes on to see what it sees now");
        this.show = new Button("Show it to all", click -> show.run());
        this.show.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        this.drop = new Button("Drop it", click -> drop.run());
        words.addClassName("prepared-words");
        words.getElement().setAttribute("role", "status");
        getContent().addClassName("prepared");
        getContent().add(prepare, words, this.show, this.drop);
        set(null);
    }

    /** @param prepared what is prepared now; null for nothing */
    void set(SurfaceExperiment prepared) {
        race = prepared;
        prepare.setVisible(race == null);
        words.setVisible(race != null);
        show.setVisible(race != null);
        drop.setVisible(race != null);
        getContent().getElement().getClassList().set("on", race != null);
    }

    Optional<SurfaceExperiment> race() {
        return Optional.ofNullable(race);
    }
}
