package io.graceway.edge.source.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The bytes of an answer, up to a limit; beyond it the connection is given up. */
final class CappedBody implements BodySubscriber<byte[]> {

    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private Flow.Subscription coming;

    private static final class TooLong extends IOException {

        TooLong() {
            super("the answer is too long");
        }
    }

    CappedBody(int most) {
        this.most = most;
    }

    static boolean isTooLong(Throwable seen) {
        Throwable cause = seen;
        while (cause != null && !(cause instanceof TooLong)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        coming = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> some) {
        for (ByteBuffer one : some) {
            if (bytes.size() + (long) one.remaining() > most) {
                coming.cancel();
                whole.completeExceptionally(new TooLong());
                return;
            }
            byte[] taken = new byte[one.remaining()];
            one.get(taken);
            bytes.writeBytes(taken);
        }
    }

    @Override
    public void onError(Throwable seen) {
        whole.completeExceptionally(seen);
    }

    @Override
    public void onComplete() {
        whole.complete(bytes.toByteArray());
    }
}
