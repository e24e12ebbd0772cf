package descentlab.classroom;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a browser is told of ink, beyond what it was told before on the same connection.
 *
 * @param field what has the coordinates in which it is, as {@link Scene#plot()} names it
 * @param aim where is pointed, if that was told anew since; else null
 * @param keep how many strokes stand of those that it knows, from the first on
 * @param strokes what is added to those and after them
 * @param view the part of the plane to be seen; nothing if all of the race
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InkFrame(String field, Aimed aim, int keep, List<Part> strokes, List<Double> view) {

    /**
     * Where is pointed.
     *
     * @param hand whose pointer it is; empty if there is none
     * @param at x1 and x2; nothing if there is none
     */
    record Aimed(String hand, List<Double> at) {}

    /**
     * Points of a stroke.
     *
     * @param from which of its points the first one is
     * @param points x1 and x2 of each in turn
     */
    record Part(String id, int from, List<Double> points) {}

    /** @param before what was told; nothing to who has just come: where the pointer was once is not told then */
    static InkFrame of(String field, Ink now, Optional<Ink> before) {
        Ink told = before.orElse(new Ink(-1, now.aim(), List.of(), List.of()));
        int keep = 0;
        while (keep < Math.min(told.strokes().size(), now.strokes().size())
                && goesOn(told.strokes().get(keep), now.strokes().get(keep))) {
            keep++;
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < now.strokes().size(); i++) {
            Ink.Stroke stroke = now.strokes().get(i);
            int from = i < keep ? told.strokes().get(i).points() : 0;
            if (from < stroke.points()) {
                parts.add(new Part(stroke.id(), from, stroke.from(from)));
            }
        }
        boolean aimed = before.isEmpty() || !now.aim().equals(told.aim());
        return new InkFrame(field, aimed ? aim(before.isEmpty() ? Optional.empty() : now.aim()) : null, keep, parts, now.view());
    }

    private static boolean goesOn(Ink.Stroke before, Ink.Stroke now) {
        return now.id().equals(before.id()) && now.points() >= before.points();
    }

    private static Aimed aim(Optional<Ink.Aim> aim) {
        return aim.map(one -> new Aimed(one.hand(), List.of(one.at().x1(), one.at().x2())))
                .orElse(new Aimed("", List.of()));
    }
}
