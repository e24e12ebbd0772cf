package descentlab.progress;

import descentlab.client.Acquaintance;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Knows learners of whom something is stored. */
@Component
class KnownLearners implements Acquaintance {

    private final Progress progress;

    KnownLearners(Progress progress) {
        this.progress = progress;
    }

    @Override
    public String recognize(HttpServletRequest request) {
        return LearnerCookie.read(request)
                .filter(progress::knows)
                .map(LearnerToken::id)
                .orElse(null);
    }
}
