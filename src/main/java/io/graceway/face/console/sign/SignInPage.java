package io.graceway.face.console.sign;

import io.graceway.face.web.Page;
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

    private final String house;
    private final Page page = Page.of("console/sign-in", String::valueOf);

    /** @param house whose gateway this is */
    public SignInPage(String house) {
        this.house = house;
    }

    @GetMapping(PATH)
    ResponseEntity<String> show(HttpServletRequest request) {
        return page.answer(200, Map.of("house", house, "token", Visitor.of(request).token(),
                "failed", request.getParameter(FAILED) != null, "wait", request.getParameter(WAIT) != null,
                "ended", request.getParameter(ENDED) != null));
    }
}
