package descentlab.optimizer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a record component that it is a key of the optimizer's spec, what it is when left out, and what it may be.
 * The key is the component's name in snake case ({@code weightDecay} is {@code weight_decay}).
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {

    /** Value when the key is left out. A flag's is false. */
    double initial() default 0;

    /** Smallest value allowed. */
    double least() default 0;

    /** Largest value allowed. */
    double most() default 1e6;

    /** True if {@link #most()} itself is not allowed, as for a decay factor that must stay under 1. */
    boolean below() default false;
}
