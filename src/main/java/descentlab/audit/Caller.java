package descentlab.audit;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where the request comes from that is being answered. */
public final class Caller {

    private static final ScopedValue<String> CARRIED = ScopedValue.newInstance();

    private Caller() {}

    /** The client's address; empty where nobody's request is answered. */
    static String address() {
        if (CARRIED.isBound()) {
            return CARRIED.get();
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
    }

    /** The same work, to be done in another thread for the client whose request is being answered in this one. */
    public static Runnable carriedBy(Runnable work) {
        String address = address();
        return () -> ScopedValue.where(CARRIED, address).run(work);
    }
}
