package descentlab.classroom;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture that goes with a question's text: a data address of a PNG, a JPEG or a WebP.
 *
 * @param type its media type
 */
public record Picture(String type, byte[] bytes) {

    /** Characters of its address, at most: 60 KB of picture. */
    public static final int LONGEST = 82_000;

    private static final Pattern ADDRESS = Pattern.compile("data:(image/(?:png|jpeg|webp));base64,([A-Za-z0-9+/]+={0,2})");

    /**
     * The picture of a data address.
     *
     * @throws ClassroomException if it is none that is allowed
     */
    public static Picture of(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (address.length() > LONGEST || !matcher.matches()) {
            throw refused();
        }
        try {
            Picture picture = new Picture(matcher.group(1), Base64.getDecoder().decode(matcher.group(2)));
            if (!picture.isWhatItSays()) {
                throw refused();
            }
            return picture;
        } catch (IllegalArgumentException broken) {
            throw refused();
        }
    }

    private static ClassroomException refused() {
        return new ClassroomException("That is no picture that can be shown; allowed: a PNG, JPEG or WebP of at most "
                + LONGEST / 4 * 3 / 1000 + " KB, as data:image/png;base64,...");
    }

    private boolean isWhatItSays() {
        return switch (type) {
            case "image/png" -> begins(0, 0x89, 'P', 'N', 'G');
            case "image/jpeg" -> begins(0, 0xff, 0xd8, 0xff);
            default -> begins(0, 'R', 'I', 'F', 'F') && begins(8, 'W', 'E', 'B', 'P');
        };
    }

    private boolean begins(int at, int... magic) {
        if (bytes.length < at + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[at + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
