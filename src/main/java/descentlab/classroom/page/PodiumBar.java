package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import descentlab.classroom.Board;
import descentlab.classroom.Lectern;
import descentlab.classroom.Scene;
import java.util.function.Consumer;

/** Over what is led: how to join, how many are here, and what concerns all screens at once. */
final class PodiumBar extends Composite<Div> {

    private static final String COLORS = """
            return document.documentElement.getAttribute('theme') === 'dark'
                || document.documentElement.getAttribute('theme') !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches;
            """;

    /** Of the session, once the warning of an address that students cannot open was read. */
    private static final String READ = PodiumBar.class.getName() + " address";

    private final Lectern lectern;
    private final VoicesChip voices = new VoicesChip();
    private final Span here = new Span();
    private final Button follow;
    private final Button freeze;
    private final Button back;
    private final Button lobby;
    private final Button wall;
    private final Span own = new Span("Only you see this race");
    private final Div away = new Div();
    private final Span page = new Span();
    private final ClassTimer timer = new ClassTimer();
    private final PageWords pages;
    /** Of the wall as long as nobody has chosen one: this browser's. */
    private boolean ownDark;

    /** @param attempt does something and tells if it is refused */
    PodiumBar(Lectern lectern, PageWords pages, Consumer<Runnable> attempt) {
        this.lectern = lectern;
        this.pages = pages;
        follow = new Button("", click -> attempt.accept(() -> lectern.follow(!lectern.room().board().following())));
        follow.setId("follow");
        back = new Button("Back to my race", click -> attempt.accept(lectern::back));
        back.setId("back");
        back.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        freeze = new Button("", click -> attempt.accept(() -> lectern.freeze(!lectern.room().board().frozen())));
        freeze.setId("freeze");
        lobby = new Button("", click -> attempt.accept(() -> lectern.lobby(!lectern.room().lobby())));
        lobby.setId("lobby");
        wall = new Button("", click -> attempt.accept(() -> {
            lectern.dress(isDark() ? Scene.Scheme.LIGHT : Scene.Scheme.DARK);
            showWall();
        }));
        wall.setId("wall");
        wall.setTooltipText("The colors of the projector view; every student keeps their own");
        Span code = new Span(lectern.room().code().shown());
        code.addClassName("room-code");
        here.addClassName("chip");
        own.addClassName("unseen");
        here.getElement().setAttribute("role", "status");
        String address = RoomAddress.of(VaadinServletRequest.getCurrent(), lectern.room().code());
        Span where = new Span(address.replaceFirst("^https?://", ""));
        where.addClassNames("soft", "room-address");
        Button fetch = new Button("Bring them back", click -> attempt.accept(lectern::endVisit));
        fetch.setId("bring-back");
        fetch.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        away.add(page, fetch);
        away.addClassName("podium-away");
        Div join = new Div(code, where, here, voices, own, timer);
        join.addClassName("podium-join");
        Div buttons = new Div(back, follow, freeze, lobby, wall);
        buttons.addClassName("podium-buttons");
        getContent().addClassName("podium-bar");
        H1 title = new H1("Leading room " + lectern.room().code().shown());
        title.addClassName("visually-hidden");
        getContent().add(title, join, buttons, away);
        RoomAddress.warning(VaadinServletRequest.getCurrent())
                .filter(warning -> VaadinSession.getCurrent().getAttribute(READ) == null)
                .ifPresent(warning -> getContent().add(unreachable(warning)));
        getElement().executeJs(COLORS).then(Boolean.class, dark -> {
            ownDark = dark;
            showWall();
        });
    }

    /** It is told until it was read, and not again in this session. */
    private static Div unreachable(String warning) {
        Div unreachable = new Div(new Span(warning));
        Button read = new Button("Dismiss", click -> {
            VaadinSession.getCurrent().setAttribute(READ, true);
            unreachable.removeFromParent();
        });
        read.setId("dismiss-warning");
        read.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        read.setAriaLabel("Dismiss: students cannot open this address");
        unreachable.add(read);
        unreachable.addClassNames("say", "warn", "unreachable");
        return unreachable;
    }

    private boolean isDark() {
        return lectern.room().scene().scheme().map(Scene.Scheme.DARK::equals).orElse(ownDark);
    }

    private void showWall() {
        wall.setText(isDark() ? "Wall in light" : "Wall in dark");
    }

    /** @param unseen whether the teacher sees a race that the class does not */
    void show(Board board, boolean unseen) {
        own.setVisible(unseen);
        here.setText(board.here() + " of " + board.seated().size() + " here" + (board.locked() ? ", locked" : ""));
        voices.show(board);
        follow.setText(board.following() ? "Let them explore" : "Have all follow");
        back.setVisible(board.aside() && board.open());
        freeze.setText(board.frozen() ? "Let them go on" : "Eyes up here");
        lobby.setText(lectern.room().lobby() ? "Project the race" : "Project the code");
        timer.show(board.countdown());
        board.visit().map(pages::of).ifPresent(one -> page.setText("The class is on another page: " + one.kind() + ", “" + one.title() + "”"));
        away.setVisible(board.visit().isPresent());
        showWall();
        follow.setEnabled(board.open());
        freeze.setEnabled(board.open());
        lobby.setEnabled(board.open());
        wall.setEnabled(board.open());
    }
}
