package io.graceway.face.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/** Every request passes here first: it gets the headers that keep a page to itself; under a wrong host it ends. */
public final class Gate extends OncePerRequestFilter {

    /** No script, no picture, no frame, nothing from elsewhere; nothing is kept by browsers or front ends. */
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; "
                    + "frame-ancestors 'none'; base-uri 'none'",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "X-Robots-Tag", "noindex",
            "Cross-Origin-Resource-Policy", "same-origin");

    /** Set on a request that ended here: whoever sent it hears nothing about the house. */
    static final String REFUSED = Gate.class.getName();

    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host",
            "X-Real-IP");

    private final Hosts hosts;

    public Gate(Hosts hosts) {
        this.hosts = hosts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HEADERS.forEach(response::setHeader);
        // Before anything reads a field: what a form says would else be read in another alphabet.
        request.setCharacterEncoding("UTF-8");
        boolean forwarded = FORWARDED.stream().anyMatch(name -> request.getHeader(name) != null);
        if (!hosts.serve(request.getServerName(), request.getRequestURI(), forwarded)) {
            request.setAttribute(REFUSED, true);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!isReadable(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Asked here because the container would write a field that is broken or too long into its log as it is. */
    private static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
