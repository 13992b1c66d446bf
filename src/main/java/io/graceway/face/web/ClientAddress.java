package io.graceway.face.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Who is asking, as far as an address tells. */
public final class ClientAddress {

    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]{1,45}");

    private ClientAddress() {
    }

    /** The sender, or whom a front end in our own network forwards for; of IPv6 the household's network. */
    public static String of(HttpServletRequest request) {
        InetAddress peer = literal(request.getRemoteAddr());
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
        if (peer != null && isOurs(peer) && !forwarded.isEmpty()) {
            // Only the last entry is our front end's own word; all others are whatever the client wrote.
            String list = forwarded.get(forwarded.size() - 1);
            InetAddress client = literal(list.substring(list.lastIndexOf(',') + 1).strip());
            peer = client == null ? peer : client;
        }
        return peer == null ? "" : network(peer);
    }

    private static boolean isOurs(InetAddress peer) {
        boolean uniqueLocal = peer.getAddress().length == 16 && (peer.getAddress()[0] & 0xfe) == 0xfc;
        return peer.isLoopbackAddress() || peer.isSiteLocalAddress() || uniqueLocal;
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, bytes.length == 16 ? 8 : bytes.length);
    }

    /** Never asks a name server: what is no address is nobody, and null. */
    public static InetAddress literal(String text) {
        try {
            return V4.matcher(text).matches() || V6.matcher(text).matches() ? InetAddress.getByName(text) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
