package descentlab.api;

import descentlab.run.RowStream;
import java.io.IOException;

/** Writes the rows of series in some format, as they come. */
interface RowWriter {

    /** Media type and charset. */
    String contentType();

    /** Begins. */
    void begin() throws IOException;

    /** The columns that the rows have are known; before any row. */
    void columns(Columns columns) throws IOException;

    /** More rows of a series. */
    void rows(String run, RowStream.Rows rows) throws IOException;

    /** A series has ended. */
    void ended(String run, RowStream.Ended end) throws IOException;

    /** A while has passed: writes what changes nothing, so that a reader who has gone is noticed. */
    void beat() throws IOException;

    /** Ends. */
    void end() throws IOException;

    /** Sends what has been written. */
    void flush() throws IOException;
}
