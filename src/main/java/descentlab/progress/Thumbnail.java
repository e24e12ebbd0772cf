package descentlab.progress;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A small picture of an experiment, as the browser drew it: WebP or PNG, told by its first bytes.
 *
 * @param data a data: address; empty for no picture
 */
public record Thumbnail(String data) {

    /** Most bytes of a picture. */
    public static final int MOST_BYTES = 6 * 1024;

    /** No picture. */
    public static final Thumbnail NONE = new Thumbnail("");

    private static final String WEBP = "data:image/webp;base64,";
    private static final String PNG = "data:image/png;base64,";
    private static final int LONGEST = WEBP.length() + (MOST_BYTES + 2) / 3 * 4;

    /** What a browser sent; {@link #NONE} if that is no such picture, or too large. */
    public static Thumbnail of(String sent) {
        if (sent == null || sent.length() > LONGEST) {
            return NONE;
        }
        for (String type : new String[] {WEBP, PNG}) {
            if (sent.startsWith(type) && is(type, decoded(sent.substring(type.length())))) {
                return new Thumbnail(sent);
            }
        }
        return NONE;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException garbled) {
            return new byte[0];
        }
    }

    private static boolean is(String type, byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
        boolean told = type.equals(WEBP)
                ? head.startsWith("RIFF") && head.endsWith("WEBP") && head.length() == 12
                : head.startsWith("\u0089PNG\r\n\u001a\n");
        return told && bytes.length <= MOST_BYTES;
    }

    public boolean isThere() {
        return !data.isEmpty();
    }

    /** As in a Content-Type. */
    public String mediaType() {
        return data.startsWith(PNG) ? "image/png" : "image/webp";
    }

    /** The picture itself. */
    public byte[] bytes() {
        return decoded(data.substring(data.indexOf(',') + 1));
    }
}
