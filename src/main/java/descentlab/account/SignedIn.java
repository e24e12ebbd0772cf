package descentlab.account;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is at the browser. */
public final class SignedIn {

    private SignedIn() {}

    /**
     * The teacher who is signed in, in a request's thread as well as where a page is locked ({@code UI.access}
     * included); elsewhere, and for everybody else, empty.
     */
    public static Optional<Teacher> teacher() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof Teacher teacher
                ? Optional.of(teacher)
                : Optional.empty();
    }

    /** What says to Spring Security that this teacher is signed in. */
    static Authentication as(Teacher teacher) {
        return UsernamePasswordAuthenticationToken.authenticated(
                teacher, null, List.of(new SimpleGrantedAuthority("ROLE_" + Teacher.ROLE)));
    }
}
