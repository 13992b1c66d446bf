package io.graceway.edge.agency.soap;

import io.graceway.soap.CappedAnswer;
import java.io.InputStream;
import java.util.Locale;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** What of an answer is looked at before anything of it is read. */
final class Gate extends AbstractPhaseInterceptor<Message> {

    /** Request property: bytes that the parts of an answer may have together. */
    static final String MOST = "graceway.most";
    /** Request property: the {@link Deadline} of the call. */
    static final String DEADLINE = "graceway.deadline";
    /** Of the XML of an answer; only parts beside it may be longer. */
    static final long MOST_XML = 4L << 20;

    /** Longer than it may be. */
    static final class TooLong extends RuntimeException {

        private TooLong(long most) {
            super("more than " + most + " bytes", null, false, false);
        }
    }

    /** No message, but a status that says why. */
    static final class Status extends RuntimeException {

        private final int status;

        private Status(int status) {
            super("HTTP " + status, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    Gate() {
        super(Phase.RECEIVE);
    }

    static CappedAnswer cap() {
        return new CappedAnswer(Gate::most, TooLong::new);
    }

    private static long most(Message message) {
        Object most = message.getExchange().getOutMessage().get(MOST);
        return type(message).startsWith("multipart/") && most instanceof Number bytes ? bytes.longValue() : MOST_XML;
    }

    private static String type(Message message) {
        Object type = message.get(Message.CONTENT_TYPE);
        return type == null ? "" : type.toString().toLowerCase(Locale.ROOT);
    }

    /** A message is what comes with 200, or with 500 and as XML. */
    @Override
    public void handleMessage(Message message) {
        if (message.getExchange().getOutMessage().get(DEADLINE) instanceof Deadline deadline) {
            deadline.reads(message.getContent(InputStream.class));
        }
        Object code = message.get(Message.RESPONSE_CODE);
        int status = code instanceof Integer told ? told : 200;
        if (status != 200 && !(status == 500 && type(message).matches("(text/xml|multipart/related).*"))) {
            throw new Status(status);
        }
    }
}
