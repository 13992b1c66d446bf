package io.graceway.edge.agency.hosted;

import io.graceway.edge.agency.Trouble;
import io.graceway.journey.placement.MailboxFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/** The keys that open a mailbox, in the form of OpenSSH's {@code authorized_keys}. */
final class LoginKeys {

    private static final System.Logger LOG = System.getLogger(LoginKeys.class.getName());

    private LoginKeys() {
    }

    static List<PublicKey> in(Path file) throws MailboxFailure {
        List<PublicKey> keys = new ArrayList<>();
        try {
            for (AuthorizedKeyEntry entry : AuthorizedKeyEntry.readAuthorizedKeys(file)) {
                keys.add(entry.resolvePublicKey(null, PublicKeyEntryResolver.FAILING));
            }
            return keys;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw Trouble.LOGIN_KEYS.at(String.valueOf(file.getFileName()), e);
        }
    }

    /** A file that cannot be read holds no key. */
    static boolean hold(Path file, PublicKey key) {
        try {
            return in(file).stream().anyMatch(other -> KeyUtils.compareKeys(other, key));
        } catch (MailboxFailure e) {
            LOG.log(System.Logger.Level.WARNING, e.getMessage());
            return false;
        }
    }
}
