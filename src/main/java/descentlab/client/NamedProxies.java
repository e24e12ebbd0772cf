package descentlab.client;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The proxies that are believed when they say for whom they ask: those that {@code DESCENTLAB_PROXIES} names. */
public final class NamedProxies {

    static final String SETTING = "DESCENTLAB_PROXIES";

    private final List<AddressBlock> networks;

    private NamedProxies(List<AddressBlock> networks) {
        this.networks = networks;
    }

    /**
     * Reads the setting.
     *
     * @param setting addresses or ranges with commas between them; nothing names none
     * @throws WrongProxies if something else stands there
     */
    static NamedProxies parse(String setting) {
        return new NamedProxies(Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(written -> !written.isEmpty())
                .map(written -> AddressBlock.parse(written).orElseThrow(() -> WrongProxies.written(written)))
                .toList());
    }

    /** Whether that is the address of a proxy that is named; a connector asks it of a socket. */
    public boolean contains(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    boolean isEmpty() {
        return networks.isEmpty();
    }

    /** Each as a range, with commas between them. */
    @Override
    public String toString() {
        return networks.stream().map(AddressBlock::toString).collect(Collectors.joining(","));
    }
}
