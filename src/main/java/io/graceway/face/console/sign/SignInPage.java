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

    public SignInPage(Frame frame) {
        this.frame = frame;
    }

    @GetMapping(PATH)
    ResponseEntity<String> show(HttpServletRequest request) {
        return frame.show("console/sign-in", 200, request, Map.of("failed", request.getParameter(FAILED) != null,
                "wait", request.getParameter(WAIT) != null, "ended", request.getParameter(ENDED) != null));
    }
}
