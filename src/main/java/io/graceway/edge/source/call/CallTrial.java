package io.graceway.edge.source.call;

import io.graceway.edge.source.folder.Sha256;
import io.graceway.edge.source.soap.Account;
import io.graceway.edge.source.soap.Kind;
import io.graceway.edge.source.soap.ListEntryKinds;
import io.graceway.edge.source.spool.FirstLines;
import io.graceway.journey.delinquency.SourceRefused;
import io.graceway.journey.delinquency.TableReader;
import io.graceway.journey.writeback.Posting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tries a SOAP service without changing anything in it. */
public final class CallTrial {

    private CallTrial() {
    }

    public static void resolve(Line line) {
        try {
            InetAddress.getByName(line.endpoint().getHost());
        } catch (IOException e) {
            throw new SourceRefused("GW-SRC-070", "resolve: the name of the host is not known here", null);
        }
    }

    public static void connect(Line line) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(line.endpoint().getHost(), line.port()),
                    (int) line.connect().toMillis());
        } catch (IOException e) {
            throw new SourceRefused("GW-SRC-071",
                    "connect: nobody answers at that host and port; look at both and at firewalls", null);
        }
    }

    /** Asks what we may post, which changes nothing: whoever answers that knows us. */
    public static void login(Caller service) {
        permitted(service, "login");
    }

    /** Asks for one account and reads rows of each of its tables. */
    public static void read(Caller service, TableReader reader) {
        List<Account> first = CallExtract.ask(service, "", 1).getAccount();
        Columns.TABLES.forEach(table -> new FirstLines().<RuntimeException>of(table, sink -> first.forEach(
                account -> new Columns(reader, Sha256.begin(), sink, new HashMap<>()).read(account, table))));
    }

    /** Asks what we may post: everything that is configured has to be among it. */
    public static void write(Caller service, Set<Posting.Kind> takes) {
        Set<String> missing = new TreeSet<>(takes.stream().map(Enum::name).toList());
        missing.removeAll(permitted(service, "kinds we may post"));
        if (!missing.isEmpty()) {
            throw new SourceRefused("GW-SRC-081", "the service does not let us post " + missing
                    + "; have it permitted, or take it out of the configuration", null);
        }
    }

    private static List<String> permitted(Caller service, String step) {
        try {
            return service.ask(port -> port.listEntryKinds(new ListEntryKinds())).getKind().stream()
                    .map(Kind::value).toList();
        } catch (Troubled e) {
            throw e.trouble().refusal(step);
        }
    }
}
