package io.graceway.edge.letter;

/** Mails as they come into a bounce box, written by hand after the examples of RFC 3464. */
final class Reports {

    static final String VERP = "bounce+N-2026-000017@bounces.acme-home.example";
    static final String MESSAGE_ID = "<N-2026-000017@bounces.acme-home.example>";

    private Reports() {
    }

    static String report(String to, String recipientFields, String returned) {
        return lines("From: Mail Delivery Subsystem <MAILER-DAEMON@relay.example>", "To: <" + to + ">",
                "Date: Thu, 5 Mar 2026 17:16:05 +0000", "Message-ID: <199407072116.RAA14128@relay.example>",
                "Subject: Returned mail: see transcript for details", "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=delivery-status;", "\tboundary=\"RAA14128.773615765\"",
                "Auto-Submitted: auto-replied", "", "--RAA14128.773615765", "",
                "The original message was received at Thu, 5 Mar 2026 17:10:28 +0000", "",
                "--RAA14128.773615765", "Content-Type: message/delivery-status", "",
                "Reporting-MTA: dns; relay.example", "Arrival-Date: Thu, 5 Mar 2026 17:10:28 +0000", "",
                recipientFields, "", "--RAA14128.773615765", "Content-Type: message/rfc822", "",
                returned, "", "--RAA14128.773615765--", "");
    }

    static String failed(String status) {
        return lines("Original-Recipient: rfc822; uenal.testkundin@mail.example",
                "Final-Recipient: rfc822; uenal.testkundin@mail.example", "Action: failed", "Status: " + status,
                "Remote-MTA: dns; mail.example", "Diagnostic-Code: smtp; 550 5.1.1 user unknown");
    }

    static String delayed() {
        return lines("Final-Recipient: rfc822; uenal.testkundin@mail.example", "Action: delayed", "Status: 4.4.1",
                "Will-Retry-Until: Sun, 8 Mar 2026 17:10:28 +0000");
    }

    static String returned(String messageId) {
        return lines("From: Acme Home <accounts@acme-home.example>", "To: uenal.testkundin@mail.example",
                "Subject: Eine Nachricht", "Message-ID: " + messageId, "", "Guten Tag");
    }

    static String lines(String... lines) {
        return String.join("\r\n", lines);
    }
}
