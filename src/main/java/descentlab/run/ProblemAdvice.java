package descentlab.run;

import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Answers what went wrong as {@code application/problem+json} (RFC 9457). */
@RestControllerAdvice
class ProblemAdvice {

    private static final Duration RETRY = Duration.ofSeconds(2);

    @ExceptionHandler
    ProblemDetail wrong(ExperimentException refused) {
        Problem problem = refused.problem();
        ProblemDetail answer = ProblemDetail.forStatusAndDetail(
                problem.tooMuch() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST, problem.sentence());
        answer.setTitle(problem.tooMuch() ? "Too much work" : "Wrong parameter");
        answer.setProperty("parameter", problem.parameter());
        answer.setProperty("came", problem.came());
        answer.setProperty(problem.tooMuch() ? "limit" : "allowed", problem.allowed());
        return answer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(TooBusyException refused) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY.toSeconds()))
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, refused.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail status(ResponseStatusException refused) {
        return ProblemDetail.forStatusAndDetail(refused.getStatusCode(), refused.getReason());
    }
}
