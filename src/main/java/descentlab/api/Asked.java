package descentlab.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * An endpoint that computes what its parameters say and changes nothing. They come in the query, or, where they are too
 * long for a link, as a form in the body of a POST.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping(method = {RequestMethod.GET, RequestMethod.POST})
public @interface Asked {

    /** Its path. */
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] value();

    /** Media type of the answer, where it is not written by hand. */
    @AliasFor(annotation = RequestMapping.class)
    String[] produces() default {};
}
