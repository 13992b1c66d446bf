package io.graceway.journey.notice;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Personal links to the answer page. The secret part is made from the notice's id under a key of the house, so that a
 * notice that has to be handed over twice carries the same link; the store keeps only its hash.
 */
public final class AnswerLink {

    private final URI publicUrl;
    private final SecretKeySpec key;

    /** @param key at least 32 random bytes */
    public AnswerLink(URI publicUrl, byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("the key of personal links is at least 32 bytes");
        }
        this.publicUrl = publicUrl;
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** 256 bits that nobody without the key can guess, as text that fits a link. */
    String token(String notice) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal(notice.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    URI link(String token) {
        return URI.create(publicUrl.toString().replaceAll("/+$", "") + "/answer/" + token);
    }

    @Override
    public String toString() {
        return "AnswerLink[" + publicUrl + "]";
    }
}
