package io.graceway.face.agencyapi.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/**
 * A request that fits the contract, of an agency that is known.
 *
 * @param agency     its id; empty for what anybody may ask
 * @param parameters by name, from path, query and headers, each as the contract has it
 * @param body       of a JSON document; empty for everything else
 */
public record Call(String agency, Map<String, String> parameters, byte[] body, HttpServletRequest request) {

    /** A parameter that the contract has; empty where the request leaves it out. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
