package descentlab.exercise;

import descentlab.exercise.ChoicePart.Option;
import java.util.List;

/**
 * Questions on what was found of a network's curvature: what its panels say, and what they do not. The numbers are those of the
 * lesson's network.
 */
final class NetworkReadings {

    private NetworkReadings() {}

    /** With nothing beside it: which measurement would tell has to be thought out. */
    static ChoicePart permuted() {
        return new ChoicePart(
                new Assignment(
                        "permuted",
                        "Would any rates do?",
                        "A network of 2,080 weights and biases is trained by Adagrad. With the $P$ that it divides by, $\\lambda_1/\\lambda_{20}$ of"
                                + " $P^{-1/2}HP^{-1/2}$ is 24 to 30; of $H$ itself it is 49 to 53. Somebody says: “Rates that are not all alike change any"
                                + " spectrum; it need not matter where they stand.” Which measurement would tell?",
                        List.of(
                                "It should leave the rates what they are, and take away only what is in doubt.",
                                "In doubt is whether each rate stands at the coordinate that it was made for."),
                        "The same entries of $P$ at random places of their layer's weights or of its biases: the rates are as they were, but"
                                + " for where they stand. Measured, it is 35 to 75 then, below and above what it is without any."),
                List.of(
                        new Option(
                                "The same entries of $P$, at random places of their layer",
                                true,
                                "Yes. The rates stay, their places go. It comes to 35 to 75 then: it is the places that count."),
                        new Option(
                                "The exact diagonal of $H$ in place of $P$",
                                false,
                                "That tells how much one number for each coordinate could do at best. Whether Adagrad's stand where they"
                                        + " should it does not tell."),
                        new Option(
                                "The same from other starts",
                                false,
                                "That tells how far chance matters, and was done: hence “24 to 30”. There, too, each rate stands where it was"
                                        + " made."),
                        new Option(
                                "One rate for all, the mean of $P$",
                                false,
                                "One factor for all divides $\\lambda_1$ and $\\lambda_{20}$ alike: the quotient is that of $H$, whatever the rates"
                                        + " are good for.")));
    }

    /** With nothing beside it: what was measured stands in the question. */
    static ChoicePart findings() {
        return new ChoicePart(
                new Assignment(
                        "findings",
                        "What do they say?",
                        "A network of 2,080 weights and biases is trained by Adagrad. From three starts the panel tells $\\lambda_1/\\lambda_{20}$: 49 to 53 for $H$, 24 to 30 with Adagrad's"
                                + " $P$, 35 to 75 with the same $P$ at random places, 11 to 14 with the exact diagonal. The slope of $\\log P_{ii}$"
                                + " against $\\log|H_{ii}|$ is 0.52 to 0.54. Which of these is so?",
                        List.of(
                                "What would have to be known of all eigenvalues for there to be a condition number?",
                                "Compare on a logarithmic scale: from 51 to 12 or so is the whole way of the diagonal."),
                        "It goes 0.4 to 0.5 of the diagonal's way, on a logarithmic scale, and not by rates that merely differ. The rest is of"
                                + " two kinds: what a slope of 1 would do, and what is between the coordinates, which no diagonal mends. The"
                                + " [training that was measured](lab/training?data=fashion-mnist&model=mlp&pictures=2000&batch=32&epochs=40&seed=0"
                                + "&shuffle=true&hidden=10&activation=tanh&halved=true&curvature=spectrum&looks=250&run=adagrad(lr=0.05)) takes"
                                + " some seconds in the lab, and its spectrum longer."),
                List.of(
                        new Option(
                                "Adagrad's rates stand where they help, and go about half of the way that the diagonal would.",
                                true,
                                "Yes: 0.4 to 0.5 of it on a logarithmic scale. Half a preconditioner, as the slope says."),
                        new Option(
                                "The condition number has come down to half of what it was.",
                                false,
                                "A network's Hessian has negative eigenvalues, so there is no condition number. $\\lambda_1/\\lambda_{20}$ says how far"
                                        + " the largest stand out, and nothing of the others."),
                        new Option(
                                "Any rates that differ help: at random places it comes down to 35, too.",
                                false,
                                "It comes down to 35 and goes up to 75. What may do either helps by chance only."),
                        new Option(
                                "With Adagrad the training takes half of the steps.",
                                false,
                                "Nobody has measured that here. The largest eigenvalue bounds the rate; how many steps there are to go depends on"
                                        + " all other directions and on the batches' noise, too."),
                        new Option(
                                "With a slope of 1 all eigenvalues would be alike.",
                                false,
                                "With a slope of 1 it would be the exact diagonal, and that leaves 11 to 14: curvature between the coordinates,"
                                        + " which one number for each cannot mend.")));
    }
}
