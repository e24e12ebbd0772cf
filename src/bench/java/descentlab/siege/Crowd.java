package descentlab.siege;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Many connections that are held open: each sends something, then now and then a little more, and reads little or nothing.
 * One thread goes round them, so that holding thousands costs this computer next to nothing.
 */
final class Crowd {

    private static final int TICK = 100;
    private static final int ROUND = 25;
    private static final long LONGEST_CONNECT = 10_000_000_000L;
    private static final int SMALL_WINDOW = 1024;
    private static final int GREATEST_READ = 4096;

    /** Each may be opened so often, when the server lets go of it. */
    private static final int TIMES = 4;

    /** What each of a crowd does. */
    interface Way {

        /** What is sent first by the one with a number. */
        byte[] greeting(int number);

        /** What is sent about every 2.5 seconds; nothing unless said. */
        default byte[] drip(int number) {
            return new byte[0];
        }

        /** How many bytes are read about every 2.5 seconds once the answer's status is known. */
        default int gulp(int number) {
            return GREATEST_READ;
        }
    }

    private static final class Member {

        private final SocketChannel channel;
        private final long since = System.nanoTime();
        private final int number;
        private final byte[] head = new byte[12];
        private int headRead;
        private boolean connected;
        private boolean gone;
        private ByteBuffer pending;

        Member(SocketChannel channel, int number, byte[] greeting) {
            this.channel = channel;
            this.number = number;
            this.pending = ByteBuffer.wrap(greeting);
        }

        boolean isSettled() {
            return connected && !pending.hasRemaining();
        }
    }

    private final Front front;
    private final String what;
    private final int size;
    private final int perSecond;
    private final Way way;
    private final List<Member> members = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(GREATEST_READ);
    private int opened;

    /**
     * @param what they are, in the plural
     * @param size how many are held, if the server lets them
     * @param perSecond how many are opened in a second
     */
    Crowd(Front front, String what, int size, int perSecond, Way way) {
        this.front = front;
        this.what = what;
        this.size = size;
        this.perSecond = perSecond;
        this.way = way;
    }

    /** Holds them while the front holds. */
    void hold() throws IOException {
        try {
            for (int tick = 0; front.holds(); tick++) {
                for (int more = Math.max(1, perSecond * TICK / 1000);
                        more > 0 && members.size() < size && opened < size * TIMES;
                        more--) {
                    open();
                }
                for (int i = 0; i < members.size(); i++) {
                    if (!members.get(i).isSettled() || i % ROUND == tick % ROUND) {
                        visit(members.get(i));
                    }
                }
                members.removeIf(member -> member.gone);
                front.got().holds(what, members.stream().filter(member -> member.connected).count());
                if (!Front.sleep(TICK)) {
                    return;
                }
            }
        } finally {
            for (Member member : members) {
                member.channel.close();
            }
        }
    }

    private void open() throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_WINDOW);
            channel.bind(new InetSocketAddress(front.from(), 0));
            channel.configureBlocking(false);
            opened++;
            channel.connect(front.to());
            members.add(new Member(channel, opened, way.greeting(opened)));
        } catch (IOException refused) {
            front.got().add("no connection: " + refused.getMessage());
            channel.close();
        }
    }

    private void visit(Member member) throws IOException {
        try {
            if (!member.connected) {
                member.connected = member.channel.finishConnect();
                if (!member.connected) {
                    if (System.nanoTime() - member.since > LONGEST_CONNECT) {
                        leave(member, "no connection within " + LONGEST_CONNECT / 1_000_000_000 + " s");
                    }
                    return;
                }
            }
            if (member.pending.hasRemaining()) {
                member.channel.write(member.pending);
            } else {
                byte[] drip = way.drip(member.number);
                if (drip.length > 0) {
                    member.pending = ByteBuffer.wrap(drip);
                    member.channel.write(member.pending);
                }
            }
            read(member);
        } catch (IOException broken) {
            leave(member, member.connected ? "let go by the server" : "no connection: " + broken.getMessage());
        }
    }

    private void read(Member member) throws IOException {
        boolean knows = member.headRead == member.head.length;
        int most = knows ? way.gulp(member.number) : member.head.length - member.headRead;
        if (most == 0) {
            return;
        }
        buffer.clear().limit(Math.min(most, GREATEST_READ));
        int got = member.channel.read(buffer);
        if (got < 0) {
            leave(member, knows ? "closed by the server after its answer" : "let go by the server");
        } else if (!knows && got > 0) {
            buffer.flip().get(member.head, member.headRead, got);
            member.headRead += got;
            if (member.headRead == member.head.length) {
                front.got().add(Raw.status(member.head));
            }
        }
    }

    private void leave(Member member, String outcome) throws IOException {
        member.gone = true;
        member.channel.close();
        front.got().add(what + ": " + outcome);
    }
}
