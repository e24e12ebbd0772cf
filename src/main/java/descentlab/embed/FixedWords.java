package descentlab.embed;

import descentlab.shell.LinkWords;
import java.util.Map;

/** What the links of pages say that are the same for everybody, and those of pages that have more to say where it cannot be read. */
final class FixedWords {

    private static final LinkWords OF_ALL = new LinkWords(
            LinkTags.NAME, "See how optimizers behave: races on surfaces, training on real data, a lesson whose figures move.");

    /** By the first name of a path, or more of them. */
    private static final Map<String, LinkWords> PAGES = Map.ofEntries(
            page("lab/surface", "Surface lab", "Optimizers race down a surface: set their rates and the start, play, step and compare."),
            page("lab/training", "Training lab", "Optimizers train on the same data side by side: loss against epoch while it falls."),
            page("lab/spectrum", "Spectrum lab", "A matrix, its eigenvalues and Gerschgorin discs, and what rescaling by its diagonal does."),
            page("lesson", "Lessons", "Lessons on optimizers whose numbers can be dragged and whose figures follow."),
            page("exercises", "Exercises", "Exercises on optimizers, each beside its lab: every wrong answer is met with its reason."),
            page("sheet", "Sheets to print", "Exercises on paper, with blanks, each sheet with numbers of its own."),
            page("data", "Data sets", "The data that is trained on here: what is in it, where it is from, and under which licence."),
            page("own-data", "Your own data", "Train on a table of your own: what is in it, what can be predicted from it, and how well."),
            page("class", "Class", "A room for a class: join by its code, answer questions, and race with all the others."),
            page("notebook", "My experiments", "Experiments that were kept, in everybody’s own notebook."),
            page("set", "A set of experiments", "Some experiments under one link, to be opened and compared."),
            page("compare", "Compare", "Two experiments side by side, on the same axes."),
            page("resume", "Go on here", "Takes the progress in the exercises along to another browser."),
            page("licences", "Licences", "What Descent Lab is made of, and under which licences."));

    private FixedWords() {}

    private static Map.Entry<String, LinkWords> page(String path, String title, String sentence) {
        return Map.entry(path, new LinkWords(title, sentence));
    }

    /** What is said of a page's link; the whole application's where the page has none of its own. */
    static LinkWords of(String path) {
        for (String start = path; !start.isEmpty(); start = start.substring(0, Math.max(0, start.lastIndexOf('/')))) {
            if (PAGES.containsKey(start)) {
                return PAGES.get(start);
            }
        }
        return OF_ALL;
    }
}
