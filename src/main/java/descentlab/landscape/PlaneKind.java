package descentlab.landscape;

/** Which plane through the space of parameters the loss is drawn in. */
public enum PlaneKind {
    /** None. */
    NONE("none", "not drawn"),
    /** The two main directions of all paths, about their mean: no other plane has them as near, by the sum of squared distances. */
    PATH("path", "main directions of the paths"),
    /**
     * Through three points: the ends of three paths; of two, and their start; of one, its start, and where it was farthest from
     * the straight line between.
     */
    ENDS("ends", "through their ends"),
    /**
     * Two random directions about the end of the first path, normalised by filters: the weights into each unit are as long as its
     * own, biases stay as they are (Li, Xu, Taylor, Studer and Goldstein, arXiv 1712.09913).
     */
    RANDOM("random", "random directions");

    private final String parameter;
    private final String title;

    PlaneKind(String parameter, String title) {
        this.parameter = parameter;
        this.title = title;
    }

    /** Name in links. */
    public String parameter() {
        return parameter;
    }

    /** Name in sentences. */
    public String title() {
        return title;
    }
}
