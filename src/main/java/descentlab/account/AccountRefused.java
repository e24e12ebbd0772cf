package descentlab.account;

/** Something about an account cannot be done; the message says why, to whoever asked for it. */
public final class AccountRefused extends RuntimeException {

    /** What it is about, so that a page can say it in the right place. */
    public enum About {
        LINK,
        NAME,
        PASSWORD,
        OLD_PASSWORD,
        ACCOUNT
    }

    private final About about;

    AccountRefused(About about, String message) {
        super(message);
        this.about = about;
    }

    public About about() {
        return about;
    }
}
