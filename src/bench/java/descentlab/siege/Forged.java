package descentlab.siege;

import descentlab.load.Incidents;
import descentlab.load.Page;
import descentlab.load.SignIn;
import descentlab.load.Site;
import java.util.Random;

/** One who claims each request to come from another address: guesses passwords of many names, and codes of rooms. */
final class Forged implements Attack {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    @Override
    public String name() {
        return "forged X-Forwarded-For";
    }

    @Override
    public void wage(Front front) throws Exception {
        Random random = new Random();
        Site forging = front.site()
                .forging(() -> "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + (1 + random.nextInt(254)));
        front.together(once -> passwords(front, forging, random), once -> codes(front, forging, random));
    }

    private static void passwords(Front front, Site site, Random random) throws Exception {
        Page page = new Page(site, new Incidents(), (message, nanoTime) -> {});
        page.load("login");
        page.navigate("login");
        String token = SignIn.token(page);
        front.keepDoing(2, 20, number -> front.got().add("password of some name: "
                + SignInGuesses.kind(SignIn.in(site, page, token, "Name " + random.nextInt(1 << 20), "guess " + number))));
    }

    private static void codes(Front front, Site site, Random random) throws Exception {
        Page page = new Page(site, new Incidents(), (message, nanoTime) -> {});
        page.load("class");
        front.keepDoing(2, 50, number -> {
            StringBuilder code = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            page.navigate("class/" + code);
            boolean told = page.look(tree -> tree.byId("room-code"))
                    .filter(field -> field.value("errorMessage").startsWith("Too many"))
                    .isPresent();
            front.got().add(told ? "code of a room: told to wait" : "code of a room: tried");
        });
    }
}
