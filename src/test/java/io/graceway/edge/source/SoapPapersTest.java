package io.graceway.edge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graceway.edge.source.call.Caller;
import io.graceway.edge.source.paper.Papers;
import io.graceway.simulator.SoapErp;
import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers that come attached to an answer over SOAP. */
class SoapPapersTest {

    private static final long MOST = 8L << 20;

    @TempDir
    private Path temp;
    private SoapErp erp;

    /** A paper of that many bytes, each its place in it, which is never in memory as a whole. */
    private record Made(long bytes) implements DataSource {

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                private long at;

                @Override
                public int read() {
                    return at == bytes ? -1 : (int) (at++ % 251);
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("it is only read");
        }

        @Override
        public String getContentType() {
            return "application/pdf";
        }

        @Override
        public String getName() {
            return "";
        }
    }

    @BeforeEach
    void begin() {
        serve(true);
    }

    private void serve(boolean attached) {
        erp = new SoapErp(false, endpoint -> {
            endpoint.getInInterceptors().add(new WSS4JInInterceptor(Map.of("action",
                    "UsernameToken Timestamp", "passwordType", "PasswordDigest", "passwordCallbackRef",
                    SoapErp.secret("graceway", "s3cret-digest"))));
            endpoint.getProperties().put("mtom-enabled", attached);
        });
        erp.accounts.put("0001", SoapSourceTest.account("0001", 1));
        has(1 << 20);
    }

    private void has(long bytes) {
        erp.paper = new Made(bytes);
        erp.length = bytes;
    }

    @AfterEach
    void end() {
        erp.close();
    }

    private Papers.Paper fetch(String account) {
        SoapTerms terms = new SoapTerms(erp.address(), "graceway", "s3cret-digest", Set.of());
        return new Papers(new Caller(terms.line()), MOST).fetch(account, "CONTRACT-7", temp.resolve("paper.pdf"));
    }

    private void refuses(String code, String account) throws IOException {
        assertThatThrownBy(() -> fetch(account)).hasMessageStartingWith(code).hasMessageNotContaining("Jane");
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).as("nothing is left over").isEmpty();
        }
    }

    @Test
    void a_paper_is_written_as_the_source_has_it_where_only_we_may_read_it() throws Exception {
        Papers.Paper paper = fetch("0001");
        byte[] written = Files.readAllBytes(temp.resolve("paper.pdf"));
        assertThat(written).isEqualTo(new Made(1 << 20).getInputStream().readAllBytes());
        assertThat(paper).isEqualTo(new Papers.Paper("application/pdf", 1 << 20, HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(written))));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("paper.pdf"))))
                .isEqualTo("rw-------");
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).containsExactly(temp.resolve("paper.pdf"));
        }
        has(0);
        assertThatThrownBy(() -> fetch("0001")).hasMessageStartingWith("GW-SRC-142");
        assertThat(temp.resolve("paper.pdf")).hasSize(1 << 20);
    }

    @Test
    void a_small_one_may_stand_in_its_place_and_a_large_one_may_not() throws Exception {
        erp.close();
        serve(false);
        refuses("GW-SRC-079", "0001");
        has(10_000);
        assertThat(fetch("0001").bytes()).isEqualTo(10_000);
    }

    @Test
    void what_is_too_long_or_not_all_of_it_or_not_there_leaves_no_file() throws Exception {
        refuses("GW-SRC-073", "0002");
        has(MOST + 1);
        refuses("GW-SRC-083", "0001");
        has(5L << 30);
        refuses("GW-SRC-083", "0001");
        has(1 << 20);
        erp.length++;
        refuses("GW-SRC-079", "0001");
    }
}
