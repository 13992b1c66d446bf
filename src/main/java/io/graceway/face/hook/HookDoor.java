package io.graceway.face.hook;

import io.graceway.face.web.Places;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /hooks/<source>} and {@code POST /hooks/agencies/<agency>}. What is not genuine hears 401 and nothing
 * else, whether there is such a partner or not.
 */
public final class HookDoor extends HttpServlet {

    /** Everything of the door is below. */
    public static final String BASE = "/hooks/";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HookDoor.class);
    private static final int MOST_BYTES = 1 << 20;
    private static final Proof NEVER = sent -> Optional.empty();

    private final transient Map<String, Proof> proofs;
    private final transient Heard heard;
    private final transient Clock clock;

    /** Who is told of what is genuine. */
    @FunctionalInterface
    public interface Heard {

        /**
         * What was heard before is as good as done: nothing else is to come of it.
         *
         * @param whose what stands behind {@code /hooks/}
         * @param event its id; empty where the sender gives none
         * @param sent  the request that was genuine
         */
        void heard(String whose, Optional<String> event, Proof.Sent sent);
    }

    /** @param proofs by what stands behind {@code /hooks/} */
    public HookDoor(Map<String, Proof> proofs, Heard heard, Clock clock) {
        this.proofs = Map.copyOf(proofs);
        this.heard = heard;
        this.clock = clock;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            response.setStatus(answer(request));
        } catch (RuntimeException e) {
            // Not its words: they may have what was sent. The sender tries again.
            LOG.error("GW-HOK-002: what a partner sent could not be kept: {}", Places.of(e));
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
        if (response.getStatus() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", "POST");
        }
    }

    private int answer(HttpServletRequest request) throws IOException {
        if (!request.getMethod().equals("POST")) {
            return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        }
        byte[] body = request.getContentLengthLong() > MOST_BYTES ? new byte[MOST_BYTES + 1]
                : request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        String path = request.getRequestURI();
        String source = path.startsWith(BASE) ? path.substring(BASE.length()) : "";
        Proof.Sent sent = new Proof.Sent(name -> Collections.list(request.getHeaders(name)), body, clock.instant());
        Optional<Proof.Genuine> genuine = proofs.getOrDefault(source, NEVER).of(sent);
        genuine.ifPresent(one -> heard.heard(source, one.event(), sent));
        return genuine.isPresent() ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_UNAUTHORIZED;
    }
}
