import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts payments at a fixed rate, whatever the server does:
 * {@code java Load.java URL RATE SECONDS BODY PLACEMENTS NAME [HEADER...]}. A wait is counted from the moment at which
 * the request was to leave; the first five seconds are not counted. Prints the waits for the answer, and to the file
 * NAME one line a counted payment: its id and that moment in microseconds.
 */
public class Load {

    private static final int WARM_SECONDS = 5;

    public static void main(String[] a) throws Exception {
        int rate = Integer.parseInt(a[1]);
        int warm = rate * WARM_SECONDS;
        int all = rate * Integer.parseInt(a[2]) + warm;
        String body = Files.readString(Path.of(a[3])).strip();
        List<String> placements = Files.readAllLines(Path.of(a[4]));
        Path told = Path.of(a[5]);
        String run = Long.toString(System.currentTimeMillis(), 36);
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long[] took = new long[all];
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch left = new CountDownLatch(all);
        long begin = System.nanoTime() + 200_000_000L;
        long epoch = System.currentTimeMillis() * 1000 + 200_000;
        StringBuilder planned = new StringBuilder();
        for (int i = 0; i < all; i++) {
            int one = i;
            long plan = begin + (long) (i * 1e9 / rate);
            for (long wait; (wait = plan - System.nanoTime()) > 0;) {
                LockSupport.parkNanos(wait);
            }
            String id = "L" + run + "-" + i;
            if (i >= warm) {
                planned.append(id).append('\t').append(epoch + (long) (i * 1e6 / rate)).append('\n');
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(a[0])).header("Content-Type",
                    "application/json").header("Idempotency-Key", id).POST(HttpRequest.BodyPublishers.ofString(
                    body.replace("${id}", id).replace("${placement}", placements.get(i % placements.size()))));
            for (int h = 6; h < a.length; h++) {
                request.header(a[h].split(": ", 2)[0], a[h].split(": ", 2)[1]);
            }
            client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).whenComplete((answer, failure) -> {
                took[one] = System.nanoTime() - plan;
                if (failure != null || answer.statusCode() != 200 || answer.body().contains("\"outcome\":\"R\"")
                        || answer.body().contains("\"outcome\":\"P\"")) {
                    if (refused.incrementAndGet() == 1) {
                        System.err.println(failure != null ? failure : answer.statusCode() + " " + answer.body());
                    }
                }
                left.countDown();
            });
        }
        boolean answered = left.await(60, TimeUnit.SECONDS);
        Files.writeString(told, planned);
        long[] counted = Arrays.copyOfRange(took, warm, all);
        Arrays.sort(counted);
        int n = counted.length;
        System.out.printf("%.2f\t%.2f\t%.2f\t%.1f\t%d%s%n", counted[n / 2] / 1e6, counted[n * 95 / 100] / 1e6,
                counted[n * 99 / 100] / 1e6, counted[n - 1] / 1e6, refused.get(), answered ? "" : "\tNOT ALL ANSWERED");
        System.exit(refused.get() == 0 && answered ? 0 : 1);
    }
}
