package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** On the wall, how to join. */
final class WallLobby extends Composite<Div> {

    /**
     * @param address of the room, for the QR code
     * @param where people go who type it
     * @param code as it is typed there
     */
    WallLobby(String address, String where, String code) {
        Div words = new Div(
                new H2("Join in"),
                line("Scan, or open", where),
                line("and type the code", code),
                new Div("No account: a nickname will do."));
        words.addClassName("lobby-words");
        getContent().add(new QrCode(address), words);
        getContent().addClassName("lobby");
    }

    private static Div line(String what, String value) {
        Span strong = new Span(value);
        strong.addClassName("lobby-value");
        return new Div(new Span(what), strong);
    }
}
