package descentlab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;

class GerschgorinTest {

    @Test
    void everyEigenvalueLiesInADiscAndEachGroupHoldsAsManyAsItHasDiscs() {
        Random random = new Random(3);
        int several = 0;
        for (int run = 0; run < 500; run++) {
            ComplexMatrix matrix = Matrices.spread(random, 1 + random.nextInt(8));
            List<Complex> values = Spectrum.of(matrix).values();
            for (List<GerschgorinDisc> discs :
                    List.of(GerschgorinDisc.ofRows(matrix), GerschgorinDisc.ofColumns(matrix))) {
                double tolerance = DiscGroup.tolerance(discs);
                assertThat(values)
                        .allMatch(z -> discs.stream().anyMatch(disc -> disc.outside(z) <= tolerance));
                List<DiscGroup> groups = DiscGroup.of(discs, values);
                assertThat(groups).allMatch(g -> g.discs().size() == g.eigenvalues().size());
                several += groups.size() > 1 ? 1 : 0;
            }
        }
        assertThat(several).as("cases with more than one group").isGreaterThan(300);
    }

    @Test
    void touchingDiscsAreOneGroup() {
        ComplexMatrix matrix = MatrixText.parse("0,1;1,2");
        List<DiscGroup> groups =
                DiscGroup.of(GerschgorinDisc.ofRows(matrix), Spectrum.of(matrix).values());
        assertThat(groups).containsExactly(new DiscGroup(List.of(0, 1), List.of(0, 1)));
    }

    @Test
    void homotopyRunsFromTheDiagonalToTheSpectrumWithoutJumps() {
        Random random = new Random(4);
        for (int run = 0; run < 40; run++) {
            ComplexMatrix matrix = Matrices.spread(random, 1 + random.nextInt(6));
            Homotopy homotopy = Homotopy.of(matrix, 50);
            for (int i = 0; i < matrix.size(); i++) {
                assertThat(homotopy.paths().get(i)).hasSize(51);
                assertThat(homotopy.paths().get(i).getFirst()).isEqualTo(matrix.diagonal(i));
            }
            assertThat(homotopy.paths().stream().map(List::getLast))
                    .containsExactlyInAnyOrderElementsOf(Spectrum.of(matrix).values());
        }
        Homotopy straight = Homotopy.of(MatrixText.parse("1,0.5;0.5,3"), 100);
        for (List<Complex> path : straight.paths()) {
            for (int k = 1; k < path.size(); k++) {
                assertThat(path.get(k).subtract(path.get(k - 1)).norm()).isLessThan(0.01);
            }
        }
        assertThat(straight.t()[100]).isEqualTo(1);
    }

    @Test
    void preconditionedDiscsAreCenteredAtOneAndBoundKappa() {
        Random random = new Random(5);
        int bounded = 0;
        for (int run = 0; run < 300; run++) {
            int n = 2 + random.nextInt(4);
            ComplexMatrix full = Matrices.positiveDefinite(random, n);
            ComplexMatrix matrix = full.fadeOffDiagonal(random.nextDouble());
            DiagonalPreconditioning.Applied applied =
                    (DiagonalPreconditioning.Applied) DiagonalPreconditioning.of(matrix);
            assertThat(GerschgorinDisc.ofRows(applied.matrix())).allMatch(d -> d.center().equals(Complex.ONE));
            Condition.Known known = (Condition.Known)
                    Condition.of(applied.matrix(), Spectrum.of(applied.matrix()));
            if (applied.largestRadius() < 1) {
                bounded++;
                assertThat(known.kappa()).isLessThanOrEqualTo(applied.bound() * (1 + 1e-9));
            } else {
                assertThat(applied.bound()).isInfinite();
            }
        }
        assertThat(bounded).isGreaterThan(50);
    }

    @Test
    void saysWhyThereIsNoPreconditionerOrKappa() {
        assertThat(DiagonalPreconditioning.of(MatrixText.parse("1,0;0,-2")))
                .isInstanceOfSatisfying(
                        DiagonalPreconditioning.Impossible.class,
                        it -> assertThat(it.reason()).contains("entry 2 is -2"));
        assertThat(DiagonalPreconditioning.of(MatrixText.parse("0,1;1,2")))
                .isInstanceOf(DiagonalPreconditioning.Impossible.class);
        assertThat(DiagonalPreconditioning.of(MatrixText.parse("1+i,1;1,2")))
                .isInstanceOf(DiagonalPreconditioning.Impossible.class);
        assertThat(reason("1,2;3,4")).contains("not symmetric");
        assertThat(reason("1,2i;3,4")).contains("not Hermitian");
        assertThat(reason("1,2;2,1")).contains("negative");
        assertThat(reason("1,1;1,1")).contains("0 within rounding");
        assertThat(reason("0,0;0,0")).contains("0 within rounding");
    }

    @Test
    void kappaGivesTheBestRateOfDescent() {
        Condition.Known known = (Condition.Known) condition("0.2,0;0,4");
        assertThat(known.kappa()).isEqualTo(20);
        assertThat(known.bestRate()).isCloseTo(2 / 4.2, within(1e-15));
        assertThat(known.contraction()).isCloseTo(19 / 21.0, within(1e-15));
        assertThat(((Condition.Known) condition("1e-20,0;0,1")).kappa()).isCloseTo(1e20, within(1e5));
    }

    private static String reason(String text) {
        return ((Condition.None) condition(text)).reason();
    }

    private static Condition condition(String text) {
        ComplexMatrix matrix = MatrixText.parse(text);
        return Condition.of(matrix, Spectrum.of(matrix));
    }
}
