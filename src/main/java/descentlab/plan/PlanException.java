package descentlab.plan;

/** A text that is no plan, or a plan that cannot be kept: the message says where and why, and what is allowed. */
public final class PlanException extends RuntimeException {

    public PlanException(String message) {
        super(message);
    }
}
