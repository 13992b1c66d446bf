package io.graceway.wiring.config;

import io.graceway.edge.source.SoapTerms;
import io.graceway.edge.source.rest.RestTerms;
import io.graceway.journey.delinquency.DebtKind;
import io.graceway.journey.writeback.Posting;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * {@code partner-config/sources/<id>.yaml}: a source system, how it is read and how it is written to.
 *
 * @param webhook   how it tells us that something is new
 * @param webhookTo where it is told what became of its accounts
 */
public record SourceConfig(String brand, DebtKind debt, String dialect, Files files, Sql sql, Soap soap,
                           RestTerms rest, HookSource webhook, HookTarget webhookTo) {

    /**
     * Related files in a folder.
     *
     * @param tables   record to file name
     * @param required without these nothing is taken at all
     * @param postings folder that postings are written to; absent when the source takes none
     * @param delta whether a set holds only accounts that changed; absent means that it is complete
     * @param settleSeconds how long a file's size must rest before it counts as complete
     */
    public record Files(String folder, Map<String, String> tables, List<String> required, Sftp sftp, Ftps ftps,
                        String postings, List<Posting.Kind> takes, Integer settleSeconds, Boolean delta) {
    }

    /** How a folder on an SFTP server is reached. */
    public record Sftp(String host, int port, String user, Path identity, String passphrase, Path knownHosts) {

        @Override
        public String toString() {
            return "Sftp[" + host + ":" + port + "]";
        }
    }

    /**
     * How a folder on an FTP server is reached, over TLS only.
     *
     * @param trusted  who may sign its certificate, in PEM; absent means whom Java trusts
     * @param implicit absent means that TLS is asked for
     */
    public record Ftps(String host, int port, String user, String password, Path trusted, Boolean implicit) {

        @Override
        public String toString() {
            return "Ftps[" + host + ":" + port + "]";
        }
    }

    /**
     * A database.
     *
     * @param page       account numbers a page; absent means a thousand
     * @param queries    record to query with {@code :after}, {@code :upto}, {@code :limit}
     * @param statements posting kind to statement
     */
    public record Sql(String url, String user, String password, Integer page, Map<String, String> queries,
                      Map<Posting.Kind, String> statements) {

        @Override
        public String toString() {
            return "Sql[" + url + "]";
        }
    }

    /**
     * A service that keeps to {@code wsdl/receivables.wsdl}.
     *
     * @param user      and password may be absent where messages are signed
     * @param page      accounts a call; absent means two hundred
     * @param takes     kinds of posting it is given; absent when it takes none
     * @param signature by which key messages are signed; absent when they are not
     * @param faults    code of a fault to {@code retry}, {@code pause} or {@code people}
     */
    public record Soap(URI endpoint, String user, String password, Integer page, List<Posting.Kind> takes,
                       Signature signature, Map<String, String> faults) {

        /** @param resolve a path of the file to where it is */
        public SoapTerms terms(UnaryOperator<Path> resolve) {
            return new SoapTerms(endpoint, user == null ? "" : user, password == null ? "" : password,
                    page == null ? 200 : page, takes == null ? Set.of() : Set.copyOf(takes), SoapTerms.CONNECT,
                    SoapTerms.RECEIVE, Optional.ofNullable(signature).map(one -> SoapTerms.signing(resolve.apply(one
                    .key()), one.passphrase(), Optional.ofNullable(one.service()).map(resolve))),
                    SoapTerms.faults(faults == null ? Map.of() : faults));
        }

        @Override
        public String toString() {
            return "Soap[" + endpoint + "]";
        }
    }

    /** Our key in PKCS#12. @param service certificate by which answers are signed; absent when they are not */
    public record Signature(Path key, String passphrase, Path service) {

        @Override
        public String toString() {
            return "Signature[" + key + "]";
        }
    }
}
