package io.graceway.edge.source;

import io.graceway.edge.source.folder.FtpsTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** An FTP server of its own for a test, with a certificate that it signed itself. */
final class FtpsHost extends DefaultFtplet implements AutoCloseable {

    private static final String WORD = "changeit";
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final FtpServer server;
    private final ListenerFactory listening = new ListenerFactory();
    private final boolean implicit;
    private final Path signer;
    /** Every command as it came. */
    final List<String> said = new CopyOnWriteArrayList<>();

    /** @param name for which its certificate is; @param keys folder for it */
    FtpsHost(Path root, Path keys, String name, boolean implicit) throws Exception {
        this.implicit = implicit;
        Path store = keys.resolve(name + ".p12");
        signer = keys.resolve(name + ".pem");
        certificate(store, name);
        SslConfigurationFactory tls = new SslConfigurationFactory();
        tls.setKeystoreFile(store.toFile());
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword(WORD);
        listening.setServerAddress("127.0.0.1");
        listening.setPort(0);
        listening.setImplicitSsl(implicit);
        listening.setSslConfiguration(tls.createSslConfiguration());
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listening.createListener());
        BaseUser user = new BaseUser();
        user.setName("erp");
        user.setPassword("s3cret");
        user.setHomeDirectory(root.toString());
        user.setAuthorities(List.of(new WritePermission()));
        factory.getUserManager().save(user);
        factory.setFtplets(new HashMap<>(Map.of("watch", this)));
        server = factory.createServer();
        server.start();
        port = factory.getListener("default").getPort();
    }

    private final int port;

    private void certificate(Path store, String name) throws Exception {
        int exit = new ProcessBuilder(System.getProperty("java.home") + "/bin/keytool", "-genkeypair", "-alias", "x",
                "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "SAN=dns:" + name, "-validity", "2", "-storetype",
                "PKCS12", "-keystore", store.toString(), "-storepass", WORD).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException("keytool ended with " + exit);
        }
        byte[] der = KeyStore.getInstance(store.toFile(), WORD.toCharArray()).getCertificate("x").getEncoded();
        Files.writeString(signer, "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(der) + "\n-----END CERTIFICATE-----\n");
    }

    @Override
    public FtpletResult beforeCommand(FtpSession session, FtpRequest request) {
        said.add(request.getRequestLine().toUpperCase(Locale.ROOT));
        return FtpletResult.DEFAULT;
    }

    String uri(String path) {
        return "ftps://erp@localhost:" + port + path;
    }

    FtpsTerms terms() {
        return terms("s3cret", Optional.of(signer));
    }

    FtpsTerms terms(String password, Optional<Path> trusted) {
        return new FtpsTerms(password, trusted, implicit, WAIT);
    }

    /** As if it asked for no protection. */
    static FtpsTerms other(FtpsTerms terms) {
        return new FtpsTerms(terms.password(), terms.trusted(), !terms.implicit(), WAIT);
    }

    @Override
    public void close() {
        server.stop();
    }
}
