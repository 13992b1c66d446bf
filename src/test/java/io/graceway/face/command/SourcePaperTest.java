package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.source.soap.Account;
import io.graceway.face.GivenHome;
import io.graceway.simulator.SoapErp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.cxf.attachment.ByteDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who needs a paper that the source has. */
class SourcePaperTest {

    @TempDir
    private Path folder;
    private final Terminal terminal = new Terminal();

    private int run(String command) {
        return terminal.run(command + " --home " + folder);
    }

    @Test
    void fetches_a_paper_of_an_account_into_a_new_file() throws IOException {
        GivenHome.in(folder);
        terminal.with("GRACEWAY_STATE", folder.resolve("state"));
        Path source = folder.resolve("partner-config/sources/new-erp.yaml");
        try (SoapErp erp = new SoapErp("graceway", "s3cret", false)) {
            erp.accounts.put("0001", new Account());
            erp.paper = new ByteDataSource(new byte[] {1, 2, 3}, "application/pdf");
            erp.length = 3;
            Files.createDirectories(source.getParent());
            Files.writeString(source, "brand: acme\ndebt: TRADE\ndialect: receivables-soap\nsoap:\n  endpoint: "
                    + erp.address() + "\n  user: graceway\n  password: s3cret\n");
            Path paper = folder.resolve("contract.pdf");
            assertThat(run("source paper new-erp 0001 C-7 --to " + paper)).as(terminal.err()).isEqualTo(Exit.DONE);
            assertThat(paper).hasBinaryContent(new byte[] {1, 2, 3});
            assertThat(terminal.out()).isEqualTo("written: " + paper + " (3 bytes, SHA-256 "
                    + "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81)\n");
            assertThat(run("log export --about 0001")).as(terminal.err()).isEqualTo(Exit.DONE);
            assertThat(terminal.out()).contains("source.paper-fetched", "039058c6f2c0cb49").doesNotContain("C-7");
            assertThat(run("source paper new-erp 0001 C-7 --to " + paper)).isNotEqualTo(Exit.DONE);
            assertThat(terminal.err()).contains("GW-SRC-142");
            run("source paper new-erp 0001 C-7 --to " + folder.resolve("nowhere/contract.pdf"));
            assertThat(terminal.err()).contains("GW-SRC-143");
            Files.writeString(source, "brand: acme\ndebt: TRADE\ndialect: killbill\nrest:\n  base: https://"
                    + "erp.example\n  accounts: {list: {call: GET /a}, account: n}\n");
            run("source paper new-erp 0001 C-7 --to " + folder.resolve("other.pdf"));
            assertThat(terminal.err()).contains("GW-SRC-144");
        }
    }
}
