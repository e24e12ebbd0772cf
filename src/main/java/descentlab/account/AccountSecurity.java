package descentlab.account;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import descentlab.trouble.RefusalAnswer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Everything is open but the pages that say that they are for teachers, by {@code @RolesAllowed(Teacher.ROLE)}. What
 * is no page asks {@link SignedIn} itself.
 */
@Configuration
@EnableWebSecurity
class AccountSecurity {

    /** Where one lands after signing in, who wanted to go nowhere. */
    static final String AFTER_SIGN_IN = "/" + AccountView.PATH;

    /**
     * Data that is computed from what comes, which may come as a form where it is too long for a link. Nothing is
     * changed by it and nothing of anybody is told, so it matters not which page sends it. Below /api there is one
     * address that changes something: it takes nothing but text/csv, which no page of another site can have a browser
     * send unasked. An address that there is not is then answered as one, however it is asked for.
     */
    private static final String[] COMPUTED = {
        "/api/**", "/stream/answer", "/stream/basins", "/stream/spectrum", "/stream/spectrum/moved"
    };

    private static final String LOGIN = "/" + LoginView.PATH;

    /** Each filter of each request would be timed, which costs more than the filters do. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            TeacherSessions sessions,
            TeacherDevices devices,
            SignIns signIns,
            Teachers teachers,
            RequestUtil vaadin,
            ServletContext servlet) {
        // Leads back to the page that was asked for, without a mark in its address.
        HttpSessionRequestCache asked = new HttpSessionRequestCache();
        asked.setMatchingRequestParameterName(null);
        http.setSharedObject(RequestCache.class, asked);
        // TeacherAuthentication is found by itself; named here too, it would be asked, and would count, twice.
        return http
                .addFilterAfter(new SignedInBefore(signIns, teachers, sessions), SecurityContextHolderFilter.class)
                // They are the shell's, for what is served without this chain too.
                .headers(HeadersConfigurer::disable)
                .httpBasic(basic -> basic.disable())
                .csrf(csrf -> csrf.ignoringRequestMatchers(vaadin::isFrameworkInternalRequest)
                        .ignoringRequestMatchers(COMPUTED))
                .exceptionHandling(refused -> refused.accessDeniedHandler(AccountSecurity::denied))
                .sessionManagement(session -> session.sessionAuthenticationStrategy(
                                new ChangeSessionIdAuthenticationStrategy())
                        .addSessionAuthenticationStrategy(sessions)
                        .addSessionAuthenticationStrategy(devices))
                .logout(logout -> logout.invalidateHttpSession(false).addLogoutHandler(sessions))
                // Without the page's name, Spring would show one of its own there.
                .formLogin(form -> form.loginPage(LOGIN)
                        .authenticationDetailsSource(SignInFrom::of)
                        .failureHandler(AccountSecurity::failed))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        configurer -> configurer
                                .loginView(LoginView.class, servlet.getContextPath() + LOGIN + "?" + LoginView.OUT)
                                .defaultSuccessUrl(AFTER_SIGN_IN)
                                // Vaadin would leave the sign-in form without it.
                                .enableCsrfConfiguration(false)
                                .enableExceptionHandlingConfiguration(false)
                                .anyRequest(AuthorizedUrl::permitAll))
                .build();
    }

    private static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why =
                switch (failure) {
                    case TooManyTries tries -> LoginView.WAIT + "=" + tries.seconds();
                    case AuthenticationServiceException away -> LoginView.AWAY;
                    default -> LoginView.ERROR;
                };
        response.sendRedirect(request.getContextPath() + LOGIN + "?" + why);
    }

    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        boolean form = request.getServletPath().equals(LOGIN) || request.getServletPath().equals("/logout");
        if (denied instanceof CsrfException && form) {
            // Most likely the session of the page ended meanwhile.
            response.sendRedirect(request.getContextPath() + LOGIN + "?" + LoginView.STALE);
            return;
        }
        String why = denied instanceof CsrfException
                ? "This request does not come from a page of ours: its _csrf token is missing or old."
                : "You may not do this.";
        new RefusalAnswer(HttpServletResponse.SC_FORBIDDEN, "Forbidden", why).write(request, response);
    }
}
