package io.graceway.edge.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.bcpg.SecretKeyPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.OpenPGPKey.OpenPGPSecretKey;
import org.bouncycastle.openpgp.api.OpenPGPKeyReader;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcePBESecretKeyDecryptorBuilder;

/**
 * The house's own keys, unlocked in memory: the first key of the file signs, all of them open, so that what was sealed
 * for the former key before a rotation can still be read.
 */
public final class HouseKeys {

    private static final int FEWEST_CHARACTERS = 12;

    private final List<OpenPGPKey> keys;
    private final Map<Long, PGPKeyPair> unlocked = new HashMap<>();

    private HouseKeys(List<OpenPGPKey> keys) {
        this.keys = keys;
    }

    /**
     * Reads and unlocks the house's secret keys.
     *
     * @param passphrase asked once; its characters are wiped after use
     * @throws KeyTrouble when the file cannot be read, or the passphrase is wrong
     */
    public static HouseKeys load(Path secretFile, Supplier<char[]> passphrase) throws KeyTrouble {
        char[] secret = passphrase.get();
        try {
            HouseKeys house = new HouseKeys(new OpenPGPKeyReader().parseKeys(Files.readAllBytes(secretFile)));
            for (OpenPGPKey key : house.keys) {
                house.unlock(key, secret);
            }
            house.keys.get(0);
            return house;
        } catch (PGPException e) {
            throw new KeyTrouble("GW-SEAL-105", "house key " + secretFile
                    + " cannot be unlocked; check the passphrase that the configuration refers to", e);
        } catch (IOException | RuntimeException e) {
            throw new KeyTrouble("GW-SEAL-104", "house key " + secretFile
                    + " cannot be read; restore it from its backup", e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /**
     * Loads the house's key, and makes one when there is none yet; the public key is written beside it for agencies.
     *
     * @param userId     what agencies see as the name of the key, such as {@code Acme Receivables <edi@acme.example>}
     * @param passphrase asked once or twice; at least 12 characters for a new key
     * @throws KeyTrouble when there is a key that cannot be used: it is never replaced
     */
    public static HouseKeys atFirstUse(Path secretFile, Path publicFile, String userId, Supplier<char[]> passphrase,
            Clock clock, SecureRandom random) throws IOException {
        if (!Files.exists(secretFile)) {
            char[] secret = passphrase.get();
            try (SafeFile out = new SafeFile(secretFile, ".unfinished")) {
                if (secret.length < FEWEST_CHARACTERS) {
                    throw new KeyTrouble("GW-SEAL-108", "the passphrase of a new house key needs at least "
                            + FEWEST_CHARACTERS + " characters");
                }
                out.stream().write(new KeyMaker(clock, random).make(userId, secret));
                out.place(secretFile);
            } finally {
                Arrays.fill(secret, '\0');
            }
        }
        HouseKeys house = load(secretFile, passphrase);
        Files.writeString(publicFile, house.armoredPublicKey());
        return house;
    }

    private void unlock(OpenPGPKey key, char[] secret) throws PGPException {
        for (OpenPGPSecretKey each : key.getSecretKeys().values()) {
            // A stub without secret part, such as an offline primary key, is no fault.
            if (!each.getPGPSecretKey().isPrivateKeyEmpty()) {
                unlocked.put(each.getKeyIdentifier().getKeyId(), unlock(each, secret));
            }
        }
    }

    private static PGPKeyPair unlock(OpenPGPSecretKey key, char[] secret) throws PGPException {
        if (key.getPGPSecretKey().getS2KUsage() != SecretKeyPacket.USAGE_SHA1) {
            return key.unlock(secret).getKeyPair();
        }
        // The passphrase is hashed over tens of megabytes on purpose: the platform's digest does that in a moment.
        return key.getPGPSecretKey().extractKeyPair(new JcePBESecretKeyDecryptorBuilder(
                new JcaPGPDigestCalculatorProviderBuilder().build()).build(secret));
    }

    /** Fingerprint of the signing key's primary key, 40 hexadecimal digits: what agencies pin. */
    public String fingerprint() {
        return HexFormat.of().withUpperCase().formatHex(keys.get(0).getFingerprint());
    }

    /** The public key as agencies import it. */
    public String armoredPublicKey() throws IOException {
        return keys.get(0).toCertificate().toAsciiArmoredString();
    }

    PGPKeyPair signing(Date now) throws KeyTrouble {
        return keys.get(0).getSigningKeys(now).stream()
                .filter(key -> keys.get(0).getPrimaryKey().isBoundAt(now))
                .map(OpenPGPComponentKey::getKeyIdentifier).map(id -> unlocked.get(id.getKeyId()))
                .filter(pair -> pair != null).findFirst()
                .orElseThrow(() -> new KeyTrouble("GW-SEAL-106", "house key " + fingerprint()
                        + " cannot sign on " + now.toInstant() + "; extend it or make the next one"));
    }

    /** The key pair with this id, or null; no id means a hidden recipient, which we do not try. */
    PGPKeyPair decrypting(long keyId) {
        PGPKeyPair pair = unlocked.get(keyId);
        return pair != null && pair.getPublicKey().isEncryptionKey() ? pair : null;
    }

    boolean owns(byte[] fingerprint) {
        return keys.stream().anyMatch(key -> Arrays.equals(key.getFingerprint(), fingerprint));
    }

    /** Tells which key this is, and nothing that is secret. */
    @Override
    public String toString() {
        return "HouseKeys[" + fingerprint() + ", secret part redacted]";
    }
}
