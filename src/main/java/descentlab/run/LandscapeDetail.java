package descentlab.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import descentlab.landscape.Finding;
import descentlab.landscape.Shares;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of the landscape as it is told, one of its parts each time; numbers to some digits, null for what is none.
 *
 * @param share of the work that is done
 * @param cut why no more of it is to come
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LandscapeDetail(Double share, Sequel.Cut cut, Outlook outlook, Grid grid, Along along, Own walk, Line line) {

    /** Digits that are told: a canvas has fewer, and a table. */
    private static final MathContext DIGITS = new MathContext(6);

    /** What is told of a run beside its series. */
    private record Told(
            LandscapeDetail landscape,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Integer> soFar,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Integer> looks) {

        private Told(LandscapeDetail landscape, SoFar soFar) {
            this(landscape, soFar == null ? null : soFar.rows(), soFar == null ? null : soFar.looks());
        }
    }

    /**
     * Of what it is where the trainings have not ended.
     *
     * @param rows how many each training has, which tells one landscape from another
     * @param looks which it is, from 1, and how many there are at most
     */
    record SoFar(List<Integer> rows, List<Integer> looks) {}

    private record Outlook(
            String kind,
            Double left,
            Double bottom,
            Double size,
            int side,
            int pictures,
            int of,
            Double[] shares,
            List<Track> paths) {}

    /** A path, and which series it is of. */
    private record Track(int series, Double[] x, Double[] y, Double[] off, Double[] epochs, Double traveled, Own own) {}

    private record Own(Double first, Double second, Double[] x, Double[] y) {

        static Own of(Shares shares) {
            return new Own(rounded(shares.first()), rounded(shares.second()), rounded(shares.x()), rounded(shares.y()));
        }
    }

    private record Grid(int stride, int pictures, Double[] losses, Double[] errors) {}

    private record Along(int series, Double[] losses, Double[] errors, Double[] feet) {}

    private record Line(
            int from, int to, Double[] at, Double[] asItIs, Double[] shuffled, Double[] matched, int moved, int units) {}

    /**
     * What was found.
     *
     * @param series which series the paths are of
     * @param soFar null at the end
     */
    static Object of(Finding finding, List<Integer> series, SoFar soFar) {
        return new Told(switch (finding) {
            case Finding.Outlook outlook -> new LandscapeDetail(null, null, outlook(outlook, series), null, null, null, null);
            case Finding.Grid(int stride, int pictures, double[] losses, double[] errors) ->
                new LandscapeDetail(
                        null, null, null, new Grid(stride, pictures, rounded(losses), rounded(errors)), null, null, null);
            case Finding.Along(int path, double[] losses, double[] errors, double[] feet) ->
                new LandscapeDetail(
                        null, null, null, null,
                        new Along(series.get(path), rounded(losses), rounded(errors), rounded(feet)), null, null);
            case Finding.Walk(Shares walk) -> new LandscapeDetail(null, null, null, null, null, Own.of(walk), null);
            case Finding.Line line -> new LandscapeDetail(null, null, null, null, null, null, line(line, series));
        }, soFar);
    }

    /** How far it is. */
    static Object progress(double share, SoFar soFar) {
        return cut(null, share, soFar);
    }

    /** How far it is, and why it goes no further. */
    static Object cut(Sequel.Cut why, double share, SoFar soFar) {
        return new Told(new LandscapeDetail(rounded(share), why, null, null, null, null, null), soFar);
    }

    private static Outlook outlook(Finding.Outlook outlook, List<Integer> series) {
        List<Track> tracks = series.stream()
                .map(each -> {
                    Finding.Track track = outlook.paths().get(series.indexOf(each));
                    return new Track(
                            each, rounded(track.x()), rounded(track.y()), rounded(track.off()), rounded(track.epochs()),
                            rounded(track.traveled()), Own.of(track.own()));
                })
                .toList();
        return new Outlook(
                outlook.kind().parameter(),
                rounded(outlook.left()),
                rounded(outlook.bottom()),
                rounded(outlook.size()),
                outlook.side(),
                outlook.pictures(),
                outlook.of(),
                rounded(outlook.shares()),
                tracks);
    }

    private static Line line(Finding.Line line, List<Integer> series) {
        return new Line(
                series.getFirst(),
                line.path() == Finding.OTHER_START ? Finding.OTHER_START : series.get(line.path()),
                rounded(line.at()),
                rounded(line.asItIs()),
                rounded(line.shuffled()),
                rounded(line.matched()),
                line.moved(),
                line.units());
    }

    private static Double[] rounded(double[] values) {
        return Arrays.stream(values).mapToObj(LandscapeDetail::rounded).toArray(Double[]::new);
    }

    private static Double rounded(double value) {
        return Double.isFinite(value) ? (Double) new BigDecimal(value).round(DIGITS).doubleValue() : null;
    }
}
