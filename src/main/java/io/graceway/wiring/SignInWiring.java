package io.graceway.wiring;

import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.face.console.Frame;
import io.graceway.face.console.sign.Deeds;
import io.graceway.face.console.sign.Doorman;
import io.graceway.face.console.sign.Passwords;
import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.SignInPage;
import io.graceway.face.web.Attempts;
import io.graceway.face.web.ClientAddress;
import io.graceway.face.web.Hosts;
import io.graceway.wiring.config.HouseFile;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may see the console: where the house names people, they sign in; where it names none, the console only shows. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SignInWiring {

    private static final String CONSOLE = "console";
    private static final String ROLE = "ROLE_";

    /** What people do stands in the routing log, and so does a name and password that did not fit. */
    @Bean
    Deeds deeds(RoutingLog log, TransactionTemplate transaction, Clock clock) {
        return (what, person, subject, facts) -> {
            List<String> all = new ArrayList<>(List.of(facts));
            all.addAll(person.isEmpty() ? List.of() : List.of("by", person));
            transaction.executeWithoutResult(status -> log.append(List.of(RoutingEntry.of(clock.instant(),
                    "console." + what, subject, all.toArray(String[]::new)))));
        };
    }

    @Bean
    SignInPage signInPage(Frame frame, Home home) {
        HouseFile.Console console = home.files().house().console();
        boolean provider = console != null && console.oidc() != null;
        return new SignInPage(frame, !provider || !console.people().isEmpty(), provider ? "/oauth2/authorization/"
                + SignInProvider.ID : "");
    }

    @Bean
    WebMvcConfigurer doorman() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Doorman());
            }
        };
    }

    @Bean
    PasswordEncoder passwords() {
        return Passwords.encoder();
    }

    @Bean
    UserDetailsService people(Home home) {
        return new InMemoryUserDetailsManager(people(home.files().house()).entrySet().stream().map(one -> User
                .withUsername(one.getKey()).password(one.getValue().password()).roles(one.getValue().roles().stream()
                .map(role -> Role.of(role).name()).toArray(String[]::new)).build()).toList());
    }

    private static Map<String, HouseFile.Person> people(HouseFile house) {
        return house.console() == null ? Map.of() : house.console().people();
    }

    /** What agencies ask for in a roundabout way is answered by their own door, which knows no such address. */
    @Bean
    HttpFirewall firewall() {
        return new StrictHttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                return !request.getRequestURI().startsWith("/agency/") ? super.getFirewalledRequest(request)
                        : new FirewalledRequest(request) {
                            @Override
                            public void reset() {
                                // Nothing was wrapped.
                            }
                        };
            }
        };
    }

    @Bean
    SecurityFilterChain signIn(HttpSecurity http, Home home, Hosts hosts, Deeds deeds, Clock clock) throws Exception {
        HouseFile.Console console = home.files().house().console();
        if (console == null || !console.isSignIn()) {
            return http.securityMatcher(request -> false).build();
        }
        Attempts attempts = new Attempts(clock);
        HttpSessionRequestCache asked = new HttpSessionRequestCache();
        asked.setMatchingRequestParameterName(null);
        AuthenticationSuccessHandler in = (request, response, who) -> {
            deeds.done("signed-in", who.getName(), CONSOLE, "roles", roles(who));
            response.sendRedirect(before(asked, request, response));
        };
        AuthenticationFailureHandler refused = (request, response, failure) -> {
            attempts.add(ClientAddress.of(request));
            deeds.done("sign-in-refused", "", CONSOLE);
            response.sendRedirect(SignInPage.PATH + "?" + SignInPage.FAILED);
        };
        if (console.oidc() != null) {
            new SignInProvider(console.oidc()).join(http, in, refused);
        }
        return http.securityMatcher(request -> hosts.isConsole(request.getServerName(), request.getRequestURI()))
                .headers(HeadersConfigurer::disable)
                .requestCache(cache -> cache.requestCache(asked))
                .authorizeHttpRequests(may -> may.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers(SignInPage.PATH, "/app.css").permitAll().anyRequest().authenticated())
                .addFilterBefore(pause(attempts), UsernamePasswordAuthenticationFilter.class)
                .formLogin(form -> form.loginPage(SignInPage.PATH).successHandler(in).failureHandler(refused))
                .logout(out -> out.logoutUrl("/sign-out").addLogoutHandler(leaving(deeds))
                        .logoutSuccessUrl(SignInPage.PATH + "?" + SignInPage.ENDED))
                .build();
    }

    private static LogoutHandler leaving(Deeds deeds) {
        return (request, response, who) -> {
            if (who != null) {
                deeds.done("signed-out", who.getName(), CONSOLE);
            }
        };
    }

    /** Trying names and passwords is slow for whoever tries, before it costs us anything. */
    private static Filter pause(Attempts attempts) {
        return (any, answer, chain) -> {
            HttpServletRequest request = (HttpServletRequest) any;
            if (request.getMethod().equals("POST") && request.getRequestURI().equals(SignInPage.PATH)
                    && attempts.areTooMany(ClientAddress.of(request))) {
                ((HttpServletResponse) answer).sendRedirect(SignInPage.PATH + "?" + SignInPage.WAIT);
            } else {
                chain.doFilter(any, answer);
            }
        };
    }

    private static String roles(Authentication who) {
        return who.getAuthorities().stream().map(one -> String.valueOf(one.getAuthority()))
                .filter(one -> one.startsWith(ROLE)).map(one -> one.substring(ROLE.length())).sorted()
                .collect(Collectors.joining(" "));
    }

    /** The page that was asked for before, by its path alone: a front end knows host and scheme better than we do. */
    private static String before(HttpSessionRequestCache asked, HttpServletRequest request,
                                 HttpServletResponse response) {
        if (!(asked.getRequest(request, response) instanceof DefaultSavedRequest saved)) {
            return "/";
        }
        asked.removeRequest(request, response);
        return saved.getRequestURI() + (saved.getQueryString() == null ? "" : "?" + saved.getQueryString());
    }
}
