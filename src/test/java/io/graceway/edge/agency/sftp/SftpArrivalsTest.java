package io.graceway.edge.agency.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.agency.PassedOver;
import io.graceway.edge.agency.Tally;
import io.graceway.journey.placement.AgencyMailbox.Arrival;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpArrivalsTest {

    @TempDir
    Path folder;
    private OpenSshPartner agency;
    private SftpMailbox mailbox;

    @BeforeEach
    void begins() throws IOException {
        agency = new OpenSshPartner(folder, "");
        mailbox = agency.mailbox();
    }

    @AfterEach
    void ends() throws IOException {
        agency.close();
    }

    private void lies(String name, int size) throws IOException {
        Files.write(agency.outTray().resolve(name), new byte[size]);
    }

    private List<String> names() throws Exception {
        return mailbox.arrivals().stream().map(Arrival::name).sorted().toList();
    }

    @Test
    void leaves_out_a_file_that_still_grows_until_it_rests() throws Exception {
        lies("rests.pgp", 10);
        lies("grows.pgp", 10);
        var stop = new AtomicBoolean();
        var writer = new Thread(() -> append(agency.outTray().resolve("grows.pgp"), stop));
        writer.start();
        assertThat(names()).containsExactly("rests.pgp");
        stop.set(true);
        writer.join();
        assertThat(names()).containsExactly("grows.pgp", "rests.pgp");
    }

    private static void append(Path file, AtomicBoolean stop) {
        try (var out = Files.newOutputStream(file)) {
            while (!stop.get()) {
                out.write(1);
                Thread.sleep(1);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void takes_a_file_with_its_mark_at_once_and_removes_the_mark_with_it() throws Exception {
        lies("marked.pgp", 10);
        lies("marked.pgp.done", 0);
        lies("listed.pgp", 10);
        lies("listed.pgp.manifest", 20);
        assertThat(names()).containsExactly("listed.pgp", "listed.pgp.manifest", "marked.pgp");
        mailbox.taken(new Arrival("marked.pgp", 10));
        assertThat(names()).containsExactly("listed.pgp", "listed.pgp.manifest");
        assertThat(agency.outTray().resolve("marked.pgp.done")).doesNotExist();
    }

    @Test
    void leaves_out_what_is_empty_unfinished_a_folder_or_a_link() throws Exception {
        lies("empty.pgp", 0);
        lies("upload.pgp.part", 5);
        lies("upload.pgp.tmp", 5);
        lies("upload.pgp.filepart", 5);
        Files.createDirectory(agency.outTray().resolve("archive"));
        Files.createSymbolicLink(agency.outTray().resolve("link.pgp"), Path.of("/etc/hostname"));
        assertThat(names()).isEmpty();
        assertThat(agency.passedOver).isEmpty();
    }

    @Test
    void one_strange_name_stops_only_itself_and_is_reported_by_its_print() throws Exception {
        List<String> strange = List.of("line\nbreak", "-rf", ".hidden", "50%2e%2e.pgp", "a b", "*", "?", "x..y",
                "caf\u00e9", "back\\slash", "\u202egpg", "semi;colon", "con.pgp", "[x]", "a".repeat(120));
        for (String name : strange) {
            lies(name, 3);
        }
        lies("plain.pgp", 3);
        assertThat(names()).containsExactly("plain.pgp");
        assertThat(agency.passedOver).hasSize(strange.size()).allMatch(seen -> seen.code().equals("GW-MAIL-040"));
        String print = Tally.of("-rf".getBytes()).sha256().substring(0, 16);
        assertThat(agency.passedOver).extracting(PassedOver::print).contains(print).doesNotHaveDuplicates();
        assertThat(agency.passedOver).allMatch(seen -> seen.toString().matches("[ -~]+"));
    }

    @Test
    void lists_no_more_than_ten_thousand_and_says_so() throws Exception {
        for (int i = 0; i < 10_050; i++) {
            Files.createFile(agency.outTray().resolve("e-" + i));
        }
        assertThat(mailbox.arrivals()).isEmpty();
        assertThat(agency.passedOver).extracting(PassedOver::code).containsExactly("GW-MAIL-044");
    }

    @Test
    void finds_folders_from_the_root_and_from_home_in_one_mailbox() throws Exception {
        try (var mina = new MinaPartner(folder.resolve("mina"))) {
            SftpTerms t = mina.terms(mina.port(), Duration.ofSeconds(10), MinaPartner.QUICK);
            var mixed = new SftpTerms(t.host(), t.port(), t.user(), t.identity(), t.passphrase(), t.knownHosts(),
                    "/" + t.outFolder(), t.inFolder(), t.connectTimeout(), t.sessionTimeout(), t.habits());
            Files.write(mina.outTray().resolve("x.pgp"), new byte[4]);
            assertThat(mina.mailbox(mixed).arrivals()).containsExactly(new Arrival("x.pgp", 4));
            assertThat(mina.mailbox(mixed).check()).allMatch(step -> step.passed());
        }
    }
}
