package descentlab.python;

import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.Condition;
import descentlab.linalg.DiagonalPreconditioning;
import descentlab.linalg.GerschgorinDisc;
import descentlab.linalg.Spectrum;
import descentlab.model.Measure;
import descentlab.training.Descent;
import descentlab.training.Trace;
import descentlab.training.Training;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;

/** The numbers that an experiment's script is to print, as the lab computes them, and as a script printed them. */
final class Shown {

    private static final Pattern NUMBER = Pattern.compile("(?:=|step|about) \\(?([^ ,:()]+)");
    private static final Pattern COMPLEX = Pattern.compile("(?<re>[+-]?[\\d.]+(?:e[+-]?\\d+)?)?(?:(?<im>[+-]?[\\d.]+(?:e[+-]?\\d+)?)j)?");

    private Shown() {}

    static List<Complex> of(Experiment experiment) {
        return switch (experiment) {
            case SurfaceExperiment race -> race.runs().stream()
                    .flatMap(run -> {
                        Descent descent = new Descent(
                                race.objective().function(), run, race.start(), race.steps(), race.noise(), race.seed());
                        descent.finish();
                        Trace trace = descent.trace();
                        return Stream.of(
                                trace.rows() - 1.0, trace.last(Descent.X1), trace.last(Descent.X2), trace.last(Descent.F));
                    })
                    .map(Complex::valueOf)
                    .toList();
            case TrainingExperiment training -> training.runs().stream()
                    .flatMap(run -> {
                        Training series = new Training(
                                ((TableTask) training.task()).problem(), Measure.NONE, run, training.plan());
                        series.finish();
                        Trace trace = series.trace();
                        return rows(trace).mapToObj(row -> trace.at(row, Training.LOSS));
                    })
                    .map(Complex::valueOf)
                    .toList();
            case SpectrumExperiment spectrum -> of(spectrum.matrix());
        };
    }

    /** Of a long curve about eight, and the last. */
    static IntStream rows(Trace trace) {
        int each = Math.max(1, trace.rows() / 8);
        IntStream rows = IntStream.iterate(0, row -> row < trace.rows() - 1, row -> row + each);
        return IntStream.concat(rows, IntStream.of(trace.rows() - 1));
    }

    private static List<Complex> of(ComplexMatrix matrix) {
        Spectrum spectrum = Spectrum.of(matrix);
        List<Complex> shown = new ArrayList<>(sorted(spectrum.values()));
        List<GerschgorinDisc> columns = GerschgorinDisc.ofColumns(matrix);
        for (GerschgorinDisc disc : GerschgorinDisc.ofRows(matrix)) {
            shown.add(disc.center());
            shown.add(Complex.valueOf(disc.radius()));
            shown.add(Complex.valueOf(columns.get(disc.index()).radius()));
        }
        if (Condition.of(matrix, spectrum) instanceof Condition.Known known
                && DiagonalPreconditioning.of(matrix) instanceof DiagonalPreconditioning.Applied(var scaled)
                && Condition.of(scaled, Spectrum.of(scaled)) instanceof Condition.Known after) {
            shown.add(Complex.valueOf(known.kappa()));
            shown.add(Complex.valueOf(after.kappa()));
        }
        return shown;
    }

    private static List<Complex> sorted(List<Complex> values) {
        return values.stream()
                .sorted(Comparator.comparing((Complex z) -> Math.rint(z.getRealPart() * 1e6))
                        .thenComparing(z -> Math.rint(z.getImaginaryPart() * 1e6)))
                .toList();
    }

    /** The numbers that a script printed, a matrix's eigenvalues in order. */
    static List<Complex> read(String printed) {
        List<Complex> eigenvalues = new ArrayList<>();
        List<Complex> others = new ArrayList<>();
        for (String line : printed.lines().toList()) {
            Matcher numbers = NUMBER.matcher(line);
            while (numbers.find()) {
                (line.startsWith("eigenvalue") ? eigenvalues : others).add(number(numbers.group(1)));
            }
        }
        return Stream.concat(sorted(eigenvalues).stream(), others.stream()).toList();
    }

    private static Complex number(String text) {
        Matcher parts = COMPLEX.matcher(text);
        if (!parts.matches()) {
            return Complex.NaN;
        }
        String re = parts.group("re");
        String im = parts.group("im");
        return new Complex(re == null ? 0 : Double.parseDouble(re), im == null ? 0 : Double.parseDouble(im));
    }
}
