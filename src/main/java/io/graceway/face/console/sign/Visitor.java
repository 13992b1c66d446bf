package io.graceway.face.console.sign;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Who asks for a page.
 *
 * @param name  the name they signed in with; empty where nobody signs in
 * @param token that a form of theirs has to bring back; empty where nobody signs in
 */
public record Visitor(String name, String token) {

    /** Whoever sent that request. */
    public static Visitor of(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Visitor(principal == null ? "" : principal.getName(), token == null ? "" : token.getToken());
    }

    /** Whether whoever sent that request signed in and has the role. */
    public static boolean may(HttpServletRequest request, Role role) {
        return request.isUserInRole(role.name());
    }

    @Override
    public String toString() {
        return "Visitor[" + name + "]";
    }
}
