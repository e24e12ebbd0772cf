package descentlab.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** All addresses that begin with the same bits; one address if these are all of them. */
record AddressBlock(InetAddress first, int bits) {

    /** A network as it is written: {@code 10.1.0.0/16}, {@code 2001:db8::/32}, or an address alone. */
    static Optional<AddressBlock> parse(String written) {
        int slash = written.indexOf('/');
        try {
            InetAddress address = InetAddress.ofLiteral(slash < 0 ? written : written.substring(0, slash));
            int all = address.getAddress().length * Byte.SIZE;
            int bits = slash < 0 ? all : Integer.parseInt(written.substring(slash + 1));
            return bits >= 0 && bits <= all ? Optional.of(new AddressBlock(address, bits)) : Optional.empty();
        } catch (IllegalArgumentException notSo) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress other) {
        byte[] mine = first.getAddress();
        byte[] its = other.getAddress();
        if (mine.length != its.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((mine[bit / Byte.SIZE] ^ its[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** An address of these bytes as text, without a name being looked up. */
    static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException wrongLength) {
            throw new IllegalArgumentException(wrongLength);
        }
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}
