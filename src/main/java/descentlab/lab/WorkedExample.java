package descentlab.lab;

import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.InitialParameters;
import descentlab.training.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An experiment that shows something, and words on what. Formulas stand between dollar signs. */
enum WorkedExample {
    /** What the lab opens on. */
    THREE_ON_AIRFOIL(
            "Adagrad beside gradient descent",
            TrainingExperiment.initial(),
            "Adagrad is below a loss of 0.25 for good after 0.4 epochs; gradient descent at this rate gets there only at the"
                    + " end of the second.",
            List.of()),

    /** The chapter's opening claim. */
    RARE_WORDS(
            "Rare words",
            TableTask.ZIPF_TEXT.initial(),
            "Follow the panels from the most frequent to the rarest words. After one epoch the error on the rarest 300"
                    + " words is 0.66 with a constant rate, 0.66 with one clock for all words, 0.49 with a clock"
                    + " for each word and 0.48 with Adagrad.",
            List.of(
                    "One clock for all, $\\eta_0/\\sqrt{t+1}$, has run on by the time a rare word comes along. Rare"
                            + " words fare no better with it than with a rate that never falls.",
                    "The counter gives each word its own clock, $\\eta_0/\\sqrt{n_i+1}$: a word's rate goes down only"
                            + " when the word is seen.",
                    "Adagrad puts the sum of squared gradients in place of the count. Features that are 0 or 1 leave it"
                            + " little to know that a count does not.",
                    "Each rate is the one with the least loss on documents that are not trained on; the true weights"
                            + " took no part in the choice. The error by itself would ask for other rates: over the"
                            + " five bands the best constant rates go from 1.2 to 2.1, those of the counter from 12 to"
                            + " 14, those of Adagrad from 0.53 to 1.0.",
                    "The gap belongs to the first pass. After five, with rates chosen anew, the losses on new documents"
                            + " are 0.292, 0.287, 0.283 and 0.283.")),

    /** The same claim on pictures, whose rare features are pixels near the border. */
    RATES_AS_PICTURES(
            "Rare pixels: rates as pictures",
            RateExamples.softmax("adagrad(lr=0.05)", "sgd(lr=1.3,schedule=invsqrt(1))", "counter(lr=1.3)"),
            "Each picture shows the learning rates of one class's weights, a pixel each. Pixels near the border are black in nearly"
                    + " all clothes: there Adagrad's rates stay large, while one clock for all has one rate everywhere, and the counter"
                    + " hardly differs from it. Draw the slider to the left to see them part, and mind the hatching: there a rate is"
                    + " large only because of ε.",
            List.of(
                    "The gradient of a weight is the pixel's gray value times an error, $g = x_j (p_k - y_k)$: where the pixel is"
                            + " black it is zero, and Adagrad's sum $s$ stays where it is.",
                    "Where a pixel is hardly ever lit, $s$ is still under ten times $\\epsilon$, and the rate is near its cap"
                            + " $\\eta/\\sqrt{\\epsilon}$, which says nothing of the pictures. A smaller $\\epsilon$ moves the cap away.",
                    "The counter asks only whether a gradient was zero. A batch has many pictures, and one of them in which a pixel"
                            + " is lit is enough: for nearly all pixels its clock runs with the steps.",
                    "Large rates bring the weights of rare pixels farther in few passes. Few pictures depend on them, so that the"
                            + " accuracies below differ by little.")),

    /** What the surface lab shows of two parameters, of thousands. */
    LOSS_AROUND_THE_PATHS(
            "The loss around the paths",
            LandscapeExamples.paths("sgd(lr=0.1)", "adagrad(lr=0.02)", "adam(lr=0.002)"),
            "Once all three have arrived, the loss is drawn in the plane of their paths' two main directions, with the paths on it. The"
                    + " table says what the plane leaves out: each path ends some way off it. And a random walk, which knows nothing"
                    + " of any loss, lies in its own two directions nearly as well as an optimizer's path does.",
            List.of(
                    "The directions are those of a principal component analysis of where the paths were. In the limit of many steps a"
                            + " random walk has $6/\\pi^2$, about 61 %, of its variance along its first, whatever the dimension.",
                    "From where the first ends to where each other ends the loss is drawn on a straight line, too. The hidden units of a"
                            + " network can stand in any order, and it computes the same: in another order the same network is far away,"
                            + " behind a barrier, and put in the order that fits it is near again.")),

    /** What lies between two nets that have nothing in common but what they have learned. */
    TWO_STARTS(
            "Two nets from two starts",
            LandscapeExamples.twoStarts("adagrad(lr=0.02)"),
            "Adagrad trains one network twice, from two starts. On the straight line from one end to the other the loss rises by 0.4; once the"
                    + " hidden units of the other net stand in the order that fits the first net best, by 0.1. Most of what seemed to lie"
                    + " between them was the order of their units. It comes last, below the plane.",
            List.of(
                    "A network of 32 hidden units has as many equal minima as 32 things have orders, and twice as many for each $\\tanh$ whose"
                            + " sign can be turned over. Which of them a training comes to is a matter of its start.",
                    "The order is found by the products of weights alone, as a linear assignment, layer by layer (weight matching; Ainsworth,"
                            + " Hayase and Srinivasa, arXiv 2209.04836). No picture is looked at for it, and no unit's sign is turned.")),

    /** Where a rate may come from. */
    WHICH_RATE(
            "Which rate? A range test",
            TuningExamples.test("adagrad(lr=0.1)", "sgd(lr=0.01)", "adam(lr=0.01)"),
            "Below the training each optimizer goes through all rates, a little larger from batch to batch. The loss stays, falls, and blows up: Adam's falls"
                    + " at the smallest rates, then gradient descent's, and Adagrad's last. Train with what is found, and see whether it is any better.",
            List.of(
                    "The test is Smith's (arXiv 1506.01186). Its curve says where to begin, and nothing of how a rate does late in training.",
                    "By the time of a large rate, Adagrad has summed the squared gradients at all smaller ones: $\\eta/\\sqrt{s}$ is far below"
                            + " $\\eta$, and its curve lies to the right of the others. Rates of two optimizers are not to be compared.")),

    /** The same chances for all. */
    A_FAIR_STUDY(
            "A fair study",
            TuningExamples.study("adagrad(lr=0.02)", "sgd(lr=0.1)", "adam(lr=0.002)"),
            "Each optimizer has ten trainings at random rates from equally wide ranges. The best is chosen by pictures that do not train, and"
                    + " tested once by others. Here Adam leads, and the spread allows to say so: after two times through 2000 pictures, that is. Change"
                    + " the epochs, the ranges or the seed, and ask again.",
            List.of(
                    "The curve of the expected best says who is ahead by how many trials: with few of them the optimizer that forgives a bad rate is.",
                    "The spread is that of the choice of rates. Another seed begins elsewhere, and may end elsewhere.")),

    /** The same algorithm by hand and by a library. */
    SCRATCH_AND_CONCISE(
            "From scratch and concise",
            new TrainingExperiment(
                    TableTask.AIRFOIL,
                    TableTask.AIRFOIL.examples(),
                    new TrainingPlan(10, 4, 200, 0, true, InitialParameters.NORMAL),
                    List.of(OptimizerSpec.parse("adagrad(lr=0.1)"), OptimizerSpec.parse("torch.adagrad(lr=0.1)"))),
            "Two curves in one line: the textbook's Adagrad (filled marks) and PyTorch's (hollow marks) never differ by"
                    + " more than 0.0000001 in loss. Both are at 0.2426 after epoch 2 and at 0.2421 after epoch 4.",
            List.of(
                    "ε: from scratch the step is $\\eta\\,g/\\sqrt{s+\\epsilon}$ with $\\epsilon = 10^{-6}$, in PyTorch"
                            + " $\\eta\\,g/(\\sqrt{s}+\\epsilon)$ with $\\epsilon = 10^{-10}$. After a few batches s is"
                            + " so much larger that neither can be seen.",
                    "The factor ½: from scratch the loss is $\\tfrac{1}{2}(\\hat y - y)^2$; PyTorch's MSELoss leaves out"
                            + " the ½, and the course divides by two before it prints. That doubles g, and it doubles"
                            + " $\\sqrt{s}$: the step is the same. (Plain gradient descent would have to halve its"
                            + " rate.) Here both have the loss with ½.",
                    "Epochs: the course trains for 2 from scratch and for 4 in the concise version, so its two printed"
                            + " losses are not of the same moment. Here both train for 4; compare them at the same"
                            + " epoch in the table below the chart.",
                    "Start and order: here both begin with the same weights and see the same batches (seed 0), so"
                            + " nothing but ε is left to differ. In the course each draws its own, and PyTorch's bias"
                            + " does not start at zero.")),

    /** What quadratics have for a bound, networks have for a place to stay. */
    EDGE_OF_STABILITY(
            "Edge of stability",
            EdgeExamples.squared("sgd(lr=0.1)", "adagrad(lr=0.02)", "adam(lr=0.001,beta2=0.99)", "momentum(lr=0.1)"),
            "Each step is by all 500 pictures, without noise. On a quadratic, steps grow once the rate times the curvature"
                    + " passes the line. Here gradient descent climbs to the line and stays about it while the loss goes on"
                    + " falling, and so do Adagrad and Adam, by the curvature that they meet. Momentum at this rate does not"
                    + " come so far: it is the example that does not fit.",
            List.of(
                    "The line is $2/\\eta$ for gradient descent, $(2+2\\beta)/\\eta$ for momentum. Adagrad and Adam divide by"
                            + " $P$, so that theirs is of $P^{-1/2} H P^{-1/2}$: $2/\\eta$, and $38/\\eta$ for Adam with"
                            + " $\\beta_1 = 9/10$.",
                    "That gradient descent drives a network's curvature there was found by Cohen, Kaur, Li, Kolter and"
                            + " Talwalkar (arXiv 2103.00065), for adaptive optimizers by Cohen and others (arXiv"
                            + " 2207.14484). It is no theorem: the next example has another loss, and does not stay there.",
                    "The raw curvature says nothing of Adagrad's stability, nor one optimizer's line of another's.")),

    /** The same network with the usual loss. */
    BELOW_THE_EDGE(
            "Below the edge: cross-entropy",
            EdgeExamples.crossEntropy("sgd(lr=0.2)"),
            "The same network and pictures with cross-entropy in place of the squared error: the curvature rises at"
                    + " first, does not reach the line, and falls again as the pictures are told apart.",
            List.of(
                    "Once a picture is told right for sure, its softmax hardly changes, and $\\operatorname{diag}(p) - p"
                            + " p^T$, which is what the loss adds to the curvature, goes to zero.")),

    /** Whether Adagrad is the preconditioner that the chapter takes it for. */
    DOES_IT_PRECONDITION(
            "Does Adagrad precondition?",
            EdgeExamples.small("adagrad(lr=0.05)"),
            "The chapter takes the root of Adagrad's sum of squares for the diagonal of the Hessian. At the end of this"
                    + " training the two are compared, coordinate by coordinate: the slope says which power of the"
                    + " diagonal it is. Whether it helps is told beside the same rates at random places.",
            List.of(
                    "A gradient is in units of loss over parameter, the Hessian's diagonal in loss over parameter squared:"
                            + " where the gradient's square goes with the diagonal, its root is half a"
                            + " preconditioner, of slope a half.",
                    "This is training by batches: the curvature on the way stays below the line, which is that of steps by all"
                            + " pictures."));

    private final String title;
    private final TrainingExperiment experiment;
    private final String look;
    private final List<String> background;

    WorkedExample(String title, TrainingExperiment experiment, String look, List<String> background) {
        this.title = title;
        this.experiment = experiment;
        this.look = look;
        this.background = background;
    }

    String title() {
        return title;
    }

    TrainingExperiment experiment() {
        return experiment;
    }

    /** What to look at, and what is seen there. */
    String look() {
        return look;
    }

    /** Why it is so, a paragraph each. */
    List<String> background() {
        return background;
    }

    /** The example that an experiment is, if it is one. */
    static Optional<WorkedExample> of(TrainingExperiment experiment) {
        return Arrays.stream(values())
                .filter(example -> example.experiment.equals(experiment))
                .findFirst();
    }
}
