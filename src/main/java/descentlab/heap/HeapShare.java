package descentlab.heap;

/**
 * What the heap is for. The application itself needs so many bytes however it is used; of the rest each purpose has a
 * share, and every bound on memory is taken from its share here, so that a small heap bounds what it must and all
 * together fit. What is left over is the collector's, and what a request under way allocates.
 */
public enum HeapShare {

    /** Pages that people have open, with their sessions and what pushes to them. */
    PAGES(25),

    /** What trainings on pictures hold, under way and in line. */
    LARGE_JOBS(13),

    /** Trainings on pictures that have ended, so that the loss around their ways can be asked for then. */
    ENDED_JOBS(2),

    /** Runs that are kept: their logs, which readers share. */
    RUNS(8),

    /** Rows of large races and trainings, from their start until nobody reads or writes them any more. */
    ROWS(9),

    /** Connections at rest: buffers of what is open and waits for its next request. */
    CONNECTIONS(9),

    /** Connections whose headers have not arrived. */
    NEWCOMERS(4),

    /** Answers that stay open: streams of runs and of rooms. */
    STREAMS(13),

    /** Bodies of requests while they are read. */
    BODIES(3),

    /** Files that people gave to learn from, while they are read and trained on. */
    OWN_DATA(4),

    /** Contours that many ask for. */
    FIELDS(3),

    /** Pictures of links, which are asked for when somebody shares one. */
    PREVIEWS(1);

    /**
     * Measured at rest: 39 MB without pictures, 55 MB more with Fashion-MNIST and 9 MB with the drawn ones. Of a heap
     * that is hardly larger, half is shared out all the same; who trains on pictures needs more of it.
     */
    static final long APPLICATION = 104L << 20;

    private final int percent;

    HeapShare(int percent) {
        this.percent = percent;
    }

    int percent() {
        return percent;
    }

    /** How many bytes of this process's heap are for it. */
    public long bytes() {
        return of(Runtime.getRuntime().maxMemory());
    }

    /** How many so large things it has room for in this process's heap; one at least. */
    public int room(long bytesEach) {
        return (int) Math.clamp(bytes() / bytesEach, 1, Integer.MAX_VALUE);
    }

    /** How many bytes of a heap of that size are for it. */
    long of(long heap) {
        return Math.max(heap - APPLICATION, heap / 2) / 100 * percent;
    }
}
