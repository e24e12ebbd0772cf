package descentlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real pictures come from where they should, whole or not at all. Needs Debian's dataset-fashion-mnist. */
class FashionMnistTest {

    private static final String LABELS = "t10k-labels-idx1-ubyte.gz";
    private static final FashionMnist.Progress SILENT = (bytes, of) -> {};

    @TempDir
    private Path home;

    private Path own;
    private HttpServer server;
    private FashionMnist withServer;
    private FashionMnist withoutNetwork;
    private final List<String> requests = new ArrayList<>();
    private int corruptAnswers;
    private int breakAt = Integer.MAX_VALUE;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isDirectory(FashionMnist.DEBIAN), "the pictures are not on this machine");
        own = home.resolve("fashion-mnist");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI source = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        withServer = new FashionMnist(own, home.resolve("none"), new Download(source));
        withoutNetwork = new FashionMnist(own, home.resolve("none"), new Download(URI.create("http://localhost:9/")));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(name + (range == null ? "" : " " + range));
        byte[] file = Files.readAllBytes(FashionMnist.DEBIAN.resolve(name));
        if (corruptAnswers > 0) {
            corruptAnswers--;
            file[file.length / 2] ^= 1;
        }
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.sendResponseHeaders(range == null ? 200 : 206, file.length - from);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(file, from, Math.min(file.length, Math.max(breakAt, from)) - from);
            body.flush();
            if (breakAt < file.length) {
                exchange.close(); // else it is left open until the server has no more patience
            }
        } catch (IOException brokenOnPurpose) {
            exchange.close();
        }
    }

    @Test
    void debiansPackageIsReadAndNeverWritten() throws IOException {
        FashionMnist store = new FashionMnist(own, FashionMnist.DEBIAN, new Download(URI.create("http://localhost:9/")));
        assertThat(store.seemsThere()).isTrue();
        ImageData data = store.find().orElseThrow();
        assertThat(data.training().count()).isEqualTo(60_000);
        assertThat(data.test().count()).isEqualTo(10_000);
        assertThat(IntStream.range(0, 60_000).map(data.training()::label).filter(label -> label == 9).count())
                .isEqualTo(6_000);
        assertThat(data.test().classes().get(data.test().label(0))).isEqualTo("Ankle boot");
        assertThat(store.find().orElseThrow()).isSameAs(data);
        assertThat(own).doesNotExist();
    }

    @Test
    void nothingThereIsNoError() throws IOException {
        assertThat(withoutNetwork.seemsThere()).isFalse();
        assertThat(withoutNetwork.find()).isEmpty();
        assertThatThrownBy(() -> withoutNetwork.fetch(SILENT)).hasMessageContaining("is this machine on the network?");
    }

    @Test
    void aDownloadIsKeptAndHeardOf() throws IOException {
        List<Long> heard = new ArrayList<>();
        ImageData data = withServer.fetch((bytes, of) -> heard.add(bytes * 100 / of));
        assertThat(data.training().count()).isEqualTo(60_000);
        assertThat(heard).isSorted().endsWith(100L).hasSizeGreaterThan(100);
        assertThat(requests).hasSize(4);
        assertThat(withoutNetwork.find()).isPresent();
        try (var files = Files.list(own)) {
            assertThat(files.map(path -> path.getFileName().toString())).hasSize(4).allMatch(name -> name.endsWith(".gz"));
        }
    }

    @Test
    void aBrokenDownloadGoesOnWhereItBroke() throws IOException {
        provideAllBut(LABELS);
        breakAt = 2_000;
        assertThatThrownBy(() -> withServer.fetch(SILENT)).isInstanceOf(IOException.class);
        assertThat(own.resolve(LABELS)).doesNotExist();
        assertThat(own.resolve(LABELS + ".part")).hasSize(2_000);
        breakAt = Integer.MAX_VALUE;
        assertThat(withServer.fetch(SILENT).test().count()).isEqualTo(10_000);
        assertThat(requests).endsWith(LABELS + " bytes=2000-");
    }

    /** Takes so many bytes and no more. */
    private static final class SmallDisk extends Download.Disk {
        private final int room;
        private boolean full;

        SmallDisk(int room) {
            this.room = room;
        }

        @Override
        long free(Path folder) throws IOException {
            return full ? 0 : super.free(folder);
        }

        @Override
        OutputStream open(Path file, boolean goOn) throws IOException {
            return new FilterOutputStream(super.open(file, goOn)) {
                private int left = room;

                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    out.write(bytes, from, Math.min(count, left));
                    if (count > left) {
                        full = true;
                        throw new IOException("No space left on device");
                    }
                    left -= count;
                }
            };
        }
    }

    @Test
    void aDiskThatFillsUpIsNamedWithWhatIsNeededAndTheDownloadGoesOnLater() throws IOException {
        provideAllBut(LABELS);
        URI source = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        FashionMnist onSmallDisk =
                new FashionMnist(own, home.resolve("none"), new Download(source, new SmallDisk(3_000)));
        assertThatThrownBy(() -> onSmallDisk.fetch(SILENT))
                .hasMessage("There is too little room in " + own + ": 0 MB are free, 1 MB are needed.")
                .hasRootCauseMessage("No space left on device");
        assertThat(own.resolve(LABELS)).doesNotExist();
        assertThat(own.resolve(LABELS + ".part")).hasSize(3_000);
        assertThat(withoutNetwork.find()).as("never half-used").isEmpty();
        // Full from the start: nothing is asked for.
        int asked = requests.size();
        assertThatThrownBy(() -> onSmallDisk.fetch(SILENT)).hasMessageContaining("too little room in " + own);
        assertThat(requests).hasSize(asked);
        // Room again.
        assertThat(withServer.fetch(SILENT).test().count()).isEqualTo(10_000);
        assertThat(requests).endsWith(LABELS + " bytes=3000-");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        provideAllBut(LABELS);
        URI source = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        Download.Disk broken = new Download.Disk() {
            @Override
            OutputStream open(Path file, boolean goOn) throws IOException {
                return new FilterOutputStream(super.open(file, goOn)) {
                    @Override
                    public void write(byte[] bytes, int from, int count) throws IOException {
                        throw new IOException("Input/output error");
                    }
                };
            }
        };
        assertThatThrownBy(() -> new FashionMnist(own, home.resolve("none"), new Download(source, broken)).fetch(SILENT))
                .hasMessage(own + " cannot be written: Input/output error.");
    }

    @Test
    void whatCameWrongIsFetchedOnceMore() throws IOException {
        provideAllBut(LABELS);
        corruptAnswers = 1;
        withServer.fetch(SILENT);
        assertThat(requests).containsExactly(LABELS, LABELS);
    }

    @Test
    void whatCameWrongTwiceIsGivenUpAndThrownAway() throws IOException {
        provideAllBut(LABELS);
        corruptAnswers = 2;
        assertThatThrownBy(() -> withServer.fetch(SILENT)).hasMessageContaining("not what it should be");
        assertThat(own.resolve(LABELS)).doesNotExist();
        assertThat(own.resolve(LABELS + ".part")).doesNotExist();
    }

    @Test
    void aWrongFileInOurFolderIsDeletedAndFetched() throws IOException {
        provideAllBut();
        byte[] labels = Files.readAllBytes(own.resolve(LABELS));
        for (byte[] wrong : List.of(new byte[0], Arrays.copyOf(labels, labels.length - 9), new byte[labels.length])) {
            Files.write(own.resolve(LABELS), wrong);
            assertThat(withoutNetwork.find()).isEmpty();
            assertThat(own.resolve(LABELS)).doesNotExist();
        }
        assertThat(withServer.fetch(SILENT).test().count()).isEqualTo(10_000);
        assertThat(requests).containsExactly(LABELS);
    }

    @Test
    void filesPutThereByHandMayBeUnpacked() throws IOException {
        provideAllBut(LABELS);
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(FashionMnist.DEBIAN.resolve(LABELS)))) {
            Files.copy(in, own.resolve(LABELS.replace(".gz", "")));
        }
        assertThat(withoutNetwork.seemsThere()).isTrue();
        assertThat(withoutNetwork.find()).isPresent();
    }

    private void provideAllBut(String... missing) throws IOException {
        Files.createDirectories(own);
        try (var files = Files.list(FashionMnist.DEBIAN)) {
            for (Path file : files.toList()) {
                if (!List.of(missing).contains(file.getFileName().toString())) {
                    Files.copy(file, own.resolve(file.getFileName()));
                }
            }
        }
    }
}
