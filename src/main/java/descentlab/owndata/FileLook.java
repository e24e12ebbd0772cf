package descentlab.owndata;

import com.vaadin.flow.component.html.Div;
import descentlab.dataset.CsvLayout;
import descentlab.dataset.Survey;

/** A file under the eyes of somebody: how it is written down, what is in it, and what can be learned from it. */
final class FileLook extends Div {

    private final Shelf shelf;
    private final String key;
    private final LayoutFields layout;
    private final Div found = new Div();

    /** What is to be learned, as far as somebody has said it. */
    private ShapingCard card;

    FileLook(Shelf shelf, String key) {
        this.shelf = shelf;
        this.key = key;
        this.layout = new LayoutFields(key, this::look);
        add(found);
        look(CsvLayout.Wish.NONE);
    }

    private void look(CsvLayout.Wish wish) {
        OwnDataView.say(found, "Reading it through …");
        OwnDataView.later(shelf.survey(key, wish), found, survey -> show(survey, wish));
    }

    /** How it is written down is asked only once it is there: on another server it may not be. */
    private void show(Survey survey, CsvLayout.Wish wish) {
        layout.show(survey.layout());
        if (layout.getParent().isEmpty()) {
            addComponentAsFirst(layout);
        }
        card = new ShapingCard(shelf, key, survey, wish, card);
        found.removeAll();
        found.add(new SurveyCard(survey), card);
    }
}
