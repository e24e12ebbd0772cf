package descentlab.owndata;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import descentlab.dataset.DataException;
import descentlab.dataset.ShapedData;
import descentlab.dataset.Shaping;
import descentlab.experiment.LineSurface;
import descentlab.experiment.OwnTask;
import descentlab.model.DataFit;
import descentlab.run.OwnTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What became of a file, in words and links: small, so that the data itself can be given back.
 *
 * @param refusal why a model cannot be fitted to it; empty if one can
 * @param facts sentences
 * @param told what was left out, dropped and filled
 * @param training link to the training
 * @param surfaces links to the losses of lines, by what they say
 */
record ShapedSummary(String refusal, List<String> facts, List<String> told, String training, List<Link> surfaces) {

    private static final int MOST_SURFACES = 6;

    /** A link and what it says. */
    record Link(String href, String text) {}

    /** Takes what is shown of data, and gives it back. */
    static ShapedSummary of(OwnTask task, OwnTables.Lent lent) {
        try {
            ShapedData data = lent.data();
            Shaping shaping = task.shaping();
            OwnTask whole = task.withShaping(new Shaping(
                    shaping.wish(), shaping.target(), shaping.classes(), shaping.fill(), shaping.test(), shaping.split(),
                    data.training().length));
            DataFit fit = whole.fit(data);
            return new ShapedSummary("", facts(data, fit), data.told(), whole.initial().link(), surfaces(data));
        } catch (DataException refused) {
            return new ShapedSummary(refused.getMessage(), List.of(), lent.data().told(), "", List.of());
        } finally {
            lent.giveBack().run();
        }
    }

    /** Why there is nothing to show. */
    static ShapedSummary refused(Throwable failure) {
        return new ShapedSummary(OwnDataView.why(failure), List.of(), List.of(), "", List.of());
    }

    private static List<String> facts(ShapedData data, DataFit fit) {
        List<String> facts = new ArrayList<>();
        int categories = data.table().categories();
        facts.add(String.format(
                Locale.ROOT,
                "%,d rows train and %,d test; %d features%s, %,d parameters.",
                data.training().length,
                data.test().length,
                data.features().size(),
                categories == 0 ? "" : ", " + categories + " of them categories as 0 and 1",
                fit.parameters()));
        DataFit.Baseline baseline = fit.baseline();
        facts.add(data.classes().isEmpty()
                ? String.format(
                        Locale.ROOT,
                        "The target was brought to mean 0 and deviation 1 (from %.4g and %.4g), so that guessing the mean"
                                + " loses %.3g in training: a model has to do better.",
                        data.mean(),
                        data.deviation(),
                        baseline.training())
                : String.format(
                        Locale.ROOT,
                        "%d classes; guessing by their frequencies loses %.3g in training%s: a model has to do better.",
                        data.classes().size(),
                        baseline.training(),
                        Double.isNaN(baseline.accuracy())
                                ? ""
                                : String.format(
                                        Locale.ROOT, ", and the most frequent is right in %.0f %% of the test rows", 100 * baseline.accuracy())));
        facts.add("Means, deviations, fillings and categories are those of the rows that train, alone.");
        return facts;
    }

    private static List<Link> surfaces(ShapedData data) {
        if (!data.classes().isEmpty()) {
            return List.of();
        }
        return IntStream.range(0, Math.min(data.table().width(), MOST_SURFACES))
                .mapToObj(feature -> new Link(
                        LineSurface.of(data, feature, false).link(), data.features().get(feature)))
                .toList();
    }

    /** All of it as elements. */
    List<Component> show() {
        List<Component> all = new ArrayList<>();
        if (!refusal.isEmpty()) {
            Paragraph why = new Paragraph(refusal);
            why.addClassNames("say", "warn");
            why.getElement().setAttribute("role", "alert");
            all.add(why);
        }
        facts.forEach(fact -> all.add(new Paragraph(fact)));
        if (!told.isEmpty()) {
            UnorderedList list = new UnorderedList();
            told.forEach(each -> list.add(new ListItem(each)));
            all.add(list);
        }
        if (!training.isEmpty()) {
            all.add(OwnDataView.button(training, "Train on it"));
        }
        if (!surfaces.isEmpty()) {
            Div lines = new Div(new Paragraph("Or see the loss of a line through it, y = w·x + b, as a surface over w and b, with the"
                    + " path of its training: x₁ there is w, and x₂ is b. x is divided by its deviation but not centered: the"
                    + " farther its mean is from 0, the narrower is the valley."));
            lines.addClassName("surfaces");
            surfaces.forEach(link -> lines.add(new Anchor(link.href(), link.text())));
            all.add(lines);
        }
        return all;
    }
}
