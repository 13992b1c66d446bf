package io.graceway.face.customer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.graceway.face.GivenNotices;
import io.graceway.face.Site;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What becomes of a link's secret part and of a page that fails. */
class SecretLinkTest {

    @Test
    void no_link_is_written_into_the_log_however_it_is_bent_and_whatever_fails(@TempDir Path home) {
        Logger root = (Logger) LoggerFactory.getLogger("ROOT");
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        try (Site site = new Site(home, "console: {address: 127.0.0.1, port: 0}")) {
            root.addAppender(heard);
            GivenNotices given = new GivenNotices(site.store);
            String token = given.warned("X-1", "en");
            for (String path : new String[] {"/answer/" + token + "/", "/answer/" + token + "/x", "/answer/" + token
                    + "%2F",
                "/answer/" + token + "|", "/answer/" + token + "?a=%FF", "/answer/" + token + "%", "/search/"
                + token}) {
                assertThat(site.under("localhost", path)).startsWith("HTTP/1.1 4");
            }
            for (String words : new String[] {"%ED%A0%80" + token, token.repeat(4_000)}) {
                String form = "answer=PAID&words=" + words;
                assertThat(site.raw("POST /answer/" + token + " HTTP/1.1", "Host: localhost",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Connection: close", "Content-Length: " + form.length(), "", form)).startsWith("HTTP/1.1 4");
            }
            assertThat(given.texts("select id from posting")).isEmpty();
            assertThat(site.raw("PUT /answer/" + token + " HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 405");
            given.change("alter table notice rename to away");
            String failed = site.under("localhost", "/answer/" + token);
            given.change("alter table away rename to notice");
            assertThat(failed).startsWith("HTTP/1.1 500").contains("This is our fault, not yours")
                    .doesNotContain("Exception", "notice where");
            assertThat(heard.list).anyMatch(event -> event.getFormattedMessage().contains("GW-WEB-010"));
            assertThat(heard.list).filteredOn(event -> event.getThrowableProxy() != null).extracting(
                    event -> event.getLoggerName()).as("what the shipped configuration turns off")
                    .allMatch(name -> name.startsWith("org.apache.catalina.core.ContainerBase."));
            assertThat(heard.list).noneMatch(event -> event.getFormattedMessage().contains(token)
                    || event.getThrowableProxy() != null && event.getThrowableProxy().getMessage().contains(token));
        } finally {
            root.detachAppender(heard);
        }
    }
}
