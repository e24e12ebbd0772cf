package descentlab.model;

/** What is done to the sums of hidden units before their activation. */
public enum Norm {
    /** Nothing. */
    NONE("none", "none"),
    /** Batch normalization (Ioffe and Szegedy, arXiv 1502.03167). */
    BATCH("batch", "over the batch");

    /** A unit's output before its activation, in TeX, of its sum z with mean mu and variance sigma^2 over the batch. */
    public static final String TEX = "u = \\gamma\\,\\frac{z - \\mu}{\\sqrt{\\sigma^2 + \\epsilon}} + \\beta";

    /** Added to variances, as in torch.nn.BatchNorm1d. */
    public static final double EPS = 1e-5;

    private final String parameter;
    private final String title;

    Norm(String parameter, String title) {
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
