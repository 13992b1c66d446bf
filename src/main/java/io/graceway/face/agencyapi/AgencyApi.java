package io.graceway.face.agencyapi;

import io.graceway.face.agencyapi.Contract.Operation;
import io.graceway.face.agencyapi.door.Client;
import io.graceway.face.agencyapi.door.Doorkeeper;
import io.graceway.face.agencyapi.wire.Call;
import io.graceway.face.agencyapi.wire.Problem;
import io.graceway.face.agencyapi.wire.Refused;
import io.graceway.face.agencyapi.wire.Reply;
import io.graceway.face.web.Places;
import io.graceway.face.web.ErrorPages;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What agencies ask over HTTPS: every request is compared with the contract before anybody looks at it. */
public final class AgencyApi extends HttpServlet implements ErrorPages.Sorry {

    /** Everything of the API is below. */
    public static final String BASE = "/agency/v1";

    private static final Logger LOG = LoggerFactory.getLogger(AgencyApi.class);

    private final transient Reading reading;
    private final transient Doorkeeper doorkeeper;
    private final transient Operations operations;
    private final transient List<Route> routes;

    public AgencyApi(Contract contract, Doorkeeper doorkeeper, Operations operations) {
        this.reading = new Reading(contract);
        this.doorkeeper = doorkeeper;
        this.operations = operations;
        this.routes = contract.operations().stream().map(Route::of).toList();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply reply;
        try {
            reply = answer(request);
        } catch (Refused refused) {
            reply = refused.reply();
        } catch (RuntimeException e) {
            LOG.error("GW-API-900: a request could not be done: {}", Places.of(e));
            reply = new Refused(Problem.FAILED).reply();
        }
        reply.send(response);
    }

    private Reply answer(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        String below = path.startsWith(BASE + "/") ? path.substring(BASE.length()) : "";
        List<Route> there = routes.stream().filter(one -> one.path().matcher(below).matches()).toList();
        Optional<Route> asked = there.stream().filter(one -> one.operation().method().equals(request.getMethod()))
                .findFirst();
        // Without a token nobody learns so much as which addresses there are.
        Optional<Client> client = asked.filter(one -> one.operation().open()).isPresent() ? Optional.empty()
                : Optional.of(doorkeeper.admit(request));
        if (there.isEmpty()) {
            throw new Refused(Problem.MISSING);
        }
        Route route = asked.orElseThrow(() -> new Refused(Problem.METHOD).header("Allow", there.stream()
                .map(one -> one.operation().method()).sorted().collect(Collectors.joining(", "))));
        return answer(route.operation(), route.values(below), client, request);
    }

    private Reply answer(Operation operation, Map<String, String> path, Optional<Client> client,
                         HttpServletRequest request) throws IOException {
        reading.types(operation, request);
        boolean form = operation.consumes().startsWith("application/x-www-form");
        Map<String, String> parameters = form ? path : reading.parameters(operation, path, request);
        if (!operation.document().isEmpty() && !client.map(Client::unsealed).orElse(false)) {
            throw new Refused(Problem.SEALED_ONLY);
        }
        byte[] body = reading.body(operation, request);
        return operations.answer(operation, new Call(client.map(Client::agency).orElse(""), parameters, body,
                request));
    }

    /** What is said where the container itself finds something wrong. */
    @Override
    public ResponseEntity<String> page(HttpServletRequest request, String path, int status) {
        Refused refused = new Refused(status >= 500 ? Problem.FAILED : status == 404 ? Problem.MISSING : Problem.FORM);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            refused.reply().content().write(text);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        return ResponseEntity.status(refused.problem().status()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(text.toString(java.nio.charset.StandardCharsets.UTF_8));
    }
}
