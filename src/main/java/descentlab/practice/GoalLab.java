package descentlab.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import descentlab.exercise.LabExperiment;

/** A lab in a part of an exercise, with settings to be found. */
interface GoalLab {

    /** What is shown. */
    Component component();

    /** The experiment as it stands here, on the server. */
    LabExperiment experiment();

    /** Shows another experiment of the same lab. */
    void show(LabExperiment experiment);

    /** A link into the whole lab, in a window of its own. */
    static Anchor intoLab(String words) {
        Anchor link = new Anchor("", words);
        link.setTarget("_blank");
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }

    /** The figure with its controls beside it. */
    static Div layout(Component figure, Component... controls) {
        Div side = new Div(controls);
        side.addClassName("goal-side");
        Div whole = new Div(figure, side);
        whole.addClassName("goal-lab");
        return whole;
    }
}
