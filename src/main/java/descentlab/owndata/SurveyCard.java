package descentlab.owndata;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import descentlab.controls.DataTable;
import descentlab.dataset.ColumnProfile;
import descentlab.dataset.Survey;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What is in a file: how it was read, its first rows, and what each column holds. */
final class SurveyCard extends Section {

    private static final int COLUMNS_SHOWN = 20;

    SurveyCard(Survey survey) {
        addClassName("examples");
        int shown = Math.min(COLUMNS_SHOWN, survey.columns().size());
        String more = survey.columns().size() > shown ? ", the first " + shown + " of " + survey.columns().size() + " columns" : "";
        add(new H2("What is in it"), new Paragraph(layout(survey)), rows(survey, shown, more), columns(survey, shown, more));
        survey.columns().stream()
                .map(ColumnProfile::strayNote)
                .filter(note -> !note.isEmpty())
                .limit(COLUMNS_SHOWN)
                .forEach(note -> {
                    Paragraph stray = new Paragraph(note);
                    stray.addClassNames("say", "warn");
                    add(stray);
                });
    }

    private static String layout(Survey survey) {
        return String.format(
                Locale.ROOT,
                "%,d rows and %d columns, read as %s, with a %s between cells%s%s.",
                survey.rows(),
                survey.columns().size(),
                survey.layout().charset().displayName().equals("UTF-8") ? "UTF-8" : "Latin-1",
                survey.layout().delimiterName(),
                survey.layout().decimalComma() ? ", decimal commas" : "",
                survey.layout().header() ? ", the first line naming the columns" : " and no header");
    }

    private static DataTable rows(Survey survey, int shown, String more) {
        return new DataTable(
                "The first rows" + more,
                survey.columns().stream().limit(shown).map(ColumnProfile::name).toList(),
                survey.first().stream().map(row -> row.subList(0, shown)).toList());
    }

    private static DataTable columns(Survey survey, int shown, String more) {
        return new DataTable(
                "What the columns hold" + more,
                List.of("column", "taken for", "different", "missing", "from", "to"),
                IntStream.range(0, shown).mapToObj(i -> row(survey.columns().get(i))).toList());
    }

    private static List<String> row(ColumnProfile column) {
        boolean number = column.kind() == ColumnProfile.Kind.NUMBER;
        return List.of(
                column.name(),
                switch (column.kind()) {
                    case NUMBER -> column.isConstant() ? "constant" : "numbers";
                    case CATEGORY -> column.isConstant() ? "constant" : "categories";
                    case TEXT -> "free text, left out";
                    case EMPTY -> "empty";
                },
                column.distinct() >= ColumnProfile.MOST_DISTINCT ? "1,000 or more" : String.valueOf(column.distinct()),
                String.format(Locale.ROOT, "%,d", column.missing()),
                number ? number(column.least()) : "",
                number ? number(column.most()) : "");
    }

    /** To six digits, without zeros behind a point that say nothing. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value)
                .replaceAll("(\\.\\d*?)0+(?=$|e)", "$1")
                .replaceAll("\\.(?=$|e)", "")
                .replace('-', '\u2212');
    }
}
