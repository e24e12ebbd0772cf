package descentlab.controls;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a table's columns hold decides where they are read from. */
class DataTableTest {

    private static final DataTable TABLE = new DataTable(
            "Flats",
            List.of("city", "area", "balcony", "price", "note"),
            List.of(
                    List.of("Köln", "79,1", "ja", "NA", ""),
                    List.of("Bonn", "−3", "", "608.50", ""),
                    List.of("Jena", ".5", "nein", "763", "")));

    private static boolean isOfWords(Element cell) {
        return cell.getClassList().contains("words");
    }

    @Test
    void wordsBeginAtOneEdgeAndNumbersEndAtOne() {
        Element table = TABLE.getElement().getChild(0);
        Element head = table.getChild(1).getChild(0);
        assertThat(head.getChildren().map(DataTableTest::isOfWords)).containsExactly(true, false, true, false, false);
        Element row = table.getChild(2).getChild(1);
        assertThat(row.getChildren().skip(1).map(DataTableTest::isOfWords)).containsExactly(false, true, false, false);
    }
}
