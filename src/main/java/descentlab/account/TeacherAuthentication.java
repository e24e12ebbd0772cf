package descentlab.account;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs teachers in by name and password. Does not say which of them was wrong. */
@Component
class TeacherAuthentication implements AuthenticationProvider {

    private final Teachers teachers;

    TeacherAuthentication(Teachers teachers) {
        this.teachers = teachers;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String address =
                asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        return teachers.authenticate(asked.getName(), String.valueOf(asked.getCredentials()), address)
                .map(SignedIn::as)
                .orElseThrow(() -> new BadCredentialsException("name or password is wrong"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
