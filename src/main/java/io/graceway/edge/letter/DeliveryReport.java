package io.graceway.edge.letter;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A delivery status notification (RFC 3464) about one of our notices.
 *
 * @param fate   what it says
 * @param notice id of the notice, in capitals whatever relays made of them; empty when it cannot be told
 * @param code   enhanced status code; empty unless the notice came back
 */
record DeliveryReport(Fate fate, String notice, String code) {

    /** What a mail in the bounce box means. */
    enum Fate {
        /** The notice did not reach the customer and will not. */
        CAME_BACK,
        /** It is still on its way, or was delivered: nothing changes. */
        UNDER_WAY,
        /** Not a report we understand: a person has to look. */
        UNCLEAR
    }

    private static final DeliveryReport UNCLEAR = new DeliveryReport(Fate.UNCLEAR, "", "");
    private static final int LONGEST_PART = 256 * 1024;
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");
    private static final Set<String> UNDER_WAY = Set.of("delayed", "delivered", "relayed", "expanded");
    private static final List<String> RECIPIENT_FIELDS = List.of("To", "Delivered-To", "X-Original-To", "Envelope-To",
            "X-Delivered-To");

    static DeliveryReport read(MimeMessage mail, String bounceDomain) {
        try {
            if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts)
                    || parts.getCount() < 2 || !parts.getBodyPart(1).isMimeType("message/delivery-status")) {
                return UNCLEAR;
            }
            String notice = notice(mail, parts, bounceDomain);
            return notice.isEmpty() ? UNCLEAR : judge(notice, groups(parts.getBodyPart(1)));
        } catch (MessagingException | IOException | RuntimeException e) {
            // Anybody can write to the bounce box: what cannot be read stays there and stops nothing else.
            return UNCLEAR;
        }
    }

    private static DeliveryReport judge(String notice, List<InternetHeaders> groups) {
        DeliveryReport report = UNCLEAR;
        for (InternetHeaders recipient : groups.subList(Math.min(1, groups.size()), groups.size())) {
            String action = first(recipient, "Action").toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "");
            if (action.equals("failed")) {
                return new DeliveryReport(Fate.CAME_BACK, notice, code(recipient));
            }
            if (UNDER_WAY.contains(action)) {
                report = new DeliveryReport(Fate.UNDER_WAY, notice, "");
            }
        }
        return report;
    }

    /** A failure after days of trying carries a 4.x code and is a failure all the same. */
    private static String code(InternetHeaders recipient) {
        Matcher status = STATUS.matcher(first(recipient, "Status"));
        if (status.find()) {
            return status.group(1);
        }
        Matcher diagnostic = STATUS.matcher(first(recipient, "Diagnostic-Code"));
        return diagnostic.find() ? diagnostic.group(1) : "5.0.0";
    }

    /** Groups of fields, parted by empty lines: the first is about the message, each other about a recipient. */
    private static List<InternetHeaders> groups(BodyPart part) throws MessagingException, IOException {
        List<InternetHeaders> groups = new ArrayList<>();
        ByteArrayInputStream bytes = new ByteArrayInputStream(bytes(part));
        while (bytes.available() > 0) {
            InternetHeaders group = new InternetHeaders(bytes);
            if (group.getAllHeaders().hasMoreElements()) {
                groups.add(group);
            }
        }
        return groups;
    }

    /** From the returned headers and from the address it came to; when they differ, neither is believed. */
    private static String notice(MimeMessage mail, Multipart parts, String domain)
            throws MessagingException, IOException {
        Set<String> found = new LinkedHashSet<>();
        if (parts.getCount() > 2) {
            InternetHeaders returned = new InternetHeaders(new ByteArrayInputStream(bytes(parts.getBodyPart(2))));
            collect(found, first(returned, "Message-ID"), "<([A-Za-z0-9-]{1,57})@" + Pattern.quote(domain) + ">");
        }
        for (String field : RECIPIENT_FIELDS) {
            for (String value : values(mail.getHeader(field))) {
                collect(found, value, "bounce\\+([A-Za-z0-9-]{1,57})@" + Pattern.quote(domain));
            }
        }
        return found.size() == 1 ? found.iterator().next() : "";
    }

    private static void collect(Set<String> found, String text, String regex) {
        Matcher matcher = Pattern.compile("(?i)" + regex).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1).toUpperCase(Locale.ROOT));
        }
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(LONGEST_PART);
        }
    }

    private static String first(InternetHeaders headers, String name) {
        List<String> all = values(headers.getHeader(name));
        return all.isEmpty() ? "" : all.get(0);
    }

    private static List<String> values(String[] all) {
        return all == null ? List.of() : List.of(all);
    }
}
