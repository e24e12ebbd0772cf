package descentlab.shell;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.shared.ApplicationConstants;
import descentlab.trouble.DataAddresses;
import descentlab.trouble.RefusalAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.util.ClassUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Answers 404 where no page is. Vaadin by itself serves the same start page for every address with 200 and finds out
 * later, in the browser. A person still gets that start page, which then shows {@link PageNotFound}; whoever asks for
 * a file or for data gets a short answer, and no session.
 */
final class UnknownPaths extends OncePerRequestFilter {

    private static final String FRAMEWORK_FILES = "VAADIN/";
    private static final String LIBRARIES_FILES = "META-INF/resources/";

    private final List<PathNames> names;
    private final DataAddresses data;

    UnknownPaths(List<PathNames> names, DataAddresses data) {
        this.names = List.copyOf(names);
        this.data = data;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = UrlPathHelper.defaultInstance.getPathWithinApplication(request).substring(1);
        if (!isKnown(path, request)) {
            if (!RefusalAnswer.isForPerson(request) || isFile(path)) {
                refusal("/" + path).write(request, response);
                return;
            }
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        chain.doFilter(request, response);
    }

    private RefusalAnswer refusal(String path) {
        return path.startsWith(DataAddresses.ROOT)
                ? data.refuse(path)
                : new RefusalAnswer(HttpStatus.NOT_FOUND.value(), "There is nothing here", "Nothing is at this address.");
    }

    private boolean isKnown(String path, HttpServletRequest request) throws IOException {
        return path.startsWith(FRAMEWORK_FILES)
                || request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER) != null
                || isPage(path)
                || isResource(path);
    }

    private boolean isPage(String path) {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(getServletContext()))
                        .getNavigationRouteTarget(path)
                        .hasTarget()
                && names.stream().noneMatch(name -> name.refuses(path));
    }

    /** A file of ours, or of a library: those beside the built application are no part of Tomcat's own resources. */
    private boolean isResource(String path) throws IOException {
        return isFile(path)
                && !path.contains("..")
                && (getServletContext().getResource("/" + path) != null
                        || ClassUtils.getDefaultClassLoader().getResource(LIBRARIES_FILES + path) != null);
    }

    private static boolean isFile(String path) {
        return path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
    }
}
