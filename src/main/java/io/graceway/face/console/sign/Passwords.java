package io.graceway.face.console.sign;

import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Passwords of people: long rather than strange, and kept as Argon2id hashes only. */
public final class Passwords {

    /** NIST SP 800-63B-4, 3.1.1.2: a password by itself has at least 15 characters, and nobody says of which kinds. */
    public static final int SHORTEST = 15;
    /** The same section: at least 64 have to be taken. */
    public static final int LONGEST = 200;

    private static final Argon2PasswordEncoder ENCODER = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    private Passwords() {
    }

    /** Why it is not taken; empty when it is. */
    public static Optional<String> refusal(String name, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("GW-WEB-012: a password has " + SHORTEST + " to " + LONGEST
                    + " characters; three or four words that do not belong together will do");
        }
        return password.toLowerCase(java.util.Locale.ROOT).contains(name) || password.chars().distinct().count() < 5
                ? Optional.of("GW-WEB-012: the password is the name or the same few characters; choose another")
                : Optional.empty();
    }

    public static String hash(String password) {
        return ENCODER.encode(password);
    }

    /** What checks what people type. */
    public static Argon2PasswordEncoder encoder() {
        return ENCODER;
    }
}
