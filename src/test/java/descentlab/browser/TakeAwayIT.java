package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What is saved from a lab's "Take it away". */
class TakeAwayIT extends BrowserTest {

    /** 16 cm at 300 dots to the inch. */
    private static final int WIDE = 1890;

    private static final int DOTS_TO_THE_METER = 11811;

    private void openSurface() {
        reducedMotion();
        open("/lab/surface?steps=12&run=adagrad(lr=0.4)&run=sgd(lr=0.1)");
        Canvases.awaitDrawn(page.locator("race-surface canvas").first());
        button("Take it away").click();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    private void tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static byte[] bytes(Download download) throws IOException {
        try (InputStream in = download.createReadStream()) {
            return in.readAllBytes();
        }
    }

    private byte[] saved(String label) throws IOException {
        return bytes(page.waitForDownload(() -> button(label).click()));
    }

    @Test
    void aNotebookIsSaved() throws Exception {
        openSurface();
        tab("PyTorch");
        Download notebook = page.waitForDownload(() -> page.locator("a[download='descent_pytorch.ipynb']").click());
        assertThat(notebook.suggestedFilename()).isEqualTo("descent_pytorch.ipynb");
        assertThat(new String(bytes(notebook), StandardCharsets.UTF_8)).startsWith("{").contains("\"nbformat\": 4", "import torch");
    }

    @Test
    void aSurfaceIsDrawnAgainAsSvg() throws Exception {
        openSurface();
        tab("Pictures");
        byte[] svg = saved("Surface as SVG");
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("160mm");
        assertThat(document.getElementsByTagName("path").getLength()).isGreaterThan(10);
        assertThat(document.getElementsByTagName("text").getLength()).isGreaterThan(5);
        assertThat(new String(svg, StandardCharsets.UTF_8)).doesNotContain("NaN", "undefined", "url(blob");
        assertThat(texts(document))
                .contains("Adagrad 0.4, Gradient descent 0.1 on Ellipse", "at step 12 of 12", "Adagrad 0.4", "Gradient descent 0.1");
    }

    private static List<String> texts(Document svg) {
        NodeList all = svg.getElementsByTagName("text");
        return IntStream.range(0, all.getLength()).mapToObj(i -> all.item(i).getTextContent().strip()).toList();
    }

    private static Document parsed(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    @Test
    void aChartSaysWhatItIsOfAndWhoseItsLinesAreAndIsLightWhereThePageIsDark() throws Exception {
        colors(ColorScheme.DARK);
        open("/lab/surface?steps=12&run=adagrad(lr=0.4)&run=sgd(lr=0.1)");
        assertThat(page.locator("race-chart svg.apexcharts-svg")).isVisible();
        button("Take it away").click();
        tab("Pictures");
        byte[] svg = saved("Chart as SVG");
        Document document = parsed(svg);
        // It stands in a narrow column, and its letters are not to be larger than those of a text around it.
        int millimeters = Integer.parseInt(document.getDocumentElement().getAttribute("width").replace("mm", ""));
        assertThat(millimeters).isBetween(60, 120);
        assertThat(texts(document))
                .contains("Adagrad 0.4, Gradient descent 0.1 on Ellipse", "Objective against step, log scale", "Adagrad 0.4");
        assertThat(new String(svg, StandardCharsets.UTF_8)).contains("#cc5500").doesNotContain("#ff8a3d");
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(saved("Chart as PNG")));
        assertThat(png.getWidth()).isEqualTo((int) Math.round(millimeters / 25.4 * 300));
        assertThat(new Color(png.getRGB(5, 5)).getBlue()).isGreaterThan(240);
        assertThat(hasColor(png, png.getHeight() * 4 / 5, png.getHeight(), 0xcc5500)).as("the legend's marker").isTrue();
    }

    private static boolean hasColor(BufferedImage image, int top, int bottom, int rgb) {
        return IntStream.range(top, bottom).anyMatch(y -> IntStream.range(0, image.getWidth())
                .anyMatch(x -> (image.getRGB(x, y) & 0xffffff) == rgb));
    }

    @Test
    void theSweepAndTheMapsBesideItAreAmongThePictures() throws Exception {
        openSurface();
        button("Close").click();
        page.locator("sweep-chart").scrollIntoViewIfNeeded();
        assertThat(page.locator("sweep-chart details")).isVisible();
        button("Take it away").click();
        tab("Pictures");
        assertThat(texts(parsed(saved("Sweep as SVG"))))
                .contains("f after 12 steps against the learning rate; marked are", "those of the race", "Adagrad 0.4", "Gradient descent 0.1");
        button("Close").click();
        tab("Two settings");
        assertThat(page.locator("heat-map details")).isVisible();
        button("Take it away").click();
        tab("Pictures");
        assertThat(page.locator("picture-taker")).not().containsText("Sweep");
        assertThat(texts(parsed(saved("Two settings as SVG")))).anyMatch(text -> text.contains("learning rate"));
    }

    @Test
    void aLessonsFigureIsSavedByItself() throws Exception {
        open("/lesson/adagrad");
        Locator figure = page.locator("[data-figure=first]");
        Canvases.awaitDrawn(figure.locator("race-surface canvas").first());
        figure.getByText("Take it away").click();
        tab("Pictures");
        assertThat(page.locator("picture-taker .name")).hasText(new String[] {"Surface"});
        assertThat(texts(parsed(saved("Surface as SVG")))).anyMatch(text -> text.endsWith("on Ellipse")).contains("Adagrad 0.4");
    }

    @Test
    void onAPhoneItIsReachedAndHasTheNumbersToo() {
        screen(Screen.PHONE);
        openSurface();
        assertNothingSticksOut();
        tab("Numbers");
        assertThat(page.locator("vaadin-dialog a[href*='api/surface.csv?']")).isVisible();
        assertNothingSticksOut();
    }

    @Test
    void aSurfaceIsDrawnAgainAsPngAtPrintSize() throws Exception {
        openSurface();
        tab("Pictures");
        byte[] png = saved("Surface as PNG");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(WIDE);
        assertThat(new String(png, 37, 4, StandardCharsets.US_ASCII)).isEqualTo("pHYs");
        assertThat(ByteBuffer.wrap(png).getInt(41)).isEqualTo(DOTS_TO_THE_METER);
        assertThat(page.locator("picture-taker .said")).containsText("Saved as descent-surface.png");
    }

    @Test
    void aRaceIsAFilm() throws Exception {
        openSurface();
        tab("Pictures");
        byte[] gif = saved("Surface as GIF");
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(13);
            assertThat(reader.read(0).getRGB(300, 200) >>> 24).isEqualTo(255);
        }
    }
}
