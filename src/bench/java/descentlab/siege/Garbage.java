package descentlab.siege;

import java.util.Random;

/** What is no request: the beginning of a TLS connection, noise, and headers without end. */
final class Garbage implements Attack {

    private static final int PER_SECOND = 60;

    @Override
    public String name() {
        return "garbage and huge headers";
    }

    @Override
    public void wage(Front front) throws Exception {
        byte[] hello = Raw.bytes("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003" + "\u00a7".repeat(500));
        byte[] noise = new byte[4096];
        new Random(3).nextBytes(noise);
        front.keepDoing(8, PER_SECOND, number -> front.got().add(switch (number % 6) {
            case 0 -> "TLS: " + Raw.exchange(front, hello);
            case 1 -> "noise: " + Raw.exchange(front, noise);
            case 2 -> "a header of 20 kB: " + Raw.exchange(front, Raw.head("GET / HTTP/1.1", "X: " + "x".repeat(20_000)));
            case 3 -> "a header of 1 MB: " + Raw.exchange(front, Raw.head("GET / HTTP/1.1", "X: " + "x".repeat(1 << 20)));
            case 4 -> "5,000 headers: " + Raw.exchange(front, Raw.head("GET / HTTP/1.1", "X: y\r\n".repeat(4999) + "X: y"));
            default -> "a link of 200 kB: " + Raw.exchange(front, Raw.get("/lab/surface?f=" + "x".repeat(200_000)));
        }));
    }
}
