package descentlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Whom the server takes a request to come from: by headers made by hand, and behind real proxies where they are found. */
class ProxiesTest {

    private WebServer server;
    private Process proxy;

    @TempDir
    private Path folder;

    private void serve(String proxies) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new ClientConfiguration().believedProxies(NamedProxies.parse(proxies)).customize(factory);
        server = factory.getWebServer(context -> context.addServlet("echo", new HttpServlet() {
                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        response.getWriter().print(Client.of(request) + " " + request.isSecure());
                    }
                })
                .addMapping("/"));
        server.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (proxy != null) {
            proxy.destroy();
            if (!proxy.waitFor(5, TimeUnit.SECONDS)) {
                proxy.destroyForcibly();
            }
        }
        server.stop();
    }

    /** What the server takes a request from that loopback address with those headers to be. */
    private static String seen(String from, int port, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port, InetAddress.ofLiteral(from), 0)) {
            socket.setSoTimeout(10_000);
            StringBuilder request = new StringBuilder("GET / HTTP/1.1\r\nHost: lab.example.org\r\nConnection: close\r\n");
            List.of(headers).forEach(header -> request.append(header).append("\r\n"));
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            String answer;
            try (InputStream in = socket.getInputStream()) {
                answer = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            }
            assertThat(answer).startsWith("HTTP/1.1 200");
            return answer.lines()
                    .filter(line -> line.endsWith(" true") || line.endsWith(" false"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void nobodyIsBelievedWhereNoneIsNamed() throws IOException {
        serve("");
        assertThat(seen("127.0.0.2", server.getPort(), "X-Forwarded-For: 192.0.2.1", "X-Forwarded-Proto: https"))
                .isEqualTo("127.0.0.2 false");
    }

    @Test
    void aStudentBesideTheProxyIsNotBelieved() throws IOException {
        serve("127.0.0.1");
        String[] lies = {"X-Forwarded-For: 192.0.2.1", "X-Forwarded-Proto: https", "Forwarded: for=192.0.2.1;proto=https"};
        assertThat(seen("127.0.0.2", server.getPort(), lies)).isEqualTo("127.0.0.2 false");
    }

    @Test
    void theNamedProxyIsBelievedAboutWhomItSawItself() throws IOException {
        serve("127.0.0.1,10.0.0.0/8");
        int port = server.getPort();
        assertThat(seen("127.0.0.1", port, "X-Forwarded-For: 192.0.2.1", "X-Forwarded-Proto: https"))
                .isEqualTo("192.0.2.1 true");
        assertThat(seen("127.0.0.1", port, "X-Forwarded-For: 6.6.6.6, 192.0.2.1")).isEqualTo("192.0.2.1 false");
        assertThat(seen("127.0.0.1", port, "X-Forwarded-For: 6.6.6.6", "X-Forwarded-For: 192.0.2.1, 10.1.1.1"))
                .as("two proxies in a row")
                .isEqualTo("192.0.2.1 false");
        assertThat(seen("127.0.0.1", port, "X-Forwarded-For: 2001:db8::1")).isEqualTo("2001:db8:0:0:0:0:0:0/64 false");
        assertThat(seen("127.0.0.1", port)).isEqualTo("127.0.0.1 false");
    }

    @Test
    void behindHaproxyEverybodyCountsByTheirOwnAddressWhateverTheyWrite() throws Exception {
        serve("127.0.0.1");
        int port = free();
        Path settings = folder.resolve("haproxy.cfg");
        Files.writeString(settings, """
                defaults
                  mode http
                  timeout connect 5s
                  timeout client 30s
                  timeout server 30s
                frontend lab
                  bind 127.0.0.1:%d
                  option forwardfor
                  http-request set-header X-Forwarded-Proto http
                  default_backend lab
                backend lab
                  server lab 127.0.0.1:%d source 127.0.0.1
                """.formatted(port, server.getPort()));
        start(port, "/usr/sbin/haproxy", "-db", "-f", settings.toString());
        behindAProxy(port);
    }

    @Test
    void behindCaddyToo() throws Exception {
        serve("127.0.0.1");
        int port = free();
        Path settings = folder.resolve("Caddyfile");
        Files.writeString(settings, """
                {
                  admin off
                  auto_https off
                  storage file_system %s
                }
                http://:%d {
                  bind 127.0.0.1
                  reverse_proxy 127.0.0.1:%d
                }
                """.formatted(folder, port, server.getPort()));
        start(port, "/usr/bin/caddy", "run", "--config", settings.toString(), "--adapter", "caddyfile");
        behindAProxy(port);
    }

    private static void behindAProxy(int port) throws IOException {
        assertThat(seen("127.0.0.2", port)).isEqualTo("127.0.0.2 false");
        assertThat(seen("127.0.0.3", port, "X-Forwarded-For: 192.0.2.1", "X-Forwarded-Proto: https"))
                .isEqualTo("127.0.0.3 false");
        assertThat(seen("127.0.0.4", port, "X-Forwarded-For: 127.0.0.1")).isEqualTo("127.0.0.4 false");
    }

    private void start(int port, String... command) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of(command[0])), command[0] + " is not here");
        ProcessBuilder starting = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        starting.environment().put("HOME", folder.toString());
        proxy = starting.start();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            assertThat(proxy.isAlive()).as(() -> "the proxy runs").isTrue();
            try (Socket answers = new Socket("127.0.0.1", port)) {
                return answers.isConnected();
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    private static int free() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
