package io.graceway.face.agencyapi;

import io.graceway.face.agencyapi.Contract.Fault;
import io.graceway.face.agencyapi.Contract.Operation;
import io.graceway.face.agencyapi.Contract.Parameter;
import io.graceway.face.agencyapi.wire.Problem;
import io.graceway.face.agencyapi.wire.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a request as the contract has it; what does not fit goes no further. */
final class Reading {

    /** Enough for a thousand records; more comes as a sealed file. */
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_PLACES = 100;

    private final Contract contract;

    Reading(Contract contract) {
        this.contract = contract;
    }

    /** @param path values of the names in the path */
    Map<String, String> parameters(Operation operation, Map<String, String> path, HttpServletRequest request) {
        if (!path.entrySet().stream().allMatch(one -> contract.fits(operation, one.getKey(), one.getValue()))) {
            // A number that cannot be is missing like one that is not.
            throw new Refused(Problem.MISSING);
        }
        Map<String, String> all = new HashMap<>(path);
        Set<String> known = operation.parameters().stream().filter(one -> one.in().equals("query"))
                .map(Parameter::name).collect(Collectors.toSet());
        request.getParameterMap().keySet().stream().filter(one -> !known.contains(one)).findFirst().ifPresent(one -> {
            throw parameter("", "the contract has no such parameter here");
        });
        for (Parameter one : operation.parameters().stream().filter(any -> !any.in().equals("path")).toList()) {
            String[] values = values(one, request);
            if (values.length > 1 || values.length == 0 && one.required()
                    || values.length == 1 && !contract.fits(operation, one.name(), values[0])) {
                throw parameter(one.name(), values.length == 0 ? "it is missing" : "it has another form");
            }
            Arrays.stream(values).forEach(value -> all.put(one.name(), value));
        }
        return all;
    }

    private static String[] values(Parameter one, HttpServletRequest request) {
        return one.in().equals("header") ? Collections.list(request.getHeaders(one.name())).toArray(String[]::new)
                : Optional.ofNullable(request.getParameterValues(one.name())).orElse(new String[0]);
    }

    private static Refused parameter(String name, String why) {
        return new Refused(Problem.PARAMETER).with("places", List.of(Map.of("at", name, "why", why)));
    }

    /** Compares what is sent and what is asked for with what the contract has. */
    void types(Operation operation, HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        if (accept != null && !operation.produces().isEmpty() && Arrays.stream(accept.split(",")).map(Reading::plain)
                .noneMatch(one -> one.equals("*/*") || operation.produces().stream().anyMatch(type ->
                type.equals(one) || one.equals(type.substring(0, type.indexOf('/')) + "/*")))) {
            throw new Refused(Problem.ANSWER_TYPE);
        }
        String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        boolean otherLetters = type.contains("charset") && !type.matches(".*charset=\"?utf-8\"?\\s*");
        if (!operation.consumes().isEmpty() && (!plain(type).equals(operation.consumes()) || otherLetters
                || request.getHeader("Content-Encoding") != null)) {
            throw new Refused(Problem.CONTENT_TYPE);
        }
    }

    private static String plain(String type) {
        return type.split(";")[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The body of a document, whose form fits; a wrong value in it stops only its record, and not here. */
    byte[] body(Operation operation, HttpServletRequest request) throws IOException {
        if (operation.document().isEmpty()) {
            return new byte[0];
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw new Refused(Problem.TOO_LARGE);
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Refused(Problem.TOO_LARGE);
        }
        List<Fault> faults = contract.faults(operation, body);
        if (faults.stream().anyMatch(Fault::form)) {
            throw new Refused(Problem.FORM).with("places", faults.stream().limit(MOST_PLACES)
                    .map(one -> Map.of("at", one.at(), "why", one.why())).toList());
        }
        return body;
    }
}
