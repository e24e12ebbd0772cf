package descentlab.objective;

/** The part of the plane shown first: from (x1Min, x2Min) to (x1Max, x2Max). */
public record Window(double x1Min, double x1Max, double x2Min, double x2Max) {

    public Window {
        if (!(x1Min < x1Max && x2Min < x2Max)) {
            throw new IllegalArgumentException("a window needs x1Min < x1Max and x2Min < x2Max");
        }
    }
}
