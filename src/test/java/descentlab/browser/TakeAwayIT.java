package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

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
