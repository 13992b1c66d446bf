package io.graceway.face.console.sign;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets through whoever may do what the page does: to read without a word, to change only where a role is named. */
public final class Doorman implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod page)
                || !page.getBeanType().getPackageName().startsWith("io.graceway.face.console")
                || isAllowed(request, page.getMethodAnnotation(Allowed.class))) {
            return true;
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return false;
    }

    private static boolean isAllowed(HttpServletRequest request, Allowed allowed) {
        return allowed == null ? READING.contains(request.getMethod())
                : Arrays.stream(allowed.value()).anyMatch(role -> request.isUserInRole(role.name()));
    }
}
