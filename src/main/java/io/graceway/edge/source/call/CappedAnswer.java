package io.graceway.edge.source.call;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Gives an answer up as soon as it is longer than it may be; all of its parts count. */
final class CappedAnswer extends AbstractPhaseInterceptor<Message> {

    private final long most;

    CappedAnswer(long most) {
        super(Phase.RECEIVE);
        this.most = most;
    }

    @Override
    public void handleMessage(Message message) {
        InputStream in = message.getContent(InputStream.class);
        if (in != null) {
            message.setContent(InputStream.class, new Counted(in));
        }
    }

    /** What the service claims is not believed either way: what comes is counted. */
    private final class Counted extends FilterInputStream {

        private long left = most;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new Troubled(new Trouble(Trouble.What.CUT, "GW-SRC-083", "the answer is longer than " + most
                        + " bytes; ask for smaller pages"));
            }
        }
    }
}
