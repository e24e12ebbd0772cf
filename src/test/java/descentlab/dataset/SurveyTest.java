package descentlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as they come: what is guessed of them, and how those are refused that are no tables. */
@Timeout(120)
class SurveyTest {

    static Survey survey(String text) throws DataException {
        return Survey.of(text.getBytes(StandardCharsets.UTF_8), CsvLayout.Wish.NONE);
    }

    private static void refused(byte[] content, String... words) {
        assertThatThrownBy(() -> Survey.of(content, CsvLayout.Wish.NONE))
                .isInstanceOf(DataException.class)
                .message()
                .contains(words)
                .hasSizeLessThan(400);
    }

    private static void refused(String text, String... words) {
        refused(text.getBytes(StandardCharsets.UTF_8), words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b\\n1,2\\n3,4          | ',' | false | true",
                "a;b\\n1,5;2\\n3;4        | ';' | true  | true",
                "a;b\\n1.5;2\\n3;4        | ';' | false | true",
                "a\\tb\\n1,5\\t2\\n3\\t4  | tab | true  | true",
                "1,2\\n3,4\\n5,6          | ',' | false | false",
                "x,y\\nx,z\\nu,y          | ',' | false | false",
                "c,d\\nx,z\\nu,y          | ',' | false | true",
                "a\\n1\\n2                | ',' | false | true",
                "a;b\\n'u, v';1\\n'w, x';2 | ';' | false | true"
            })
    void guessesHowItIsWritten(String text, String delimiter, boolean comma, boolean header) throws DataException {
        String content = text.replace("\\n", "\n").replace("\\t", "\t").replace('\'', '"');
        char expected = delimiter.equals("tab") ? '\t' : delimiter.replace("'", "").charAt(0);
        CsvLayout layout = survey(content).layout();
        assertThat(layout.delimiter()).isEqualTo(expected);
        assertThat(layout.decimalComma()).isEqualTo(comma);
        assertThat(layout.header()).isEqualTo(header);
    }

    @Test
    void aWishIsStrongerThanAGuess() throws DataException {
        byte[] text = "1;2,5\n3;4,5\n6;7,8\n".getBytes(StandardCharsets.UTF_8);
        Survey survey = Survey.of(
                text, new CsvLayout.Wish(Optional.of(','), Optional.of(false), Optional.of(true)));
        assertThat(survey.columns()).extracting(ColumnProfile::name).containsExactly("1;2", "5");
        assertThat(survey.rows()).isEqualTo(2);
    }

    @Test
    void readsQuotesBreaksAndBothCharsets() throws DataException {
        String text = "name,\"say \"\"it\"\"\"\r\n\"Köln,\nam Rhein\",1\r\n\r\nBonn,2\r\n";
        for (byte[] content : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.ISO_8859_1),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))) {
            Survey survey = Survey.of(content, CsvLayout.Wish.NONE);
            assertThat(survey.columns()).extracting(ColumnProfile::name).containsExactly("name", "say \"it\"");
            assertThat(survey.rows()).isEqualTo(2);
            assertThat(survey.first().getFirst().getFirst()).isEqualTo("Köln, am Rhein");
        }
    }

    @Test
    void tellsWhatIsInColumns() throws DataException {
        StringBuilder text = new StringBuilder("number,same,empty,few,many,stray,,number\n");
        for (int i = 0; i < 1200; i++) {
            text.append(i % 2 == 0 ? "" : i + ".5").append(",7,,").append(i % 3 == 0 ? "red" : "blue")
                    .append(",id").append(i).append(',').append(i == 17 ? "12a" : "1" + i).append(",-3e2,").append(i % 5)
                    .append('\n');
        }
        List<ColumnProfile> columns = survey(text.toString()).columns();
        assertThat(columns).extracting(ColumnProfile::name)
                .containsExactly("number", "same", "empty", "few", "many", "stray", "column 7", "number (2)");
        assertThat(columns).extracting(ColumnProfile::kind).containsExactly(
                ColumnProfile.Kind.NUMBER,
                ColumnProfile.Kind.NUMBER,
                ColumnProfile.Kind.EMPTY,
                ColumnProfile.Kind.CATEGORY,
                ColumnProfile.Kind.TEXT,
                ColumnProfile.Kind.TEXT,
                ColumnProfile.Kind.NUMBER,
                ColumnProfile.Kind.NUMBER);
        assertThat(columns.get(0).missing()).isEqualTo(600);
        assertThat(columns.get(0).most()).isEqualTo(1199.5);
        assertThat(columns.get(1).isConstant()).isTrue();
        assertThat(columns.get(3).distinct()).isEqualTo(2);
        assertThat(columns.get(5).strayNote()).contains("line 19", "12a");
        assertThat(columns.get(6).least()).isEqualTo(-300);
    }

    @Test
    void whatOnlyLooksLikeANumberIsNone() throws DataException {
        for (String text : List.of("1d", "0x10", "Infinity", "1,234", "1_000", "--1", "1.2.3", "e5", "+", "１")) {
            assertThat(Cells.number(text, false)).as(text).isNaN();
        }
        assertThat(Cells.number("-1.5e-3", false)).isEqualTo(-0.0015);
        assertThat(Cells.number("-1,5e-3", true)).isEqualTo(-0.0015);
        assertThat(Cells.number("1.5", true)).isNaN();
    }

    @Test
    void whatIsNoTableIsRefusedInASentence() throws IOException {
        refused("", "nothing");
        refused("\n\n \n", "nothing");
        refused("area,,price\n", "only one line", "names columns", "at least two");
        refused("1,2\n", "only one row");
        refused("a,1\n", "only one row");
        refused("a,b\n1,2\n", "one row");
        refused("a,b\n1,2\n3\n4,5\n", "Line 3", "1 cell", "2");
        refused("a,b\n1,2\n3,4,5\n", "Line 3", "3 cells");
        refused("a,b\n1,2\n3,\0\n", "Line 3", "NUL");
        refused("a,b\n1,2\n3,1e300\n", "Line 3", "“b”", "1e300", "too large");
        refused("a,b\n1,2\n3," + "x".repeat(5000) + "\n", "Line", "4000");
        refused("a,b\n1,2\n3,\"never closed" + "\nx".repeat(90_000), "quote");
        refused("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE), "NUL");
        refused(("\uFEFF" + "a,b\n1,2\n").getBytes(StandardCharsets.UTF_16LE), "UTF-16");
        refused(new byte[Survey.MOST_BYTES + 1], "10 MB");
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        refused(noise, "Line");
    }

    @Test
    void archivesAreNotUnpacked() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("bomb.csv"));
            zip.write(new byte[20_000_000]);
        }
        refused(zipped.toByteArray(), "zip archive");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[20_000_000]);
        }
        refused(packed.toByteArray(), "gzip archive");
    }

    @Test
    void tooManyColumnsAreRefusedBeforeTheyAreHeld() {
        refused("1,".repeat(1_000_000) + "1\n" + "2,".repeat(1_000_000) + "2\n", "1000 columns");
        refused("1,".repeat(1000) + "1\n" + "2,".repeat(1000) + "2\n", "1000 columns");
    }

    /** Of many columns fewer different values are held, and there are still enough for classes. */
    @Test
    void whatIsHeldOfAllColumnsIsBounded() throws DataException {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 150; row++) {
            for (int column = 0; column < 1000; column++) {
                text.append(column == 0 ? "" : ",").append(column % 2 == 0 ? "" : "t").append(row + column);
            }
            text.append('\n');
        }
        assertThat(survey(text.toString()).columns())
                .allSatisfy(column -> assertThat(column.distinct()).isBetween(Shaping.MOST_CLASSES + 1, 100));
    }

    @Test
    void tooManyRowsAreRefusedAtTheirLine() {
        byte[] text = new byte[2 * 200_002];
        Arrays.fill(text, (byte) '\n');
        for (int i = 0; i < text.length; i += 2) {
            text[i] = (byte) ('0' + i / 2 % 7);
        }
        refused(text, "200000 rows");
    }
}
