package io.graceway.face.agencyapi.door;

import java.time.LocalDate;
import java.util.List;

/**
 * An agency that may use the API.
 *
 * @param secrets   one, or two while the agency changes over
 * @param unsealed  whether the house takes documents of it as JSON
 * @param perMinute most requests a minute
 */
public record Client(String agency, List<Secret> secrets, boolean unsealed, int perMinute) {

    public Client {
        secrets = List.copyOf(secrets);
    }

    /**
     * A secret, as far as we know it.
     *
     * @param sha256 of the secret, lower-case hex
     * @param until  last day on which it counts, in UTC
     */
    public record Secret(String sha256, LocalDate until) {

        boolean counts(LocalDate today) {
            return !today.isAfter(until);
        }
    }
}
