package io.graceway.wiring;

import io.graceway.face.console.sign.Role;
import io.graceway.face.console.sign.SignInPage;
import io.graceway.wiring.config.ConfigRefusal;
import io.graceway.wiring.config.HouseFile;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** People of the house's own OpenID Connect provider: who they are there, and which roles that gives them here. */
record SignInProvider(HouseFile.Oidc terms) {

    /** The provider's name in the addresses of the sign-in. */
    static final String ID = "house";

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}";
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Refuses a provider whose word others could read or change on its way. */
    SignInProvider {
        URI issuer = URI.create(terms.issuer());
        if (!"https".equals(issuer.getScheme()) && !HERE.contains(issuer.getHost())) {
            throw ConfigRefusal.of("GW-WEB-004", "house.yaml: console.oidc.issuer " + issuer
                    + " is not reached over TLS; use its https address");
        }
    }

    /** Lets people sign in there. */
    void join(HttpSecurity http, AuthenticationSuccessHandler in, AuthenticationFailureHandler refused)
            throws Exception {
        http.oauth2Login(login -> login.loginPage(SignInPage.PATH).successHandler(in).failureHandler(refused)
                .clientRegistrationRepository(registration())
                .userInfoEndpoint(people -> people.oidcUserService(this::person)));
    }

    /** Asks the provider for its addresses when somebody first signs in, so that the gateway starts without it. */
    private ClientRegistrationRepository registration() {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                ClientRegistrations.fromIssuerLocation(terms.issuer()).registrationId(ID).clientId(terms.client())
                .clientSecret(terms.secret()).scope("openid", "profile").redirectUri(at("/login/oauth2/code/" + ID))
                .userNameAttributeName(terms.nameClaim()).build()));
    }

    private String at(String path) {
        return terms.url().toString().replaceAll("/$", "") + path;
    }

    /** Who came back from the provider; nobody without a role, and nobody whose name the log could not keep. */
    private OidcUser person(OidcUserRequest request) {
        String name = request.getIdToken().getClaimAsString(terms.nameClaim());
        Set<GrantedAuthority> roles = new HashSet<>(roles(request.getIdToken().getClaim(terms.rolesClaim())));
        if (name == null || !name.matches(NAME) || roles.isEmpty()) {
            throw new OAuth2AuthenticationException("access_denied");
        }
        return new DefaultOidcUser(roles, request.getIdToken(), terms.nameClaim());
    }

    private Collection<SimpleGrantedAuthority> roles(Object claimed) {
        Collection<?> said = claimed instanceof Collection<?> many ? many : claimed == null ? List.of()
                : List.of(claimed);
        return said.stream().flatMap(one -> terms.roles().getOrDefault(String.valueOf(one), List.of()).stream())
                .map(role -> new SimpleGrantedAuthority("ROLE_" + Role.of(role).name())).collect(Collectors.toSet());
    }
}
