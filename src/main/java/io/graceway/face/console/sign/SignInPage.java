package io.graceway.face.console.sign;

import io.graceway.face.console.Frame;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where people sign in. What they send is taken by the filters before the pages. */
@RestController
public final class SignInPage {

    /** Its path, and that of what is sent. */
    public static final String PATH = "/sign-in";
    public static final String FAILED = "failed";
    public static final String WAIT = "wait";
    public static final String ENDED = "ended";

    private final Frame frame;
    private final boolean passwords;
    private final String provider;

    /**
     * @param passwords whether anybody has a password of ours
     * @param provider  where the way to the house's own sign-in begins; empty where there is none
     */
    public SignInPage(Frame frame, boolean passwords, String provider) {
        this.frame = frame;
        this.passwords = passwords;
        this.provider = provider;
    }

    @GetMapping(PATH)
    ResponseEntity<String> show(HttpServletRequest request) {
        return frame.show("console/sign-in", 200, request, Map.of("passwords", passwords,
                "provider", provider, "failed", request.getParameter(FAILED) != null,
                "wait", request.getParameter(WAIT) != null, "ended", request.getParameter(ENDED) != null));
    }
}
