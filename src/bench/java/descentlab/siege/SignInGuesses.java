package descentlab.siege;

import descentlab.load.Incidents;
import descentlab.load.Page;
import descentlab.load.SignIn;
import descentlab.load.Teacher;

/** One who guesses the password of the class's teacher, by name. */
final class SignInGuesses implements Attack {

    private static final int PER_SECOND = 10;

    @Override
    public String name() {
        return "sign-in under the teacher's name";
    }

    @Override
    public void wage(Front front) throws Exception {
        Page page = new Page(front.site(), new Incidents(), (message, nanoTime) -> {});
        page.load("login");
        page.navigate("login");
        String token = SignIn.token(page);
        front.keepDoing(2, PER_SECOND, number -> front.got().add(
                kind(SignIn.in(front.site(), page, token, Teacher.NAME, "guess " + number))));
    }

    /** What the place says to which the server sends a browser that tried. */
    static String kind(String location) {
        if (location.contains("wait")) {
            return "told to wait";
        }
        return location.contains("error") ? "tried" : location.replaceFirst("^.*/(?=.)", "").replaceAll("\\d{4,}", "#");
    }
}
