package descentlab.controls;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.regex.Pattern;

/** A plain table that scrolls sideways where it has no room. */
public final class DataTable extends Div {

    private static final Pattern NUMBER = Pattern.compile("[-+\u2212]?[.,]?\\d");

    /**
     * @param caption says what it shows
     * @param rows each as long as the heads; its first cell is the row's name
     */
    public DataTable(String caption, List<String> heads, List<List<String>> rows) {
        Element table = new Element("table");
        Element title = new Element("caption");
        title.setText(caption);
        Element headRow = new Element("tr");
        for (int i = 0; i < heads.size(); i++) {
            headRow.appendChild(aligned(cell("th", "col", heads.get(i)), i, rows));
        }
        Element body = new Element("tbody");
        for (List<String> row : rows) {
            Element line = new Element("tr");
            line.appendChild(cell("th", "row", row.getFirst()));
            for (int i = 1; i < row.size(); i++) {
                line.appendChild(aligned(cell("td", null, row.get(i)), i, rows));
            }
            body.appendChild(line);
        }
        Element head = new Element("thead");
        head.appendChild(headRow);
        table.appendChild(title, head, body);
        getElement().appendChild(table);
        addClassName("data-table");
        // What scrolls must be reachable by the keyboard.
        getElement().setAttribute("tabindex", "0").setAttribute("role", "region").setAttribute("aria-label", caption);
    }

    /** Numbers end at one edge, words begin at one. */
    private static Element aligned(Element cell, int column, List<List<String>> rows) {
        List<String> told = rows.stream().map(row -> row.get(column)).filter(text -> !text.isBlank()).toList();
        long numbers = told.stream().filter(text -> NUMBER.matcher(text).lookingAt()).count();
        cell.getClassList().set("words", 2 * numbers < told.size());
        return cell;
    }

    private static Element cell(String tag, String scope, String text) {
        Element cell = new Element(tag);
        if (scope != null) {
            cell.setAttribute("scope", scope);
        }
        cell.setText(text);
        return cell;
    }
}
