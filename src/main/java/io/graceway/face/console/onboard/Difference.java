package io.graceway.face.console.onboard;

import java.util.ArrayList;
import java.util.List;

/** Two texts beside each other, line by line. */
final class Difference {

    /** @param sign {@code +} came, {@code -} went, a blank stayed; @param number in the text it stands in */
    record Line(String sign, int number, String text) {

        public boolean isNew() {
            return sign.equals("+");
        }

        public boolean isGone() {
            return sign.equals("-");
        }
    }

    private final List<String> before;
    private final List<String> after;
    /** How many lines both still have in common from there on. */
    private final int[][] common;

    private Difference(String before, String after) {
        this.before = before.lines().toList();
        this.after = after.lines().toList();
        this.common = new int[this.before.size() + 1][this.after.size() + 1];
    }

    static List<Line> of(String before, String after) {
        return new Difference(before, after).lines();
    }

    private List<Line> lines() {
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j)) ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add(new Line(" ", j + 1, after.get(j)));
                i++;
                j++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line("-", i + 1, before.get(i++)));
            } else {
                lines.add(new Line("+", j + 1, after.get(j++)));
            }
        }
        return lines;
    }
}
