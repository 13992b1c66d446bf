package io.graceway.face.agencyapi.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is not done, and what its sender is told beside the problem itself. */
public final class Refused extends RuntimeException {

    private final Problem problem;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Refused(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    /** A further member of the problem. */
    public Refused with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public Refused header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** @param seconds after which asking again makes sense */
    public Refused retryAfter(long seconds) {
        return header("Retry-After", String.valueOf(seconds));
    }

    public Problem problem() {
        return problem;
    }

    /** Everything that the problem says. */
    public Map<String, Object> members() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("type", "/agency/v1/problems/" + problem.code());
        said.put("title", problem.title());
        said.put("status", problem.status());
        said.put("code", problem.code());
        said.put("detail", problem.advice());
        said.putAll(members);
        return said;
    }

    public Reply reply() {
        return Reply.json(problem.status(), Reply.PROBLEM, members()).with(headers);
    }
}
