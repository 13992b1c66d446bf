package io.graceway.edge.agency;

import java.nio.charset.StandardCharsets;

/**
 * A file at a partner that we leave where it lies because of its name.
 *
 * @param code  stable code from the error catalogue
 * @param why   the reason, repeating nothing of the name
 * @param print first 16 hex digits of the SHA-256 of the name in UTF-8, so that both sides can find out which one
 */
public record PassedOver(String code, String why, String print) {

    private static final int PRINT_DIGITS = 16;

    /** @param raw a name that {@link RemoteName} refuses */
    public static PassedOver of(String raw) {
        byte[] bytes = String.valueOf(raw).getBytes(StandardCharsets.UTF_8);
        return new PassedOver(Trouble.NAME_REFUSED.code(), RemoteName.whyRefused(raw),
                Tally.of(bytes).sha256().substring(0, PRINT_DIGITS));
    }
}
