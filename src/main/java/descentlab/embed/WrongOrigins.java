package descentlab.embed;

/** What is said about other sites cannot be followed; the server does not start. */
final class WrongOrigins extends RuntimeException {

    private WrongOrigins(String message) {
        super(message);
    }

    static WrongOrigins written(String entry) {
        return new WrongOrigins(AllowedOrigins.SETTING + " names \"" + entry + "\", which is no site's origin.");
    }

    static WrongOrigins tooMany(int came, int most) {
        return new WrongOrigins(AllowedOrigins.SETTING + " names " + came + " sites; at most " + most + " can be.");
    }
}
