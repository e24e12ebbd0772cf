package descentlab.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the operator allows, as browsers name them. */
class AllowedOriginsTest {

    @Test
    void noneWithoutTheSetting() {
        assertThat(AllowedOrigins.parse("").all()).isEmpty();
        assertThat(AllowedOrigins.parse(" , ").all()).isEmpty();
    }

    @Test
    void originsAreWrittenAsBrowsersWriteThem() {
        assertThat(AllowedOrigins.parse("https://LMS.example.org/, http://localhost:8000,https://lms.example.org:443").all())
                .containsExactly("https://lms.example.org", "http://localhost:8000");
        assertThat(AllowedOrigins.parse("http://[::1]:81").all()).containsExactly("http://[::1]:81");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.example.org",
                "lms.example.org",
                "https://lms.example.org/course",
                "https://lms.example.org?x",
                "https://lms.example.org#x",
                "https://me@lms.example.org",
                "https://lms.example.org:99999",
                "javascript:alert(1)",
                "ftp://lms.example.org",
                "https://",
                "https://lms example.org",
                "'none'",
                "https://lms.example.org; script-src *",
                "null"
            })
    void whatIsNoOriginKeepsTheServerFromStarting(String written) {
        assertThatThrownBy(() -> AllowedOrigins.parse("https://fine.example.org," + written))
                .isInstanceOf(WrongOrigins.class)
                .hasMessageStartingWith("DESCENTLAB_EMBED names \"" + written + "\"");
    }

    @Test
    void moreThanAHeadHoldsAreRefused() {
        String many = IntStream.range(0, 51).mapToObj(i -> "https://a" + i + ".example").collect(Collectors.joining(","));
        assertThatThrownBy(() -> AllowedOrigins.parse(many)).hasMessage("DESCENTLAB_EMBED names 51 sites; at most 50 can be.");
    }

    @Test
    void anAddressHasAnOrigin() {
        assertThat(AllowedOrigins.ofAddress("https://lms.example.org/course/1?x=2#y")).hasValue("https://lms.example.org");
        assertThat(AllowedOrigins.ofAddress("about:blank")).isEmpty();
        assertThat(AllowedOrigins.ofAddress("https://lms.example.org.evil.example/")).hasValue("https://lms.example.org.evil.example");
    }
}
