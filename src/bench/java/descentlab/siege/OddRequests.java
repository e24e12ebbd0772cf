package descentlab.siege;

/** Requests that are unusual, contradict themselves, or come many on one connection. */
final class OddRequests implements Attack {

    private static final int PER_SECOND = 60;

    @Override
    public String name() {
        return "pipelines, odd methods, bad chunks";
    }

    @Override
    public void wage(Front front) throws Exception {
        byte[] pipeline = Raw.bytes("GET /stream/spectrum/presets HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(200));
        front.keepDoing(6, PER_SECOND, number -> front.got().add(switch (number % 14) {
            case 0 -> "200 in a pipeline: " + Raw.exchange(front, pipeline);
            case 1 -> "many ranges: " + Raw.exchange(front, Raw.head(
                    "GET /favicon.ico HTTP/1.1", "Connection: close", "Range: bytes=" + "0-,".repeat(1000) + "0-1"));
            case 2 -> "HEAD: " + Raw.exchange(front, Raw.head("HEAD /lab/surface HTTP/1.1", "Connection: close"));
            case 3 -> "TRACE: " + Raw.exchange(front, Raw.head("TRACE / HTTP/1.1", "Connection: close"));
            case 4 -> "a method that is none: " + Raw.exchange(front, Raw.head("BREW /lab/surface HTTP/1.1", "Connection: close"));
            case 5 -> "OPTIONS *: " + Raw.exchange(front, Raw.head("OPTIONS * HTTP/1.1", "Connection: close"));
            case 6 -> "PUT: " + Raw.exchange(front, Raw.head("PUT /api/surface.csv HTTP/1.1", "Connection: close", "Content-Length: 0"));
            case 7 -> "CONNECT: " + Raw.exchange(front, Raw.head("CONNECT localhost:1 HTTP/1.1"));
            case 8 -> "a chunk of no number: " + Raw.exchange(front, chunked("zz\r\nabc\r\n0\r\n\r\n"));
            case 9 -> "a chunk that ends early: " + Raw.exchange(front, chunked("5\r\nabcdefgh\r\n0\r\n\r\n"));
            case 10 -> "two lengths: " + Raw.exchange(front, Raw.head("POST /login HTTP/1.1", "Content-Length: 5", "Content-Length: 6"));
            case 11 -> "length and chunks: " + Raw.exchange(front, Raw.head(
                    "POST /login HTTP/1.1", "Connection: close", "Content-Length: 3", "Transfer-Encoding: chunked"), Raw.bytes("0\r\n\r\n"));
            case 12 -> "HTTP/2: " + Raw.exchange(front, Raw.bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
            default -> "no host: " + Raw.exchange(front, Raw.bytes("GET / HTTP/1.1\r\n\r\n"));
        }));
    }

    private static byte[] chunked(String body) {
        return Raw.bytes("POST /?v-r=uidl&v-uiId=0 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + body);
    }
}
