package descentlab.operator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Counts who reads the stream of a run or a room just now. */
@Configuration
class ReadingNow implements WebMvcConfigurer {

    private final AtomicInteger ofRuns = new AtomicInteger();
    private final AtomicInteger ofRooms = new AtomicInteger();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Counting(ofRuns)).addPathPatterns("/stream/runs/*");
        registry.addInterceptor(new Counting(ofRooms)).addPathPatterns("/stream/rooms/*");
    }

    int ofRuns() {
        return ofRuns.get();
    }

    int ofRooms() {
        return ofRooms.get();
    }

    private record Counting(AtomicInteger now) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            now.incrementAndGet();
            return true;
        }

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
            now.decrementAndGet();
        }
    }
}
