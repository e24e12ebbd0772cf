package descentlab.account;

import descentlab.client.Client;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Signs teachers in by name and password. Does not say which of them was wrong. */
@Component
class TeacherAuthentication implements AuthenticationProvider {

    private final Teachers teachers;

    TeacherAuthentication(Teachers teachers) {
        this.teachers = teachers;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        SignInFrom from = asked.getDetails() instanceof SignInFrom known
                ? known
                : new SignInFrom(Client.of(""), Optional.empty());
        try {
            return teachers.authenticate(asked.getName(), String.valueOf(asked.getCredentials()), from)
                    .map(SignedIn::as)
                    .orElseThrow(() -> new BadCredentialsException("name or password is wrong"));
        } catch (DataAccessException | TransactionException away) {
            throw new AuthenticationServiceException("accounts cannot be read", away);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
