package io.graceway.edge.document.edifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a message: segments from the outside in, then element and component, such as
 * {@code GIR/EVE/DTM[137,1.3=102].1.2}.
 *
 * @param steps each segment that begins a group around it, and its own last
 * @param at    where it stands in that segment
 */
public record Address(List<Step> steps, Place at) {

    private static final String CONDITION = "(?:[1-9][0-9]?(?:\\.[1-9][0-9]?)?=)?[^\\[\\],=/]+";
    private static final String STEP = "[A-Z]{3}(?:\\[" + CONDITION + "(?:," + CONDITION + ")*])?";
    private static final Pattern PATH = Pattern.compile(STEP + "(?:/" + STEP + ")*");
    private static final Pattern WHOLE = Pattern.compile("(" + PATH.pattern() + ")\\.([1-9][0-9]?(?:\\.[1-9][0-9]?)?)");

    /** An element, and in a composite one its component; both counted from 1. A simple element has component 1. */
    public record Place(int element, int component) implements Comparable<Place> {

        static Place of(String text) {
            int dot = text.indexOf('.');
            return new Place(Integer.parseInt(dot < 0 ? text : text.substring(0, dot)),
                    dot < 0 ? 1 : Integer.parseInt(text.substring(dot + 1)));
        }

        @Override
        public int compareTo(Place other) {
            return element == other.element ? Integer.compare(component, other.component)
                    : Integer.compare(element, other.element);
        }
    }

    /** @param must what has to stand in the segment, so that it is this one and no other of its tag */
    public record Step(String tag, Map<Place, String> must) {

        boolean fits(Segment segment) {
            return segment.tag().equals(tag) && must.entrySet().stream().allMatch(one -> one.getValue().equals(
                    segment.values().get(one.getKey())));
        }
    }

    /** @throws IllegalArgumentException where it is not written so */
    public static Address of(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw new IllegalArgumentException("not a place in a message");
        }
        return new Address(path(whole.group(1)), Place.of(whole.group(2)));
    }

    /** Only the segments, such as {@code GIR/EVE}. @throws IllegalArgumentException where it is not written so */
    public static List<Step> path(String text) {
        if (!PATH.matcher(text).matches()) {
            throw new IllegalArgumentException("not a path of segments");
        }
        List<Step> steps = new ArrayList<>();
        Matcher step = Pattern.compile(STEP).matcher(text);
        while (step.find()) {
            steps.add(step(step.group()));
        }
        return steps;
    }

    private static Step step(String text) {
        Map<Place, String> must = new TreeMap<>();
        if (text.length() > 3) {
            for (String condition : text.substring(4, text.length() - 1).split(",")) {
                int equal = condition.indexOf('=');
                must.put(equal < 0 ? new Place(1, 1) : Place.of(condition.substring(0, equal)),
                        condition.substring(equal + 1));
            }
        }
        return new Step(text.substring(0, 3), must);
    }
}
