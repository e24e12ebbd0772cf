package descentlab.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * A file of comma-separated values (RFC 4180, with other delimiters too), read row by row within bounds: nothing of it is
 * held beyond a row. Blank lines are passed over; all rows are of one length.
 */
final class CsvText {

    /** Columns of a table, at most. */
    static final int MOST_COLUMNS = 1000;

    /** Rows of a table, at most. */
    static final int MOST_ROWS = 200_000;

    /** Characters of a cell, at most. */
    static final int LONGEST_CELL = 4000;

    private static final int LONGEST_ROW = 1 << 19;

    /** A quote that is never closed would swallow the file up to here. */
    private static final int BUFFER = 1 << 16;

    private static final String TEXT = "a CSV file as UTF-8 or Latin-1";

    /** Which of them was met the library tells by its message only. */
    private static final String BOUNDS = "a row may have at most " + MOST_COLUMNS + " columns, a cell " + LONGEST_CELL
            + " characters, and each quote has to be closed";

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] content;
    private final Charset charset;

    /** Hears of rows. */
    interface Rows {
        /**
         * Hears of a row.
         *
         * @param line where it begins, from 1
         * @param cells without blanks around them
         * @return whether to go on
         */
        boolean row(long line, List<String> cells) throws DataException;
    }

    /**
     * A file's content.
     *
     * @throws DataException if it is no text
     */
    CsvText(byte[] content) throws DataException {
        this.content = content;
        refuseOtherFormats();
        this.charset = isUtf8() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    Charset charset() {
        return charset;
    }

    private void refuseOtherFormats() throws DataException {
        if (begins('P', 'K', 3, 4)) {
            throw new DataException(DataException.FILE, "a zip archive", TEXT, "This is a zip archive or a spreadsheet (.xlsx, .ods), not a CSV file. Unpack it, or"
                    + " save the sheet as CSV, and give that.");
        }
        if (begins(0x1F, 0x8B)) {
            throw new DataException(DataException.FILE, "a gzip archive", TEXT, "This is a gzip archive, not a CSV file. Unpack it first.");
        }
        if (begins(0xFF, 0xFE) || begins(0xFE, 0xFF)) {
            throw new DataException(DataException.FILE, "a text in UTF-16", TEXT, "This text is in UTF-16. Save it as UTF-8 and give that.");
        }
        long line = 1;
        for (byte each : content) {
            if (each == 0) {
                throw DataException.atLine(line, "holds a NUL byte: this is no text file.", TEXT);
            }
            line += each == '\n' ? 1 : 0;
        }
    }

    private boolean begins(int... magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isUtf8() {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        while (true) {
            out.clear();
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
        }
    }

    /** Its first characters, at most so many; no line is whole for sure. */
    String head(int most) {
        int from = mark();
        return new String(content, from, Math.min(content.length - from, most), charset);
    }

    private int mark() {
        return begins(UTF_8_MARK[0] & 0xFF, UTF_8_MARK[1] & 0xFF, UTF_8_MARK[2] & 0xFF) ? UTF_8_MARK.length : 0;
    }

    /** Reads it row by row. */
    void read(char delimiter, Rows rows) throws DataException {
        int from = mark();
        Reader text = new InputStreamReader(new ByteArrayInputStream(content, from, content.length - from), charset);
        CsvRecordHandler handler = CsvRecordHandler.of(
                each -> each.maxFields(MOST_COLUMNS).maxFieldSize(LONGEST_CELL).maxRecordSize(LONGEST_ROW));
        long line = 0;
        int width = -1;
        int count = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .maxBufferSize(BUFFER)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(handler, text)) {
            Iterator<CsvRecord> records = reader.iterator();
            while (records.hasNext()) {
                CsvRecord next = records.next();
                line = next.getStartingLineNumber();
                List<String> cells = next.getFields().stream().map(String::strip).toList();
                if (cells.stream().allMatch(String::isEmpty) && (cells.size() == 1 || width != cells.size())) {
                    continue;
                }
                if (width >= 0 && cells.size() != width) {
                    throw DataException.atLine(
                            line, "has " + count(cells.size(), "cell") + "; the lines before it have " + width + ".",
                            "as many cells in each line");
                }
                width = cells.size();
                if (++count > MOST_ROWS + 1) {
                    throw DataException.atLine(line, "is one too many: a table may have " + MOST_ROWS + " rows.", "at most " + MOST_ROWS + " rows");
                }
                if (!rows.row(line, cells)) {
                    return;
                }
            }
        } catch (CsvParseException refused) {
            throw DataException.atLine(line + 1, "or one soon after it cannot be read: " + BOUNDS + ".", BOUNDS);
        } catch (UncheckedIOException | IOException refused) {
            throw DataException.atLine(line + 1, "or one soon after it cannot be read: " + BOUNDS + ".", BOUNDS);
        }
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
