package descentlab.python;

import descentlab.linalg.ComplexMatrix;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;

/** A matrix: its eigenvalues and Gerschgorin's discs, and its condition before and after rescaling by its diagonal. */
final class SpectrumScript {

    private static final String DISCS = """
            values = np.linalg.%s(M)
            for value in values.tolist():
                print(f"eigenvalue = {value:.12g}")

            centers = np.diag(M)
            others = np.abs(M - np.diag(centers))
            discs = list(zip(centers.tolist(), others.sum(axis=1).tolist(), others.sum(axis=0).tolist()))
            for center, row, column in discs:
                print(f"disc about {center:.12g}: radius by row = {row:.12g}, by column = {column:.12g}")
            """;

    private static final String CONDITION = """
            least, largest = values[0], values[-1]
            if least > %s:  # positive definite
                root = np.sqrt(centers.real)
                rescaled = np.linalg.eigvalsh(M / root[:, None] / root)
                print(f"kappa = {largest / least:.12g}, rescaled = {rescaled[-1] / rescaled[0]:.12g}")
            """;

    private static final String PICTURE = """
            try:
                import matplotlib.pyplot as plt

                for center, row, _ in discs:
                    plt.gca().add_patch(plt.Circle((center.real, center.imag), row, fill=False))
                plt.plot([value.real for value in values.tolist()], [value.imag for value in values.tolist()], "x")
                plt.axis("equal")
                plt.show()
            except ImportError:
                pass  # no picture without Matplotlib
            """;

    private final ComplexMatrix matrix;
    private final Dialect dialect;

    SpectrumScript(ComplexMatrix matrix, Dialect dialect) {
        this.matrix = matrix;
        this.dialect = dialect;
    }

    void write(SourceText script) {
        boolean hermitian = matrix.isHermitian();
        String given = dialect == Dialect.NUMPY ? entries() : dialect.inDouble() + "\n\n" + entries();
        // Entries of a diagonal matrix are its eigenvalues, exactly; those of others are told from 0 up to rounding.
        String zero = matrix.isDiagonal() ? "0" : "len(M) * np.finfo(%s).eps * largest"
                .formatted(dialect == Dialect.TORCH ? "torch.float64" : "float");
        script.chapter("## The matrix").add(given);
        script.chapter("## Its eigenvalues and discs\n\nGerschgorin: every eigenvalue lies in a disc about an entry of the"
                        + " diagonal, $|\\lambda - m_{ii}| \\le \\sum_{j \\ne i} |m_{ij}|$.")
                .add(DISCS.formatted(hermitian ? "eigvalsh" : "eigvals"));
        if (hermitian) {
            script.chapter("## Its condition\n\n$$\\kappa = \\lambda_{\\max} / \\lambda_{\\min}, \\qquad"
                            + " \\tilde M = \\operatorname{diag}(M)^{-1/2} M \\operatorname{diag}(M)^{-1/2}$$")
                    .add(CONDITION.formatted(zero));
        }
        script.chapter("## The picture").add(PICTURE);
    }

    private String entries() {
        int n = matrix.size();
        return IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, n)
                        .mapToObj(j -> entry(matrix.at(i, j)))
                        .collect(Collectors.joining(", ", "    [", "],\n")))
                .collect(Collectors.joining("", "M = np.array([\n", "])"));
    }

    private String entry(Complex z) {
        if (matrix.isReal()) {
            return Literal.real(z.getRealPart());
        }
        double im = z.getImaginaryPart();
        return Literal.real(z.getRealPart()) + (im < 0 ? " - " : " + ") + Literal.number(Math.abs(im)) + "j";
    }
}
