package io.graceway.edge.agency.window;

import io.graceway.edge.agency.Tally;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.SealedFile;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/** What an agency's server is asked; each call has its limit of time and bytes, and none is made twice. */
public interface Window {

    /** @param patience for the TCP connection */
    record Address(String host, int port, Duration patience) {

        /** As named in errors. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    Address address();

    /** What we show to be let in, such as a token. */
    String login();

    /** What stands of a delivery; nothing of one that never came. */
    List<Listed> delivered(String delivery) throws MailboxFailure;

    List<Listed> answers() throws MailboxFailure;

    /**
     * Hands in a file, which replaces nothing; the same again is success.
     *
     * @return what the server said to it
     */
    String hand(String delivery, SealedFile file) throws MailboxFailure;

    /** @return what was copied */
    Tally give(Listed answer, OutputStream to, long most) throws MailboxFailure;

    /** Harmless when it is not there. */
    void remove(String answer) throws MailboxFailure;
}
