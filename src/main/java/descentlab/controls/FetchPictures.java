package descentlab.controls;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import descentlab.dataset.FashionMnist;
import descentlab.dataset.PictureSet;
import descentlab.dataset.Pictures;

/** Offers to fetch Fashion-MNIST where it is missing, shows how far that is, and says how to put it there by hand. */
public final class FetchPictures extends Composite<Div> {

    private static final int POLL_MILLIS = 500;

    private final Pictures pictures;
    private final Runnable there;
    private final Button fetch = new Button("Fetch it (30 MB)");
    private final Button look = new Button("Look again");
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph state = new Paragraph();
    private Registration polling;

    /** @param there called once the pictures are on this machine */
    public FetchPictures(Pictures pictures, Runnable there) {
        this.pictures = pictures;
        this.there = there;
        fetch.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        fetch.addClickListener(click -> {
            pictures.fetch();
            poll();
            show();
        });
        look.addClickListener(click -> lookAgain());
        bar.getElement().setAttribute("aria-label", "Fetching Fashion-MNIST");
        state.getElement().setAttribute("role", "status");
        state.addClassName("say");
        Paragraph byHand = new Paragraph("By hand: put its four files, gzipped or not, into the folder "
                + FashionMnist.NAME + " of the application's home (DESCENTLAB_HOME, or ~/.descentlab), or install"
                + " Debian's package dataset-fashion-mnist; then look again. Every file is checked by its SHA-256 before"
                + " it is used.");
        byHand.addClassName("soft");
        Div buttons = new Div(fetch, look);
        buttons.addClassName("row");
        getContent().addClassName("fetch-pictures");
        getContent().add(buttons, bar, state, byHand);
        say("");
        bar.setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        if (pictures.fetching().running()) { // somebody else's
            poll();
            show();
        }
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        super.onDetach(detach);
        rest(detach.getUI());
    }

    private void poll() {
        if (polling == null) {
            UI ui = UI.getCurrent();
            ui.setPollInterval(POLL_MILLIS);
            polling = ui.addPollListener(poll -> show());
        }
    }

    private void rest(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }

    private void show() {
        Pictures.Fetching fetching = pictures.fetching();
        fetch.setEnabled(!fetching.running());
        look.setEnabled(!fetching.running());
        bar.setVisible(fetching.running());
        if (fetching.running()) {
            bar.setValue(Math.min(fetching.share(), 1));
            say("Fetching Fashion-MNIST: " + Math.round(100 * fetching.share()) + " %.");
            return;
        }
        rest(UI.getCurrent());
        if (fetching.failure().isEmpty()) {
            say("");
            there.run();
        } else {
            say(fetching.failure() + " What has come is kept: try again, put the files there by hand, or use the"
                    + " silhouettes meanwhile.");
        }
    }

    private void lookAgain() {
        if (pictures.seemThere(PictureSet.FASHION_MNIST)) {
            say("");
            there.run();
        } else {
            say("Not all of its four files are there yet.");
        }
    }

    private void say(String text) {
        state.setText(text);
        state.setVisible(!text.isEmpty());
    }
}
