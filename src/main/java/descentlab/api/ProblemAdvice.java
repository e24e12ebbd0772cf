package descentlab.api;

import descentlab.dataset.DataException;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import descentlab.run.ComputationFailed;
import descentlab.run.TooBusyException;
import descentlab.trouble.Failures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;

/** Answers what went wrong as {@code application/problem+json} (RFC 9457). */
@RestControllerAdvice
class ProblemAdvice {

    private static final Duration RETRY = Duration.ofSeconds(2);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrong(ExperimentException refused) {
        Problem problem = refused.problem();
        ProblemDetail answer =
                problem(problem.tooMuch() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST, problem);
        answer.setTitle(problem.tooMuch() ? "Too much work" : "Wrong parameter");
        if (problem.tooMuch()) {
            answer.setProperty("limit", problem.allowed()); // what is allowed, by its older name
        }
        return answer(answer);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfit(DataException refused) {
        ProblemDetail answer = problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                new Problem(refused.parameter(), refused.came(), refused.allowed(), true, refused.getMessage()));
        answer.setTitle("Data that does not fit");
        return answer(answer);
    }

    /** Whatever is refused for what it holds says so in the same members. */
    private static ProblemDetail problem(HttpStatus status, Problem problem) {
        ProblemDetail answer = ProblemDetail.forStatusAndDetail(status, problem.sentence());
        answer.setProperty("parameter", problem.parameter());
        answer.setProperty("came", problem.came());
        answer.setProperty("allowed", problem.allowed());
        return answer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException refused) {
        return wrong(new ExperimentException(
                new Problem(refused.getParameterName(), "", "a value for " + refused.getParameterName(), false)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(MethodArgumentTypeMismatchException refused) {
        Class<?> type = refused.getRequiredType();
        String allowed = type == null ? "another value" : "a value of type " + type.getSimpleName();
        return wrong(new ExperimentException(
                new Problem(refused.getName(), String.valueOf(refused.getValue()), allowed, false)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(TooBusyException refused) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY.toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, refused.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException refused) {
        String[] allowed = refused.getSupportedMethods();
        String methods = allowed == null ? "another" : Arrays.stream(allowed).sorted().collect(Collectors.joining(" or "));
        return answer(
                refused.getStatusCode(),
                refused.getHeaders(),
                "The method was " + refused.getMethod() + ". Allowed here: " + methods + ".");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> body(HttpMediaTypeNotSupportedException refused, HttpServletRequest request) {
        String came = refused.getContentType() == null ? "of no readable type" : "of type " + refused.getContentType();
        String allowed = MediaType.toString(refused.getSupportedMediaTypes());
        ProblemDetail problem = problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                new Problem(
                        HttpHeaders.CONTENT_TYPE,
                        Objects.requireNonNullElse(request.getContentType(), ""),
                        allowed,
                        false,
                        "The body was " + came + ". Allowed here: " + allowed + "."));
        return ResponseEntity.status(refused.getStatusCode())
                .headers(refused.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> accepted(HttpMediaTypeNotAcceptableException refused) {
        return answer(
                refused.getStatusCode(),
                refused.getHeaders(),
                "None of the types that the request accepts can be had here. There is "
                        + MediaType.toString(refused.getSupportedMediaTypes()) + ".");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parts(MultipartException refused) {
        return answer(problem(
                HttpStatus.BAD_REQUEST,
                new Problem(
                        "body",
                        "several parts that cannot be read",
                        "a form: names and values as name=value, joined by &",
                        false,
                        "The body is no readable form of several parts.")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> status(ResponseStatusException refused) {
        return ResponseEntity.status(refused.getStatusCode())
                .headers(refused.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(refused.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException failure, HttpServletRequest request, HttpServletResponse begun) {
        if (Failures.isNobodyThere(failure)) {
            throw failure;
        }
        String doing = "answering " + request.getMethod() + " " + request.getRequestURI();
        String number = failure instanceof ComputationFailed
                ? Failures.logAgain(doing, failure)
                : Failures.log(doing, failure);
        if (begun.isCommitted()) {
            throw failure; // what has been written cannot be taken back: the answer is broken off
        }
        begun.resetBuffer();
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                HttpHeaders.EMPTY,
                "Something failed on the server; it is not your doing. Its log has it under the number " + number + ".");
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatusCode status, HttpHeaders headers, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Whatever the request accepts: a refusal is better read than refused itself. */
    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
