package descentlab.operator;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who reaches the management port may ask all that is there: tools, which have no page's token and no session. A
 * browser may not, since a page of anybody's could make it ask; it is known by the origin that it says.
 */
@Configuration
class ManagementSecurity {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain management(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .headers(HeadersConfigurer::disable)
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, why) -> {
                    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                    response.getWriter()
                            .write("{\"title\":\"Forbidden\",\"status\":403,\"detail\":\"No web page may ask this:"
                                    + " the request has an Origin header; allowed: one without it.\"}");
                }))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                request -> request.getHeader(HttpHeaders.ORIGIN) != null)
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }
}
