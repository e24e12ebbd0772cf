package descentlab.python;

import descentlab.dataset.DataException;
import descentlab.dataset.ReferenceData;
import descentlab.dataset.ShapedData;
import descentlab.dataset.Shaper;
import descentlab.dataset.Shaping;
import descentlab.dataset.Survey;
import descentlab.experiment.OwnTask;
import descentlab.experiment.TrainingExperiment;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Trainings on somebody's own data whose scripts are run: each model, and each way in which a file can be written and shaped. */
final class OwnCases {

    private static final int LEAST = 2;
    private static final String NAME = "who said \"np.x\", \uD83D\uDE00\\";

    /**
     * A training and its file.
     *
     * @param data the file as it is shaped
     */
    record Case(byte[] content, TrainingExperiment training, ShapedData data) {}

    private OwnCases() {}

    /** All of them, by name. */
    static Map<String, Case> all() {
        Map<String, Case> all = new LinkedHashMap<>();
        byte[] messy = ReferenceData.content(); // Latin-1, semicolons, decimal commas, a constant column, quoted semicolons
        String rules = "&run=adagrad(lr=0.3)&run=sgd(lr=0.05)&run=adam(lr=0.05)~ROWS~torch.adam(lr=0.01)&run=torch.sgd(lr=0.02,momentum=0.9)";
        String few = "&run=torch.sgd(lr=0.1)&run=adagrad(lr=0.3,schedule=invsqrt(1))";
        all.put("linear", of(messy, "Preis", "model=linear&test=0.25&split=3&epochs=4" + rules));
        all.put("linear filled", of(messy, "Preis", "model=linear&missing=fill&epochs=4&init=zero" + few));
        all.put("ridge", of(messy, "Preis", "model=ridge&penalty=0.3&missing=fill&test=0&batch=7" + rules));
        all.put("softmax", of(messy, "Art", "model=softmax&missing=fill&seed=5&epochs=6" + rules));
        all.put("mlp", of(messy, "Preis", "model=mlp&hidden=5&missing=fill&epochs=6" + rules));
        all.put("mlp from small numbers", of(messy, "Preis", "model=mlp&init=normal&shuffle=false" + few));
        all.put("mlp from zero", of(messy, "Preis", "model=mlp&init=zero" + few));
        all.put("mlp-classifier", of(messy, "Art", "model=mlp-classifier&hidden=4&seed=9007199254740992" + rules));
        all.put("classes of numbers", of(messy, "Zimmer", "model=softmax&missing=fill&every=13" + few));

        all.put("mlp by sums", of(messy, "Preis", "model=mlp&hidden=5&missing=fill&epochs=6" + runs(Cases.SUMS.subList(1, 9))));
        all.put("softmax by sums", of(messy, "Art", "model=softmax&missing=fill&seed=5&epochs=3" + runs(Cases.SUMS.subList(0, 8))));
        all.put("mlp in single precision", of(messy, "Preis", "model=mlp&hidden=3&missing=fill&epochs=3"
                + runs(Cases.SINGLES.subList(2, 10))));

        byte[] odd = odd();
        all.put("logistic", of(odd, "sold", "model=logistic&missing=fill&test=0.3&epochs=6" + rules));
        all.put("logistic dropped", of(odd, "sold", "model=logistic&header=true&delimiter=comma&decimal=point&epochs=3" + few));
        all.put("a name that breaks out", of(odd, NAME, "model=mlp&missing=fill&test=0.1&split=77&epochs=3" + few));
        all.put("two classes by softmax", of(odd, "sold", "model=softmax&missing=fill&test=0.5" + few));
        all.put("no header", of(bare(), "column 3", "model=linear&epochs=2" + few));
        all.put("a header that is said to be none", of(named(), "column 2", "model=mlp-classifier&header=false&epochs=2" + few));
        all.put("tabs and another cut", of(tabs(), "y", "model=ridge&epochs=2" + few));
        all.put("tabs cut at commas", of(commasInTabs(), "b", "model=linear&delimiter=comma&epochs=2" + few));
        all.put("runs away", of(messy, "Preis", "model=linear&epochs=60&run=sgd(lr=9)"));
        return all;
    }

    private static String runs(List<String> methods) {
        return methods.stream().map(each -> "&run=" + URLEncoder.encode(each, StandardCharsets.UTF_8)).collect(Collectors.joining());
    }

    private static Case of(byte[] content, String target, String query) {
        try {
            OwnTask task = (OwnTask) read(content, target, query, LEAST).task();
            Survey survey = Survey.of(content, task.shaping().wish());
            ShapedData all = Shaper.shape(content, survey, task.shaping().withAllRows());
            int rows = query.contains("split=3") ? all.available() - 4 : all.available();
            TrainingExperiment training = read(content, target, query, rows);
            Shaping shaping = ((OwnTask) training.task()).shaping();
            return new Case(content, training, Shaper.shape(content, survey, shaping));
        } catch (DataException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static TrainingExperiment read(byte[] content, String target, String query, int rows) {
        String fitting = rows == LEAST
                ? query.replaceAll("&(run|batch)=[^&]*", "") + "&batch=1"
                : query.replace("ROWS", String.valueOf(rows)); // where an epoch ends
        return (TrainingExperiment) Cases.read("lab/training?data=own:" + key(content) + "&target="
                + URLEncoder.encode(target, StandardCharsets.UTF_8).replace("+", "%20") + "&rows=" + rows + "&" + fitting).opened();
    }

    private static String key(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)).substring(0, OwnTask.KEY_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * UTF-8 with its mark, lines that end in each way, blank ones, quoted cells with breaks, quotes and commas, two names alike, a column that
     * is constant where it trains only, one of free text, blanks that are none in Python or in Java, and letters beyond 16 bits.
     */
    private static byte[] odd() {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder("x, x ,\"the\nnote\",kind," + '"' + NAME.replace("\"", "\"\"") + '"' + ",sold,id,once,\r\n");
        String[] kinds = {"\uD83D\uDE00", "\uFFFD", "b", "B", "\"a, \"\"b\"\"\r\nc\"", "\u00A0b", "\u2003b"};
        for (int i = 0; i < 90; i++) {
            double x = Math.round(random.nextGaussian() * 1e3) / 1e3;
            String kind = random.nextInt(9) == 0 ? "N/A" : kinds[random.nextInt(kinds.length)];
            boolean sold = x + random.nextGaussian() > (kind.equals("b") ? 1 : 0);
            text.append(i == 7 ? "?" : String.valueOf(x)).append(", ")
                    .append(i % 11 == 3 ? "" : i % 2 == 0 ? "+1.5e1" : "." + i).append(",\"")
                    .append(i % 3 == 0 ? "a\nb" : "a b").append("\",")
                    .append(kind).append(',')
                    .append(i == 20 ? "null" : String.valueOf(Math.round(x * 40) + random.nextInt(9))).append(',')
                    .append(sold ? "yes" : "no").append(",n").append(i).append(i % 10 == 0 ? "-1.0," : "-1,")
                    .append(i == 88 ? "2" : "1").append(",")
                    .append(i % 4 == 0 ? "\r\n" : i % 4 == 1 ? "\n" : i % 4 == 2 ? "\r" : "\n\n  \r\n");
        }
        return marked(text.toString());
    }

    private static byte[] marked(String text) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    private static byte[] lines(java.util.function.IntFunction<String> line) {
        return IntStream.range(0, 40).mapToObj(line).reduce("", (all, each) -> all + each + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bare() {
        return lines(i -> i + "," + (i * 37 % 11) + "," + (i % 2 == 0 ? "-0" : 0.5 * i));
    }

    private static byte[] named() {
        return lines(i -> i == 0 ? "size;kind" : (i * 7 % 13) + ",5;" + (i % 3 == 0 ? "kind" : "other"));
    }

    private static byte[] tabs() {
        return lines(i -> i == 0 ? "a, b; c\tx\ty" : "\"it, is\"\t" + (i * 5 % 17) + "\t" + (i * i % 23) + "e-1");
    }

    private static byte[] commasInTabs() {
        return lines(i -> i == 0 ? "a,b,c\td" : i + "," + (i * 3 % 7) + "," + i % 5 + "\t" + i);
    }
}
