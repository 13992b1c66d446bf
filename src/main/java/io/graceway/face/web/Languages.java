package io.graceway.face.web;

import java.util.List;
import java.util.Locale;

/** Which of our languages a browser's reader wants. */
public final class Languages {

    private static final int LONGEST = 500;

    private Languages() {
    }

    /**
     * The best of them.
     *
     * @param header the browser's Accept-Language; {@code null} when it sends none
     * @param ours   the first is what everybody else gets
     */
    public static String best(String header, List<String> ours) {
        try {
            String best = header == null || header.length() > LONGEST ? null
                    : Locale.lookupTag(Locale.LanguageRange.parse(header), ours);
            return best == null ? ours.get(0) : best;
        } catch (IllegalArgumentException e) {
            return ours.get(0);
        }
    }
}
