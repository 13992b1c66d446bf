package io.graceway.soap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Gives an answer up as soon as it is longer than it may be; all of its parts count. */
public final class CappedAnswer extends AbstractPhaseInterceptor<Message> {

    private final ToLongFunction<Message> most;
    private final LongFunction<RuntimeException> tooLong;

    /**
     * @param most    bytes that this answer may have
     * @param tooLong says so when it has more
     */
    public CappedAnswer(ToLongFunction<Message> most, LongFunction<RuntimeException> tooLong) {
        super(Phase.RECEIVE);
        this.most = most;
        this.tooLong = tooLong;
    }

    @Override
    public void handleMessage(Message message) {
        InputStream in = message.getContent(InputStream.class);
        if (in != null) {
            message.setContent(InputStream.class, new Counted(in, most.applyAsLong(message)));
        }
    }

    /** What the service claims is not believed either way: what comes is counted. */
    private final class Counted extends FilterInputStream {

        private final long all;
        private long left;

        Counted(InputStream in, long all) {
            super(in);
            this.all = all;
            this.left = all;
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
                throw tooLong.apply(all);
            }
        }
    }
}
