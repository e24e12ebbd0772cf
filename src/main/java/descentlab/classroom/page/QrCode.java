package descentlab.classroom.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.util.Map;

/** A link as a QR code: always dark on light, as cameras want it, with the quiet zone around. */
final class QrCode extends Composite<Div> {

    private static final int QUIET = 4;

    QrCode(String link) {
        BitMatrix bits = bits(link);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                if (bits.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        getContent().addClassName("qr");
        getContent().getElement().setAttribute("role", "img");
        getContent().getElement().setAttribute("aria-label", "QR code of " + link);
        getContent()
                .add(new Svg("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + bits.getWidth() + " "
                        + bits.getHeight() + "' shape-rendering='crispEdges'><path fill='#000' d='" + path + "'/></svg>"));
    }

    private static BitMatrix bits(String link) {
        try {
            return new QRCodeWriter()
                    .encode(link, BarcodeFormat.QR_CODE, 1, 1, Map.of(EncodeHintType.MARGIN, QUIET));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code: " + link.length() + " characters", tooLong);
        }
    }
}
