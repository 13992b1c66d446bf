package io.graceway.edge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.graceway.edge.source.soap.Account;
import io.graceway.edge.source.soap.Debtor;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.simulator.SoapErp;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What people are called and what they said stays out of the log, also where no configuration of logs keeps it out. */
class SoapSilenceTest {

    private static final String SAID = "Jane Roe lost her job and ";

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        root.setLevel(Level.INFO);
        heard.start();
        root.addAppender(heard);
    }

    @AfterEach
    void stop() {
        root.detachAppender(heard);
        root.setLevel(usual);
    }

    @Test
    void a_note_that_does_not_fit_the_schema() {
        assertThat(posted(Postings.note("n-1", "0001", SAID.repeat(100)))).startsWith("GW-SRC-074");
        assertSilence();
    }

    @Test
    void an_answer_that_does_not_fit_the_schema() {
        try (SoapErp careless = new SoapErp("graceway", "s3cret-digest", false)) {
            Account account = SoapSourceTest.account("0001", 1);
            Debtor debtor = new Debtor();
            debtor.setName(SAID.repeat(100));
            account.getDebtor().add(debtor);
            careless.accounts.put("0001", account);
            SoapSource source = SoapSourceTest.source(careless, 10);
            assertThatThrownBy(source::open).hasMessageStartingWith("GW-SRC-079").hasMessageNotContaining("Roe");
        }
        assertSilence();
    }

    @Test
    void a_fault_in_which_the_service_speaks_of_a_person() {
        assertThat(posted(Postings.note("n-1", "0404", SAID))).startsWith("GW-SRC-073");
        assertSilence();
    }

    private static String posted(Posting posting) {
        try (SoapErp strict = new SoapErp("graceway", "s3cret-digest", true)) {
            Outcome outcome = SoapSourceTest.source(strict, 10).post(List.of(posting)).get(0);
            assertThat(outcome.evidence()).doesNotContain("Roe");
            return outcome.evidence();
        }
    }

    private void assertSilence() {
        assertThat(heard.list).extracting(event -> event.getLoggerName() + ": " + event.getFormattedMessage() + "\n"
                + ThrowableProxyUtil.asString(event.getThrowableProxy())).noneMatch(text -> text.contains("Roe"));
    }
}
