package descentlab.load;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What a browser sends to sign in and out, with the token that its page has got for it. */
public final class SignIn {

    static final String TOKEN = "_csrf";

    private SignIn() {}

    /** The token of a form on a page. */
    public static String token(Page page) throws Refused {
        return page.look(tree -> tree.last("input", input -> input.value("name").equals(TOKEN)))
                .map(input -> input.value("value"))
                .orElseThrow(() -> new Refused("a page lacks the form that was expected on it"));
    }

    /** Signs in; answers where the server sends the browser then. */
    public static String in(Site site, Page page, String token, String name, String password) throws Refused {
        return post(site, page, "/login", Map.of("username", name, "password", password, TOKEN, token));
    }

    static String out(Site site, Page page, String token) throws Refused {
        return post(site, page, "/logout", Map.of(TOKEN, token));
    }

    private static String post(Site site, Page page, String path, Map<String, String> fields) throws Refused {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<Void> answer = site.send(
                page.request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)),
                HttpResponse.BodyHandlers.discarding());
        page.keep(answer);
        return answer.headers().firstValue("Location").orElse("answer " + answer.statusCode());
    }
}
