package io.graceway.journey.writeback.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret of the Standard Webhooks convention: {@code whsec_} and Base64 of 24 to 64 bytes; never told. */
public final class HookSecret {

    private static final String BEGIN = "whsec_";
    private static final int FEWEST = 24;
    private static final int MOST = 64;

    private final byte[] key;

    private HookSecret(byte[] key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException without the text where it is no such secret */
    public static HookSecret of(String text) {
        try {
            if (text.startsWith(BEGIN)) {
                byte[] key = Base64.getDecoder().decode(text.substring(BEGIN.length()));
                if (key.length >= FEWEST && key.length <= MOST) {
                    return new HookSecret(key);
                }
            }
        } catch (IllegalArgumentException e) {
            // Its message has a part of the secret.
            return refuse();
        }
        return refuse();
    }

    private static HookSecret refuse() {
        throw new IllegalArgumentException("a webhook's secret is whsec_ and Base64 of " + FEWEST + " to " + MOST
                + " bytes; \"graceway webhook secret\" makes one");
    }

    /** As it is handed to a partner. */
    public static String text(byte[] key) {
        return BEGIN + Base64.getEncoder().encodeToString(key);
    }

    /** {@code v1,} and Base64 of HMAC-SHA256 over id, moment and body with full stops between. */
    public String signature(String id, long seconds, byte[] body) {
        byte[] head = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(hmac(key, head, body));
    }

    /** One signature for each secret, as the header has them. */
    public static String signatures(List<HookSecret> secrets, String id, long seconds, byte[] body) {
        return String.join(" ", secrets.stream().map(one -> one.signature(id, seconds, body)).toList());
    }

    /** Whether one of the header's signatures is of this secret. Every one is compared, each in the same time. */
    public boolean signed(String header, String id, long seconds, byte[] body) {
        byte[] ours = signature(id, seconds, body).getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String one : header.split(" ")) {
            found |= MessageDigest.isEqual(ours, one.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    /** HMAC-SHA256 over the parts, one after the other. */
    public static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "HookSecret[...]";
    }
}
