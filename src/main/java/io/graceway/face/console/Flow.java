package io.graceway.face.console;

import io.graceway.journey.eligibility.AccountBook.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accounts on their way from stage to stage, as a drawing beside the table that says the same. */
record Flow(List<Bar> bars, int width) {

    private static final int WIDE = 88;
    private static final int APART = 28;
    private static final int HIGH = 120;
    private static final int FOOT = 150;

    /**
     * One stage.
     *
     * @param height of its bar: at least visible where there is any account
     * @param first  whether nothing comes before it
     */
    record Bar(String stage, long accounts, int x, int y, int height, boolean first) {

        public int middle() {
            return x + WIDE / 2;
        }

        public int above() {
            return y - 6;
        }

        public int wide() {
            return WIDE;
        }

        /** Where the arrow from the stage before ends. */
        public int arrow() {
            return x - 6;
        }

        public int arrowFrom() {
            return x - APART + 4;
        }

        public int arrowTip() {
            return x - 11;
        }
    }

    /** @param sums of every stage and currency: accounts are counted, amounts of two currencies never meet */
    static Flow of(List<ConsoleView.AccountSum> sums) {
        Map<String, Long> byStage = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            byStage.put(stage.name(), sums.stream().filter(one -> one.stage().equals(stage.name()))
                    .mapToLong(ConsoleView.AccountSum::accounts).sum());
        }
        long most = byStage.values().stream().mapToLong(one -> one).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        byStage.forEach((stage, accounts) -> {
            int height = accounts == 0 ? 0 : (int) Math.max(2, Math.round((double) HIGH * accounts / most));
            bars.add(new Bar(stage, accounts, 4 + bars.size() * (WIDE + APART), FOOT - height, height,
                    bars.isEmpty()));
        });
        return new Flow(bars, 8 + bars.size() * (WIDE + APART) - APART);
    }
}
