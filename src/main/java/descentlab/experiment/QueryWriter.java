package descentlab.experiment;

import java.nio.charset.StandardCharsets;

/** Writes a query so that a person can read it: only what a server would refuse or misread is percent-encoded. */
final class QueryWriter {

    private static final String PLAIN = "-._~!$'()*,;:@/=";

    private final StringBuilder query = new StringBuilder();

    QueryWriter add(String name, String value) {
        query.append(query.isEmpty() ? "" : "&").append(name).append('=');
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                query.append(c);
            } else {
                query.append('%').append(String.format("%02X", (int) c));
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return query.toString();
    }
}
