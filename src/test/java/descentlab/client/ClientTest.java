package descentlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who counts as one. */
class ClientTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3",
        "::ffff:10.1.2.3, 10.1.2.3",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::1, 2001:db8:1:2:0:0:0:0/64",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64"
    })
    void anAddressOfIpv4CountsWholeAndOneOfIpv6ByItsNetwork(String address, String client) {
        assertThat(Client.of(address)).isEqualTo(new Client(client));
    }

    @Test
    void whatIsNoAddressIsOneClientWhateverItSays() {
        assertThat(Client.of("unknown")).isEqualTo(Client.of("_hidden")).isEqualTo(Client.of((String) null));
        assertThat(Client.of("one.example.org")).as("no name is looked up").isEqualTo(Client.of(""));
    }

    @Test
    void proxiesAreNamedByAddressOrRange() {
        NamedProxies proxies = NamedProxies.parse(" 127.0.0.1, 10.1.0.0/20 ,fd00::/9,::1 ");
        assertThat(proxies.contains(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
        assertThat(proxies.contains(InetAddress.ofLiteral("127.0.0.2"))).isFalse();
        assertThat(proxies.contains(InetAddress.ofLiteral("10.1.15.255"))).isTrue();
        assertThat(proxies.contains(InetAddress.ofLiteral("10.1.16.0"))).isFalse();
        assertThat(proxies.contains(InetAddress.ofLiteral("fd7f::1"))).isTrue();
        assertThat(proxies.contains(InetAddress.ofLiteral("fd80::1"))).isFalse();
        assertThat(proxies.contains(InetAddress.ofLiteral("::1"))).isTrue();
        assertThat(proxies.contains(InetAddress.ofLiteral("::"))).isFalse();
        assertThat(proxies).hasToString("127.0.0.1/32,10.1.0.0/20,fd00:0:0:0:0:0:0:0/9,0:0:0:0:0:0:0:1/128");
    }

    @Test
    void nobodyIsNamedByNothing() {
        assertThat(NamedProxies.parse("").isEmpty()).isTrue();
        assertThat(NamedProxies.parse("").contains(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.1.0.0/33", "10.1.0.0/-1", "10.1/", "::1/129", "10.1.0.0/x", "*"})
    void whatIsNeitherStopsTheStartWithASentence(String wrong) {
        assertThatThrownBy(() -> NamedProxies.parse("127.0.0.1," + wrong))
                .isInstanceOf(WrongProxies.class)
                .hasMessage("DESCENTLAB_PROXIES names \"" + wrong + "\", which is neither an address nor a range of them.");
    }

    @Test
    void springsOwnStrategyWhichBelievesPrivateNetworksStopsTheStart() {
        assertThatThrownBy(() -> new ClientConfiguration().namedProxies("", "native"))
                .isInstanceOf(WrongProxies.class)
                .hasMessageContaining("SERVER_FORWARD_HEADERS_STRATEGY is \"native\"");
    }
}
