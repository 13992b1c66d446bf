package io.graceway.edge.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.letter.DeliveryReport.Fate;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReportTest {

    private static final String DOMAIN = "bounces.acme-home.example";
    private static final String ID = "N-2026-000017";

    private static DeliveryReport read(String mail) throws Exception {
        return DeliveryReport.read(new MimeMessage(Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))), DOMAIN);
    }

    private static DeliveryReport read(String to, String fields, String returned) throws Exception {
        return read(Reports.report(to, fields, returned));
    }

    @ParameterizedTest
    @CsvSource({"5.1.1,5.1.1", "5.2.2 (mailbox full),5.2.2", "4.4.7,4.4.7", "'',5.1.1"})
    void a_failed_recipient_is_a_bounce_with_its_code(String status, String code) throws Exception {
        assertThat(read(Reports.VERP, Reports.failed(status), Reports.returned(Reports.MESSAGE_ID)))
                .isEqualTo(new DeliveryReport(Fate.CAME_BACK, ID, code));
    }

    @Test
    void a_failure_without_any_code_is_still_a_failure() throws Exception {
        assertThat(read(Reports.VERP, "Final-Recipient: rfc822; x@mail.example\r\nAction: failed (sorry)", ""))
                .isEqualTo(new DeliveryReport(Fate.CAME_BACK, ID, "5.0.0"));
    }

    @Test
    void either_the_envelope_or_the_returned_message_id_names_the_notice() throws Exception {
        DeliveryReport bounce = new DeliveryReport(Fate.CAME_BACK, ID, "5.1.1");
        assertThat(read("postmaster@" + DOMAIN, Reports.failed("5.1.1"), Reports.returned(Reports.MESSAGE_ID)))
                .isEqualTo(bounce);
        assertThat(read(Reports.VERP, Reports.failed("5.1.1"), "Subject: nothing")).isEqualTo(bounce);
        assertThat(read("Bounce+n-2026-000017@" + DOMAIN, Reports.failed("5.1.1"), "")).isEqualTo(bounce);
    }

    @Test
    void two_different_notices_in_one_report_are_not_believed() throws Exception {
        assertThat(read("bounce+N-2026-000018@" + DOMAIN, Reports.failed("5.1.1"),
                Reports.returned(Reports.MESSAGE_ID)).fate()).isEqualTo(Fate.UNCLEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "delivered", "relayed", "expanded", "DELAYED"})
    void a_notice_under_way_stays_so(String action) throws Exception {
        assertThat(read(Reports.VERP, Reports.delayed().replace("delayed", action), "").fate())
                .isEqualTo(Fate.UNDER_WAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Action: unheard-of\r\nStatus: 5.1.1", "Status: 5.1.1", ""})
    void an_action_we_do_not_know_is_unclear(String fields) throws Exception {
        assertThat(read(Reports.VERP, fields, "").fate()).isEqualTo(Fate.UNCLEAR);
    }

    @Test
    void a_report_about_somebody_elses_mail_is_unclear() throws Exception {
        assertThat(read("bounce+X@other.example", Reports.failed("5.1.1"), Reports.returned("<X@other.example>"))
                .fate()).isEqualTo(Fate.UNCLEAR);
    }

    @Test
    void an_answer_of_a_person_or_a_machine_is_unclear() throws Exception {
        assertThat(read(Reports.lines("To: " + Reports.VERP, "Subject: Out of office", "Auto-Submitted: auto-replied",
                "", "Action: failed", "Status: 5.1.1")).fate()).isEqualTo(Fate.UNCLEAR);
    }

    @Test
    void random_damage_never_breaks_the_reader() throws Exception {
        long seed = 20260301L;
        Random random = new Random(seed);
        String whole = Reports.report(Reports.VERP, Reports.failed("5.1.1"), Reports.returned(Reports.MESSAGE_ID));
        for (int i = 0; i < 400; i++) {
            StringBuilder damaged = new StringBuilder(whole);
            for (int j = 0; j < 8; j++) {
                damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(256));
            }
            damaged.setLength(random.nextInt(damaged.length()) + 1);
            assertThat(read(damaged.toString()).fate()).as("seed " + seed + " round " + i).isNotNull();
        }
    }
}
