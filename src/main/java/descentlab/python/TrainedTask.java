package descentlab.python;

/** What a script of a training has of its task: the data, the loss and its gradient, and what is told of parameters. */
interface TrainedTask {

    /** Whether the lab's generator is needed, whatever the training asks for. */
    boolean drawsData();

    /** Constants that stand before those of the training, a line each; empty if there are none. */
    String constants();

    /** Words on the data, as Markdown: nothing of a link or a file. */
    String about();

    /** Adds what gives the data. */
    void addData(SourceText script);

    /** The statement that has {@code X} and {@code y} be the features and targets of what trains. */
    String read();

    /** How many parameters there are in each tensor, as a list. */
    String sizes();

    /** The loss, in TeX. */
    String formula();

    /** The function {@code loss(w, rows)}, without rows over all, and what it needs. */
    String loss();

    /** The function {@code gradient(w, rows)}; empty where a library has it. */
    String slope();

    /** The function that gives the first parameters. */
    String start();

    /** What is told of parameters w, as the entries of a tuple: the loss first. */
    String measured();

    /** What prints the runs' curves. */
    String outcome();

    /** What draws them. */
    String picture();
}
