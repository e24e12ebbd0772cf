package descentlab.classroom.page;

import descentlab.classroom.ClassroomException;
import descentlab.classroom.Lectern;
import descentlab.classroom.VisitedPage;
import descentlab.dataset.Silhouettes;
import descentlab.exercise.Exercise;
import descentlab.exercise.Exercises;
import descentlab.experiment.Tasks;
import descentlab.experiment.Titles;
import descentlab.shell.NamedPage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a page is called on which a class is asked to be. */
@Component
record PageWords(List<NamedPage.Source> sources) {

    /** Titles do not depend on the pictures. */
    private static final Exercises EXERCISES = Exercises.on(Silhouettes.NAME);

    private static final Pattern PART = Pattern.compile("(?:.*&)?part=(\\d{1,5})(?:&.*)?");

    /** @param path as {@link descentlab.classroom.VisitedPage} has it */
    NamedPage of(String path) {
        String[] asked = path.split("#", 2)[0].split("\\?", 2);
        String[] names = asked[0].split("/", 2);
        String name = names.length > 1 ? names[1] : "";
        return Stream.concat(
                        sources.stream().flatMap(source -> source.at(path).stream()),
                        own(path, names[0], name, asked.length > 1 ? asked[1] : "").stream())
                .findFirst()
                .orElse(new NamedPage("Page", asked[0]));
    }

    /** What it is called, of whatever address a browser gave; the page itself where that is none of a page's. */
    String titleOf(String address) {
        return of(VisitedPage.of(address).orElse(address)).title();
    }

    private static Optional<NamedPage> own(String path, String folder, String name, String query) {
        return switch (folder) {
            case "lab" -> Optional.of(lab(path, name));
            case "exercises" -> Optional.of(name.isEmpty()
                    ? new NamedPage("Exercises", "All exercises")
                    : new NamedPage("Exercise", EXERCISES.named(name).map(Exercise::title).orElse(name) + part(query)));
            case "data" -> Optional.of(new NamedPage("Data", Tasks.on(name).map(task -> task.sheet().title()).orElse("All data sets")));
            case "notebook" -> Optional.of(new NamedPage("Notebook", "Everybody’s own"));
            default -> Optional.empty();
        };
    }

    private static String part(String query) {
        Matcher part = PART.matcher(query);
        return part.matches() ? ", part " + part.group(1) : "";
    }

    /** Of a lab that opens with something, what that is. */
    private static NamedPage lab(String path, String name) {
        String lab = name.isEmpty() ? "Labs" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " lab";
        try {
            if (path.contains("?") && Lectern.isLab(path)) {
                return new NamedPage(lab, Titles.of(Lectern.experiment(path)));
            }
        } catch (ClassroomException unreadable) {
            // The lab itself says what is wrong with it.
        }
        return new NamedPage("Lab", lab);
    }
}
