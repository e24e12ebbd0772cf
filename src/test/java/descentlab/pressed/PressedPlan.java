package descentlab.pressed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A plan as all the presses from its begin to its end. It is read from the plan's file and what is told of plans, and not by the
 * application's own reader, so that what one of them gets wrong is seen.
 */
public record PressedPlan(String title, List<Press> presses) {

    /** What an exercise asks: HTML in JSON. */
    private static final String PROMPT = "class=\\\"prompt\\\"";

    /** Another page is there. */
    private static final String PAGE = "history.pushState";

    private static final String FOLLOWING = "\"Following\"";

    /** A part of a student's page of the room that every such page has. */
    private static final String DESK = "\"room-link\"";

    /** What Markdown, HTML and JSON write otherwise than it was typed. */
    private static final Pattern WRITTEN_OTHERWISE = Pattern.compile("[$*_`\\\\<>&\"\\[\\]\\n]+");

    private static final List<String> OF_RACES = List.of("winner", "place", "diverges", "value");

    public PressedPlan {
        presses = List.copyOf(presses);
    }

    /**
     * Reads a plan's file.
     *
     * @throws IllegalArgumentException if it is none, or has what no press is known for
     */
    public static PressedPlan read(String file) {
        if (!(new Yaml(new SafeConstructor(new LoaderOptions())).load(file) instanceof Map<?, ?> plan)
                || !(plan.get("steps") instanceof List<?> steps)) {
            throw new IllegalArgumentException("no plan, as it has no steps: " + file.lines().findFirst().orElse(""));
        }
        Presses presses = new Presses();
        for (Object step : steps) {
            presses.add(new Fields((Map<?, ?>) step));
        }
        return new PressedPlan(Objects.toString(plan.get("title"), ""), presses.all);
    }

    /** Whether it is said in a press's step who was right. */
    public boolean isSettled(Press press) {
        return presses.stream().anyMatch(other -> other.step() == press.step() && other.kind() == Press.Kind.TRUTH);
    }

    /** A step's fields. */
    private record Fields(Map<?, ?> of) {

        boolean has(String name) {
            return of.containsKey(name);
        }

        String text(String name) {
            return Objects.toString(of.get(name), "").strip();
        }

        boolean isPeer() {
            return List.of("true", "yes").contains(text("peer"));
        }
    }

    /** The presses of the steps so far. */
    private static final class Presses {

        private final List<Press> all = new ArrayList<>();
        private String led = "race";
        private String link = "";
        private boolean asked;
        private boolean away;
        private int step;

        void add(Fields step) {
            this.step++;
            begin(step);
            asked = step.has("ask");
            away = step.has("visit");
        }

        private void begin(Fields step) {
            if (step.has("show")) {
                show(step.text("show"));
            } else if (step.has("ask")) {
                ask(step);
            } else if (step.has("try")) {
                leads(step);
                Sight turn = Sight.message("\"Your turn\"");
                firstOrBack(Press.Kind.TRY, turn, Sight.message(Sight::bringsTry), ">Your turn<");
                press(Press.Kind.TRY_ENDED, "End trying", Sight.message(FOLLOWING));
            } else if (step.has("timer")) {
                first(Press.Kind.TIMER, Sight.message("\"count-down\"", "\"seconds\""));
            } else if (step.has("visit")) {
                String page = step.text("visit");
                Sight words = Sight.message("'first-words'", '"' + page + '"', "</h");
                first(Press.Kind.VISIT, words, page.startsWith("exercises/") ? words.and(PROMPT) : Sight.NOTHING, Sight.message(PAGE, page.split("[?#]", 2)[0]));
            } else if (asked) {
                first(Press.Kind.BACK, Sight.message(FOLLOWING));
            } else if (away) {
                first(Press.Kind.BACK, Sight.message(DESK));
            } else {
                first(Press.Kind.NOTE, Sight.NOTHING);
            }
        }

        private void show(String shown) {
            String kind = kind(shown);
            boolean other = !shown.equals(link);
            link = shown;
            Sight scene = Sight.scene((before, frame) -> frame.path("kind").asString().equals(kind)
                    && picture(shown).allMatch(frame.path("field").asString()::contains)
                    && !(other && frame.path("run").asString().equals(before)));
            // What is of another kind is shown by another part of the page, which is hidden until the page is told.
            first(Press.Kind.EXPERIMENT, kind.equals(led) && !away ? scene : scene.and("\"hidden\""));
            led = kind;
            if (kind.equals("race")) {
                plays(Press.Kind.PLAY, "Play it");
            }
        }

        private void ask(Fields step) {
            boolean ofRace = OF_RACES.contains(step.text("ask"));
            leads(step);
            Press.Kind kind = ofRace ? Press.Kind.QUESTION : Press.Kind.OWN_QUESTION;
            // A place is clicked on what is there already.
            boolean clicked = List.of("place", "spot").contains(step.text("ask"));
            firstOrBack(kind, Sight.message(words(step)), clicked ? Sight.NOTHING : Sight.message(Sight::bringsBallot), words(step));
            if (step.isPeer()) {
                press(Press.Kind.DISCUSSION, "End voting: they talk", Sight.message("\"You voted"));
                press(Press.Kind.VOTE_AGAIN, "Vote again", Sight.message("\"Vote once more, now"));
            }
            press(Press.Kind.VOTES, "Show the votes", Sight.message(Sight::showsVotes));
            if (ofRace) {
                plays(Press.Kind.HAPPENS, "Show what happens");
            }
            if (ofRace || hasTruth(step)) {
                press(Press.Kind.TRUTH, "Show who was right", Sight.message(Sight::showsTruth));
            }
        }

        private void leads(Fields step) {
            if (step.has("of")) {
                link = step.text("of");
                led = kind(link);
            }
        }

        private void plays(Press.Kind kind, String button) {
            press(kind, button, Sight.scene(frame ->
                    frame.path("kind").asString().equals("race") && frame.path("playing").asBoolean()));
        }

        /**
         * @param live what comes later to who is in the room already
         * @param words which the room's page has too before it is there, for who comes back to it
         */
        private void firstOrBack(Press.Kind kind, Sight sight, Sight live, String... words) {
            if (away) {
                first(kind, Sight.message(words).and("'first-words'"), Sight.NOTHING, sight.and(DESK));
            } else {
                first(kind, sight, Sight.NOTHING, live);
            }
        }

        private void first(Press.Kind kind, Sight sight) {
            first(kind, sight, Sight.NOTHING, Sight.NOTHING);
        }

        private void first(Press.Kind kind, Sight sight, Sight own, Sight live) {
            all.add(new Press(kind, all.isEmpty() ? "Begin" : "Next", step, away, sight, own, live));
        }

        private void press(Press.Kind kind, String button, Sight sight) {
            all.add(new Press(kind, button, step, false, sight, Sight.NOTHING, Sight.NOTHING));
        }
    }

    private static boolean hasTruth(Fields step) {
        return step.has("right")
                || step.text("ask").equals("order")
                || step.text("options").lines().map(String::strip).anyMatch(line -> line.startsWith("*") && !line.startsWith("**"));
    }

    /** What a question says on every page, in parts that are sent as they are. */
    private static String[] words(Fields step) {
        String steps = " " + parameters(step.text("of")).filter(each -> each.startsWith("steps=")).findFirst().orElse("").replace("steps=", "");
        String after = steps + (steps.equals(" 1") ? " step?" : " steps?");
        return switch (step.text("ask")) {
            case "winner" -> new String[] {"Which one ends at the lowest f, after" + after};
            case "place" -> new String[] {"Where is ", " after" + after};
            case "diverges" -> new String[] {"Does ", " diverge within" + after};
            case "value" -> new String[] {"What is f where ", " is after" + after};
            default -> parts(step.text("question"));
        };
    }

    /** Those parts of Markdown with formulas that no writer changes, but for the shortest. */
    private static String[] parts(String markdown) {
        String[] parts = WRITTEN_OTHERWISE.splitAsStream(markdown).map(String::strip).filter(part -> part.length() > 4).toArray(String[]::new);
        if (parts.length == 0) {
            throw new IllegalArgumentException("a question without words to know it by: " + markdown);
        }
        return parts;
    }

    private static String kind(String link) {
        return switch (link.replaceFirst("\\?.*", "").replaceFirst(".*/", "")) {
            case "surface" -> "race";
            case "training" -> "training";
            case "spectrum" -> "spectrum";
            default -> throw new IllegalArgumentException("no link of a lab that can be led: " + link);
        };
    }

    /** What of a link's parameters a scene says of its picture, as far as it writes them as plans do. */
    private static Stream<String> picture(String link) {
        return parameters(link).filter(each -> each.matches("(objective|matrix)=.*|rotate=0*[1-9].*"));
    }

    private static Stream<String> parameters(String link) {
        return Pattern.compile("&").splitAsStream(link.replaceFirst("[^?]*\\??", ""));
    }
}
