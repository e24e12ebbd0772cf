package descentlab.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Parameters in a body are read from a form only: others are refused, rather than read as if nothing had come. */
@Configuration
class FormsOnly implements WebMvcConfigurer, HandlerInterceptor {

    private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_FORM_URLENCODED);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        boolean asked = handler instanceof HandlerMethod method && method.hasMethodAnnotation(Asked.class);
        if (asked && HttpMethod.POST.matches(request.getMethod())) {
            MediaType type = type(request.getContentType());
            if (!MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) {
                throw new HttpMediaTypeNotSupportedException(type, FORMS, HttpMethod.POST);
            }
        }
        return true;
    }

    /** Null if there is none, or none that can be read. */
    private static MediaType type(String text) {
        try {
            return text == null ? null : MediaType.parseMediaType(text);
        } catch (InvalidMediaTypeException unreadable) {
            return null;
        }
    }
}
