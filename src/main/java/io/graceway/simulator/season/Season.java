package io.graceway.simulator.season;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import io.graceway.edge.seal.HouseKeys;
import io.graceway.simulator.RestHost;
import io.graceway.simulator.SftpHost;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
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
import java.util.Map;

/**
 * The whole world around a gateway for one season: an ERP with files, a billing database, a mail server with customers
 * behind it, an SFTP host with two agencies and a REST host with one.
 */
public final class Season implements AutoCloseable {

    /** The first day; a Monday. */
    public static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    /** How many days it lasts. */
    public static final int DAYS = 90;

    private static final long SEED = 20260302;
    private static final String PASSPHRASE = "a season of ninety days";
    private static final String TOKEN = "played-token";

    private final Path folder;
    private final PlayedErp erp;
    private final PlayedBilling billing;
    private final List<PlayedAccount> billed;
    private final PlayedCustomers customers = new PlayedCustomers();
    private final SftpHost sftp;
    private final RestHost rest;
    private final Map<String, PlayedAgency> agencies = new LinkedHashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    /** @param folder for everything it keeps; @param clock the gateway's own */
    public Season(Path folder, Clock clock) throws IOException, SQLException, JSchException {
        this.folder = Files.createDirectories(folder);
        this.erp = new PlayedErp(folder.resolve("erp"), Portfolio.america(SEED, 80, FIRST));
        this.billed = Portfolio.europe(SEED + 1, 40, FIRST);
        String url = "jdbc:h2:mem:billing" + System.nanoTime() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
        this.billing = new PlayedBilling(url, billed);
        this.sftp = SftpHost.open(folder.resolve("sftp"));
        this.rest = RestHost.open(folder.resolve("rest"));
        environment.put("GRACEWAY_STATE", state().toString());
        environment.put("ACME_ERP_FOLDER", erp.extract().toString());
        environment.put("ACME_ERP_POSTINGS", erp.postings().toString());
        environment.put("ACME_BILLING_URL", url);
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
        HouseKeys house = HouseKeys.atFirstUse(state().resolve("keys/house.key"), state().resolve("keys/house.asc"), "Acme Group",
                PASSPHRASE::toCharArray, clock, new SecureRandom());
        agency("northgate", false, true, true, house, clock);
        agency("meadow", false, false, true, house, clock);
        agency("harbour", true, true, false, house, clock);
    }

    /** The links in the notices name the port of the gateway's pages, so it has to be known before they are up. */
    private static String freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return String.valueOf(free.getLocalPort());
        }
    }

    /** The gateway's state folder. */
    public Path state() {
        return folder.resolve("state");
    }

    /** What {@code ${env:NAME}} stands for in the season's partner files. */
    public Map<String, String> environment() {
        return environment;
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

    private void agency(String id, boolean json, boolean acceptsTones, boolean withholds, HouseKeys house, Clock clock)
            throws IOException {
        PlayedWire wire = new PlayedWire(json);
        Path secret = folder.resolve("agencies").resolve(id);
        PlayedMailbox mailbox = new PlayedMailbox(id, json ? rest.folder(id) : sftp.folder(id), json, secret,
                state().resolve("keys/house.asc"), house.fingerprint(), clock, wire);
        agencies.put(id, new PlayedAgency(id, mailbox, wire, acceptsTones, withholds));
        String name = id.toUpperCase(java.util.Locale.ROOT);
        environment.put(name + "_KEYS", secret.resolve("agency.asc").toString());
        environment.put(name + "_FINGERPRINT", mailbox.fingerprint());
    }

    /** What happens at the house's systems before the gateway walks over them. */
    public void morning(LocalDate day) throws IOException, SQLException {
        erp.book(day);
        billing.settle(day);
        long number = day.toEpochDay() - FIRST.toEpochDay();
        if (number % 9 == 4) {
            payDirectly((int) (number / 9));
        }
        if (number == 52 || number == 60) {
            complain(day, number == 52 ? 1 : 2);
        }
        erp.export();
    }

    /** A customer pays the house, whatever an agency is doing: in turns at the ERP and at the billing system. */
    private void payDirectly(int turn) throws SQLException {
        if (turn % 2 == 0) {
            List<PlayedAccount> all = List.copyOf(erp.accounts().values());
            PlayedAccount one = all.get(turn * 7 % all.size());
            one.pay(one.balance().min(new BigDecimal("60.00")));
        } else {
            PlayedAccount one = billed.get(turn * 5 % billed.size());
            billing.payDirectly(one.number, Math.min(4_500, billing.openMinor(one.number)));
        }
    }

    /** Some customers open a dispute at the ERP while their accounts are with an agency. */
    private void complain(LocalDate day, int which) {
        erp.accounts().values().stream().filter(one -> one.serial % 9 == which && one.balance().signum() > 0 && one.cases.isEmpty())
                .limit(3).forEach(one -> one.cases.add(new PlayedAccount.Case("DISP-" + one.number, "DISPUTE", day, day.plusDays(35))));
    }

    /** What happens outside after the gateway's pass: agencies work, customers read their mail. */
    public void evening(LocalDate day) throws IOException, MessagingException {
        for (PlayedAgency agency : agencies.values()) {
            agency.work(day);
        }
        customers.read();
        if (day.equals(FIRST.plusDays(74))) {
            agencies.get("northgate").blunder();
        }
    }

    /** What the people outside say of the season: answers by kind, files by agency, and whatever went wrong for them. */
    public List<String> told() {
        List<String> told = new java.util.ArrayList<>();
        told.add("customers read " + customers.letters() + " e-mails and answered " + customers.said());
        agencies.forEach((id, agency) -> told.add("agency " + id + " received " + agency.received()));
        told.add("the ERP booked " + new java.util.TreeMap<>(erp.taken()));
        customers.failures().forEach(told::add);
        return told;
    }

    @Override
    public void close() throws IOException, SQLException {
        customers.close();
        sftp.close();
        rest.close();
        billing.close();
    }
}
