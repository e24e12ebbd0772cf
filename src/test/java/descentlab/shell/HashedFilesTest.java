package descentlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HashedFilesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /VAADIN/build/indexhtml-BYzLdGId.js          | 200 | public, max-age=31536000, immutable
                    /VAADIN/build/KaTeX_Main-Bold-Cx986IdX.woff2 | 200 | public, max-age=31536000, immutable
                    /VAADIN/static/push/vaadinPush-min.js?v=dbf858649caac675531a23c353824380e97b5bd1ee0fe765f86173dccdd387f1 | 200 | public, max-age=31536000, immutable
                    /VAADIN/static/push/vaadinPush-min.js?v=dbf8 | 200 | max-age=3600
                    /lab/surface?v=dbf858649caac675531a23c353824380e97b5bd1ee0fe765f86173dccdd387f1 | 200 | max-age=3600
                    /VAADIN/build/indexhtml-BYzLdGId.js          | 404 | max-age=3600
                    /VAADIN/build/index.js                       | 200 | max-age=3600
                    /descentlab/controls.css                     | 200 | max-age=3600
                    /lab/surface                                 | 200 | max-age=3600
                    """)
    void whatHasAHashInItsNameIsKeptForAYear(String path, int status, String cached) throws Exception {
        String[] parts = path.split("\\?");
        MockHttpServletRequest request = new MockHttpServletRequest("GET", parts[0]);
        request.setQueryString(parts.length > 1 ? parts[1] : null);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new HashedFiles().doFilter(request, response, new MockFilterChain(new jakarta.servlet.http.HttpServlet() {}, new org.springframework.web.filter.GenericFilterBean() {
            @Override
            public void doFilter(
                    jakarta.servlet.ServletRequest asked, jakarta.servlet.ServletResponse answer, jakarta.servlet.FilterChain chain) {
                ((jakarta.servlet.http.HttpServletResponse) answer).setStatus(status);
                ((jakarta.servlet.http.HttpServletResponse) answer).setHeader("Cache-Control", "max-age=3600");
            }
        }));
        assertThat(response.getHeader("Cache-Control")).isEqualTo(cached);
    }
}
