package descentlab.dataset;

import java.util.List;
import java.util.Optional;

/**
 * What is to be known of a data set before one trusts it.
 *
 * @param name as in links
 * @param title in sentences; says so if it is synthetic
 * @param synthetic whether a program made it
 * @param about what it is
 * @param rows how many examples there are, and for what
 * @param origin who measured or made it, and where it is from
 * @param licence under which it may be used
 * @param checksums of its files; none if it has no files
 */
public record DataSheet(
        String name,
        String title,
        boolean synthetic,
        String about,
        String rows,
        String origin,
        String licence,
        List<Checksum> checksums) {

    /** A file's checksum, and of what it is. */
    public record Checksum(String file, String algorithm, String value) {}

    /** Every data set there is, in the order they are offered. */
    public static final List<DataSheet> ALL = List.of(
            new DataSheet(
                    Airfoil.NAME,
                    "Airfoil self-noise",
                    false,
                    "Wind-tunnel measurements by NASA: five features, and the sound pressure level to predict. All are"
                            + " standardised for training.",
                    Airfoil.ROWS + ", of which the first " + Airfoil.TRAINING_ROWS + " train",
                    "T. Brooks, D. Pope and M. Marcolini, NASA 1989; UCI Machine Learning Repository, doi"
                            + " 10.24432/C5VW2C. It is part of this application, unchanged.",
                    "CC BY 4.0",
                    List.of(new Checksum(Airfoil.RESOURCE, "SHA-1", Airfoil.SHA_1))),
            new DataSheet(
                    ZipfText.NAME,
                    "Zipf text, synthetic",
                    true,
                    "Documents of " + ZipfText.DRAWS + " words drawn from " + ZipfText.WORDS + ", the r-th word with"
                            + " probability proportional to 1/r (Zipf's law), so that a few words are nearly everywhere"
                            + " and most are rare. A feature is 1 if its word occurs. Every word has a true weight, and a"
                            + " document's label is drawn by the logistic model with these: so what was learned of a word"
                            + " can be held against the truth.",
                    String.format("%,d documents, all of which train", ZipfText.DOCUMENTS),
                    "Synthetic: made by this application from a fixed seed; no real text is in it.",
                    "none needed",
                    List.of()),
            new DataSheet(
                    FashionMnist.NAME,
                    FashionMnist.TITLE,
                    false,
                    "Pictures of clothes, 28 x 28 gray pixels, in ten classes.",
                    String.format("%,d to train on, %,d to test with", FashionMnist.TRAINING, FashionMnist.TEST),
                    "H. Xiao, K. Rasul and R. Vollgraf, Zalando Research 2017, arXiv 1708.07747.",
                    "MIT License, Copyright Zalando SE",
                    FashionMnist.checksums()),
            new DataSheet(
                    Silhouettes.NAME,
                    Silhouettes.TITLE,
                    true,
                    "Pictures of ten kinds of clothes, drawn from outlines that are bent, moved and shaded at random. They"
                            + " stand in for Fashion-MNIST where that is missing, with its classes and sizes, and are"
                            + " easier.",
                    String.format("%,d to train on, %,d to test with", Silhouettes.TRAINING, Silhouettes.TEST),
                    "Synthetic: drawn by this application from a fixed seed; no photograph is in it.",
                    "none needed",
                    List.of()));

    /** The data set of that name. */
    public static Optional<DataSheet> of(String name) {
        return ALL.stream().filter(sheet -> sheet.name.equals(name)).findFirst();
    }

    /** All of it in a few sentences, but for the checksums. */
    public String summary() {
        return about + " Rows: " + rows + ". " + origin + (synthetic ? "" : " " + licence + ".");
    }
}
