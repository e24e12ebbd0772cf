package descentlab.exercise.page;

import descentlab.dataset.Pictures;
import descentlab.embed.Embed;
import descentlab.embed.EmbedSource;
import descentlab.embed.NothingThere;
import descentlab.exercise.Exercise;
import descentlab.exercise.Exercises;
import descentlab.exercise.Part;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Parts of exercises for other sites: {@code exercises/NAME/1?seed=0}. An answer is checked and nothing of it is kept: in a frame
 * nobody is known.
 */
@Component
class PartEmbeds implements EmbedSource {

    private static final String FOLDER = "exercises/";
    private static final String SEED = "seed";
    private static final int HEIGHT = 460;
    private static final int MOST_PARTS = 10_000;

    private final Pictures pictures;

    PartEmbeds(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * A part.
     *
     * @param seed of its numbers
     * @param number from 1
     */
    record Asked(Exercise exercise, long seed, int number) {

        Part part() {
            return exercise.part(seed, number - 1);
        }
    }

    @Override
    public Optional<Embed> at(String path, Map<String, List<String>> query) {
        if (!path.startsWith(FOLDER) || path.split("/", -1).length != 3) {
            return Optional.empty();
        }
        String[] parts = path.split("/", -1);
        Map<String, List<String>> said = new LinkedHashMap<>(query);
        String seed = said.containsKey(SEED) ? said.remove(SEED).getFirst() : "0";
        said.forEach((name, values) -> {
            throw new ExperimentException(
                    new Problem(name, values.getFirst(), "seed, which decides the numbers, and theme alone", false));
        });
        Asked asked = asked(parts[1], parts[2], seed);
        return Optional.of(new Embed(
                asked.exercise().title() + ": " + asked.part().task().title(),
                EmbeddedPart.of(asked),
                FOLDER + asked.exercise().id() + "?part=" + asked.number(),
                Optional.empty(),
                List.of("descentlab/spectrum.css"),
                HEIGHT));
    }

    /**
     * @throws NothingThere if there is no such part
     * @throws ExperimentException if the seed is none
     */
    Asked asked(String name, String number, String seed) {
        Exercises exercises = Exercises.on(pictures.best());
        Exercise exercise = exercises.named(name).orElseThrow(() -> new NothingThere(new Problem(
                "exercise",
                name,
                "one of " + exercises.all().stream().map(Exercise::id).collect(Collectors.joining(", ")),
                false)));
        int most = exercise.endless() ? MOST_PARTS : exercise.count();
        if (!number.matches("[1-9]\\d{0,4}") || Integer.parseInt(number) > most) {
            throw new NothingThere(new Problem("part", number, "a whole number from 1 to " + most, false));
        }
        if (!seed.matches("\\d{1,15}")) {
            throw new ExperimentException(
                    new Problem(SEED, seed, "a whole number from 0 to 999999999999999", false));
        }
        return new Asked(exercise, Long.parseLong(seed), Integer.parseInt(number));
    }

    @Override
    public Optional<String> forPage(String path, Map<String, List<String>> query) {
        if (!path.startsWith(FOLDER)
                || Exercises.on(pictures.best()).named(path.substring(FOLDER.length())).isEmpty()) {
            return Optional.empty();
        }
        List<String> part = query.getOrDefault("part", List.of());
        return Optional.of(path + "/" + (part.isEmpty() ? "1" : part.getFirst()));
    }

    @Override
    public String examples() {
        return "/embed/exercises/NAME/1 and on for the parts of the exercises "
                + Exercises.on(pictures.best()).all().stream().map(Exercise::id).collect(Collectors.joining(", "));
    }
}
