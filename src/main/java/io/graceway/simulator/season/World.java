package io.graceway.simulator.season;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import io.graceway.edge.seal.AgencyKeys;
import io.graceway.edge.seal.HouseKeys;
import io.graceway.simulator.RestHost;
import io.graceway.simulator.SftpHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Everything around a gateway, which does nothing by itself: an ERP with files, a billing database, a mail server with
 * customers behind it, an SFTP host with two agencies and a REST host with one.
 */
public final class World implements AutoCloseable {

    private static final String PASSPHRASE = "a season of ninety days";
    private static final String TOKEN = "played-token";

    private final Path folder;
    private final PlayedErp erp;
    private final PlayedBilling billing;
    private final PlayedCustomers customers = new PlayedCustomers();
    private final SftpHost sftp;
    private final RestHost rest;
    private final Map<String, PlayedMailbox> mailboxes = new LinkedHashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    /**
     * @param folder for everything it keeps
     * @param clock  the gateway's own
     * @param sold   the ERP's accounts
     * @param billed the billing system's
     */
    public World(Path folder, Clock clock, List<PlayedAccount> sold, List<PlayedAccount> billed)
            throws IOException, SQLException, JSchException {
        this.folder = Files.createDirectories(folder);
        this.erp = new PlayedErp(folder.resolve("erp"), sold);
        this.billing = new PlayedBilling(billed);
        this.sftp = SftpHost.open(folder.resolve("sftp"));
        this.rest = RestHost.open(folder.resolve("rest"));
        environment.put("GRACEWAY_STATE", state().toString());
        environment.put("ACME_ERP_FOLDER", erp.extract().toString());
        environment.put("ACME_ERP_POSTINGS", erp.postings().toString());
        environment.put("ACME_BILLING_URL", billing.url());
        environment.put("ACME_SMTP_PORT", String.valueOf(customers.smtpPort()));
        environment.put("ACME_IMAP_PORT", String.valueOf(customers.imapPort()));
        environment.put("ACME_IMAP_PASSWORD", "played");
        environment.put("ACME_SEAL_PASSPHRASE", PASSPHRASE);
        environment.put("ACME_SFTP_PORT", String.valueOf(sftp.port()));
        environment.put("ACME_SSH_KEY", sshKey().toString());
        environment.put("ACME_PAGES_PORT", freePort());
        environment.put("HARBOUR_URL", rest.base("harbour").toString());
        environment.put("HARBOUR_TOKEN", TOKEN);
        Files.createDirectories(state().resolve("keys"));
        HouseKeys house = HouseKeys.atFirstUse(state().resolve("keys/house.key"), publicKey(), "Acme Group",
                PASSPHRASE::toCharArray, clock, new SecureRandom());
        agency("northgate", false, house, clock);
        agency("meadow", false, house, clock);
        agency("harbour", true, house, clock);
        mailboxes.get("meadow").speak(PlayedDialect.of("indebted"));
    }

    /** The links in the notices name the port of the gateway's pages, so it has to be known before they are up. */
    private static String freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return String.valueOf(free.getLocalPort());
        }
    }

    private Path sshKey() throws IOException, JSchException {
        KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
        Path file = folder.resolve("ssh-key");
        pair.writePrivateKey(file.toString());
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        pair.writePublicKey(line, "season");
        String key = line.toString(StandardCharsets.US_ASCII);
        sftp.admit("northgate", key).admit("meadow", key);
        rest.admit("harbour", TOKEN);
        Path hosts = Files.writeString(folder.resolve("known_hosts"), sftp.knownHosts() + "\n");
        environment.put("ACME_KNOWN_HOSTS", hosts.toString());
        return file;
    }

    private void agency(String id, boolean json, HouseKeys house, Clock clock) throws IOException {
        Path secret = folder.resolve("agencies").resolve(id);
        PlayedMailbox mailbox = new PlayedMailbox(id, json ? rest.folder(id) : sftp.folder(id), json, secret,
                new AgencyKeys(publicKey(), List.of(new AgencyKeys.PinnedKey(house.fingerprint(), LocalDate.MIN,
                LocalDate.MAX))), clock, new PlayedWire(json));
        mailboxes.put(id, mailbox);
        String name = id.toUpperCase(Locale.ROOT);
        environment.put(name + "_KEYS", secret.resolve("agency.asc").toString());
        environment.put(name + "_FINGERPRINT", mailbox.fingerprint());
    }

    /** The gateway's state folder. */
    public Path state() {
        return folder.resolve("state");
    }

    /** The house's public key, as every agency has it. */
    public Path publicKey() {
        return state().resolve("keys/house.asc");
    }

    /** What {@code ${env:NAME}} stands for in the partner files. */
    public Map<String, String> environment() {
        return environment;
    }

    public PlayedErp erp() {
        return erp;
    }

    public PlayedBilling billing() {
        return billing;
    }

    /** The host of the agencies that speak SFTP. */
    public SftpHost sftp() {
        return sftp;
    }

    public PlayedCustomers customers() {
        return customers;
    }

    /** The agencies' sides of their mailboxes, by agency id. */
    public Map<String, PlayedMailbox> mailboxes() {
        return mailboxes;
    }

    @Override
    public void close() throws IOException, SQLException {
        customers.close();
        sftp.close();
        rest.close();
        billing.close();
    }
}
