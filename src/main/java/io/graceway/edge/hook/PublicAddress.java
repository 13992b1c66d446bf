package io.graceway.edge.hook;

import java.net.InetAddress;

/** Which addresses lie in the world outside, where a partner can have its own servers. */
final class PublicAddress {

    /** First bytes and how many bits of them count: all that is for special purposes (RFC 6890 and what followed). */
    private static final int[][] V4 = {{8, 0}, {8, 10}, {10, 100, 64}, {8, 127}, {16, 169, 254}, {12, 172, 16},
        {24, 192, 0, 0}, {24, 192, 0, 2}, {24, 192, 88, 99}, {16, 192, 168}, {15, 198, 18}, {24, 198, 51, 100},
        {24, 203, 0, 113}, {4, 224}, {4, 240}};
    /** Of IPv6 only 2000::/3 is given out, and of that these are not somebody's own servers. */
    private static final int[][] V6 = {{32, 0x20, 0x01, 0, 0}, {28, 0x20, 0x01, 0, 0x20}, {28, 0x20, 0x01, 0, 0x10},
        {32, 0x20, 0x01, 0x0d, 0xb8}, {48, 0x20, 0x01, 0, 0x02, 0, 0}, {16, 0x20, 0x02}, {20, 0x3f, 0xff, 0}};

    private PublicAddress() {
    }

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? none(V4, bytes) : (bytes[0] & 0xe0) == 0x20 && none(V6, bytes);
    }

    private static boolean none(int[][] nets, byte[] address) {
        for (int[] net : nets) {
            if (isIn(net, address)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(int[] net, byte[] address) {
        for (int bit = 0; bit < net[0]; bit++) {
            int at = bit / 8;
            int given = at + 1 < net.length ? net[at + 1] : 0;
            if (((given ^ address[at]) >> 7 - bit % 8 & 1) != 0) {
                return false;
            }
        }
        return true;
    }
}
